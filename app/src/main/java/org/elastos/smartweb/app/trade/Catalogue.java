// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.ddrm.Face;
import org.elastos.smartweb.market.ContentUri;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.Page;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.market.Work;
import org.elastos.smartweb.market.client.MarketClient;

/// What the market says there is: its word, to look at. Titles are the creators' own, with their
/// signatures checked. Blocks; not thread-safe.
public final class Catalogue {
  private static final int LISTINGS = 100;

  private final MarketClient market;

  /// @param workspace whose market is asked
  public Catalogue(Workspace workspace) {
    this.market = workspace.market();
  }

  /// One edition with its creator's title for the work.
  public record Item(String name, Edition about) {
    /// The edition's id.
    public EditionId edition() {
      return about.id();
    }

    /// The price of one unit, as text.
    public String price() {
      return Money.text(about.terms().price().units());
    }

    /// By name, for programs.
    public Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("edition", about.id().toString());
      map.put("name", name);
      map.put("asset", about.assetId().toString());
      map.put("channel", about.channel().address().toString());
      map.put("chainId", about.channel().chain().value());
      map.put("price", price());
      map.put("priceUnits", about.terms().price().units());
      map.put("payToken", about.terms().price().token().toString());
      map.put("sold", about.sold());
      map.put("maxSupply", about.terms().maxSupply());
      map.put("resaleRoyaltyBps", about.terms().royaltyBps());
      map.put("royalties", Publication.shares(about.terms().royalties()));
      map.put("paused", about.paused());
      about.contentUri().map(ContentUri::cid).ifPresent(cid -> map.put("cid", cid));
      return map;
    }
  }

  /// Some editions, and where the next ones start.
  public record Shown(List<Item> items, Optional<String> next) {
    /// Copies the items.
    public Shown {
      items = List.copyOf(items);
    }
  }

  /// Editions from the oldest on.
  public Shown editions(Optional<String> after, int limit) {
    Page<Edition> page = Refusals.given(market.editions(after, limit));
    return new Shown(
        page.items().stream().map(edition -> new Item(title(edition), edition)).toList(),
        page.next());
  }

  /// What owners offer, the cheapest first.
  public List<SignedListing> listings(EditionId edition) {
    return Refusals.given(market.listings(edition, Optional.empty(), LISTINGS)).items();
  }

  /// A listing by name, for programs.
  public static Map<String, Object> asMap(SignedListing signed) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("listing", signed.id().toString());
    map.put("edition", signed.listing().edition().toString());
    map.put("channel", signed.channel().address().toString());
    map.put("seller", signed.listing().seller().toString());
    map.put("quantity", signed.listing().quantity());
    map.put("price", Money.text(signed.listing().price().units()));
    map.put("priceUnits", signed.listing().price().units());
    map.put("payToken", signed.listing().price().token().toString());
    map.put(
        "expires", Instant.ofEpochSecond(signed.listing().expiry().longValueExact()).toString());
    return map;
  }

  private String title(Edition edition) {
    return market.work(edition.assetId()).given().flatMap(Work::face).map(Face::name).orElse("");
  }
}
