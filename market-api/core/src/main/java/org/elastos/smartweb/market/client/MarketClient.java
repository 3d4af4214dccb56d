// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.MarketStatus;
import org.elastos.smartweb.market.Page;
import org.elastos.smartweb.market.ProviderHint;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.market.Work;
import org.elastos.smartweb.market.json.EditionJson;
import org.elastos.smartweb.market.json.ListingJson;
import org.elastos.smartweb.market.json.PageJson;
import org.elastos.smartweb.market.json.ProviderJson;
import org.elastos.smartweb.market.json.StatusJson;
import org.elastos.smartweb.market.json.WorkJson;

/// Asks one market. Blocks; safe from many threads. Nothing that it returns may be acted on before
/// {@link org.elastos.smartweb.market.OfferCheck} agreed.
public final class MarketClient {
  private static final Duration POLL = Duration.ofMillis(200);

  private final MarketHttp http;

  /// @param http shared, owned by the caller
  /// @param base where the market listens, for example `http://127.0.0.1:8080`
  /// @param timeout for each request
  public MarketClient(HttpClient http, URI base, Duration timeout) {
    this.http = new MarketHttp(http, base, timeout);
  }

  /// Editions from the oldest on.
  ///
  /// @param after the cursor of the page before
  public Answer<Page<Edition>> editions(Optional<String> after, int limit) {
    return http.get(
        "/v1/editions?limit=" + limit + cursor(after),
        json -> PageJson.read(json, EditionJson::read));
  }

  /// One edition; an answer about another edition is a malformed one.
  public Answer<Edition> edition(EditionId id) {
    return http.get(
        "/v1/editions/" + id,
        json -> MarketHttp.expect(EditionJson.read(json), edition -> edition.id().equals(id)));
  }

  /// Open listings of an edition, cheapest first. Each has the seller's valid signature, or the
  /// whole answer is malformed.
  public Answer<Page<SignedListing>> listings(
      EditionId edition, Optional<String> after, int limit) {
    return http.get(
        "/v1/listings?edition=" + edition + "&limit=" + limit + cursor(after),
        json ->
            PageJson.read(
                json,
                item ->
                    MarketHttp.expect(
                        ListingJson.read(item),
                        signed ->
                            signed.listing().edition().equals(edition)
                                && signed.hasValidSignature())));
  }

  /// Offers one's signed listing to everybody.
  public Answer<SignedListing> postListing(SignedListing listing) {
    return post("/v1/listings", ListingJson.write(listing), listing);
  }

  /// What a work's creator states about it, signatures checked.
  public Answer<Work> work(AssetId asset) {
    return http.get(
        "/v1/works/" + asset,
        json -> MarketHttp.expect(WorkJson.read(json), work -> work.assetId().equals(asset)));
  }

  /// Hands in what a work's creator states about it.
  public Answer<Work> postWork(Work work) {
    return post("/v1/works", WorkJson.write(work), work);
  }

  /// Who is said to serve the file with this CID.
  public Answer<List<ProviderHint>> providers(String cid) {
    return http.get(
        "/v1/providers/" + encoded(cid),
        json ->
            PageJson.read(
                    json,
                    item ->
                        MarketHttp.expect(ProviderJson.read(item), hint -> hint.cid().equals(cid)))
                .items());
  }

  /// Says that somebody serves a file.
  public Answer<ProviderHint> postProvider(ProviderHint hint) {
    return post("/v1/providers", ProviderJson.write(hint), hint);
  }

  /// How far the market has followed its chain.
  public Answer<MarketStatus> status() {
    return http.get("/v1/status", StatusJson::read);
  }

  /// Waits until the market has indexed a block, so that what happened there can be asked for.
  ///
  /// @return the last status; look whether it is far enough
  public Answer<MarketStatus> awaitIndexed(long block, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Answer<MarketStatus> status = status();
      boolean reached = status.given().filter(s -> s.indexed() >= block).isPresent();
      if (reached || System.nanoTime() - deadline >= 0 || Thread.interrupted()) {
        return status;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private <T> Answer<T> post(String path, ObjectNode body, T sent) {
    return http.post(path, body, json -> sent);
  }

  private static String cursor(Optional<String> after) {
    return after.map(cursor -> "&after=" + encoded(cursor)).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
