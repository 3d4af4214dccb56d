// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.app.trade.Buy;
import org.elastos.smartweb.app.trade.Player;
import org.elastos.smartweb.app.trade.Publication;
import org.elastos.smartweb.app.trade.Publish;
import org.elastos.smartweb.app.trade.Purchase;
import org.elastos.smartweb.app.trade.Sell;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.market.RoyaltyTable;
import org.elastos.smartweb.market.Work;
import org.elastos.smartweb.market.client.Answer;

/// The steps in which something is sold: publishing, the first sale, the resale. Not thread-safe.
final class Selling implements AutoCloseable {
  /// 2.499999 dollars: no share of it is a whole number of units.
  private static final BigInteger PRICE = BigInteger.valueOf(2_499_999);

  private static final BigInteger RESALE_PRICE = BigInteger.valueOf(3_000_001);
  private static final int RESALE_BPS = 1_000;
  private static final BigInteger BPS = BigInteger.valueOf(10_000);

  private final Workspace workspace;
  private final Cast cast;
  private final Path media;
  private final Consumer<String> progress;
  private final List<SecretBytes> keys = new ArrayList<>();
  private Optional<Publication> published = Optional.empty();

  Selling(Workspace workspace, Cast cast, Path media, Consumer<String> progress) {
    this.workspace = workspace;
    this.cast = cast;
    this.media = media;
    this.progress = progress;
  }

  Publication publication() {
    return published.orElseThrow(() -> new IllegalStateException("nothing was published"));
  }

  /// What the market tells of the work, its creator's signatures checked.
  Work work() {
    return given(workspace.market().work(publication().asset()));
  }

  /// The content key, which only the creator's side ever saw in the clear.
  SecretBytes contentKey() {
    return keys.getFirst();
  }

  /// Step 3.
  void publish(Story.Evidence evidence) {
    Publish.Order order =
        new Publish.Order(
            media,
            new Publish.Title(media.getFileName().toString(), "en", Optional.empty()),
            new Publish.Pricing(PRICE, 0, RESALE_BPS, false),
            cast.royalties(),
            Demo.CREATOR,
            Demo.CREATOR);
    Publication made =
        new Publish(workspace)
            .publish(order, key -> keys.add(key.use(SecretBytes::copyOf)), progress);
    published = Optional.of(made);
    made.asMap().forEach(evidence::put);
    Work work = work();
    AppId player = Player.bundle(workspace.paths(), workspace.ground().random()).manifest().appId();
    evidence
        .put("renderer", player.toString())
        .check("the market has the creator's signed terms and face", work.face().isPresent())
        .check(
            "the terms name the player", work.terms().rendering().renderers().containsKey(player));
  }

  /// Step 5.
  void buy(Story.Evidence evidence) {
    Publication work = publication();
    EvmAddress buyer = cast.address(Demo.BUYER);
    Purchase purchase = buy("demo/buy", new Buy.Source.Channel(), Demo.BUYER);
    TxReceipt receipt = purchase.receipt();
    evidence
        .put("transaction", receipt.transaction().toString())
        .put("block", receipt.block().number())
        .put("gasUsed", receipt.gasUsed())
        .put("paid", PRICE)
        .put("holders (due, gained)", settlement(work.sale().royalties(), PRICE, receipt))
        .check("the buyer paid exactly the price", cast.gain(buyer, receipt).negate().equals(PRICE))
        .check(
            "every holder gained exactly its share in that block",
            cast.settled(work.sale().royalties(), PRICE, receipt))
        .check("no access in the block before", !access(buyer, before(receipt)))
        .check("access in that block", access(buyer, receipt.block()));
  }

  /// The resale of step 10.
  TxReceipt resell(Story.Evidence evidence) {
    Publication work = publication();
    Sell.Order offer =
        new Sell.Order(
            work.sale().edition(), BigInteger.ONE, RESALE_PRICE, Duration.ofHours(1), Demo.BUYER);
    var listing = new Sell(workspace).sell(offer, progress);
    TxReceipt receipt =
        buy("demo/resale", new Buy.Source.Listing(listing.id()), Demo.FRIEND).receipt();
    // A resale owes at least the royalty: its last unit is rounded up.
    BigInteger royalty =
        RESALE_PRICE
            .multiply(BigInteger.valueOf(RESALE_BPS))
            .add(BPS.subtract(BigInteger.ONE))
            .divide(BPS);
    evidence
        .put("transaction", receipt.transaction().toString())
        .put("paid", RESALE_PRICE)
        .put("royalty", royalty)
        .put("holders (due, gained)", settlement(work.sale().royalties(), royalty, receipt))
        .check(
            "every holder gained exactly its share of the royalty",
            cast.settled(work.sale().royalties(), royalty, receipt))
        .check(
            "the seller gained the rest",
            cast.gain(cast.address(Demo.BUYER), receipt).equals(RESALE_PRICE.subtract(royalty)))
        .check("the old owner has no access", !access(cast.address(Demo.BUYER), receipt.block()))
        .check("the new owner has", access(cast.address(Demo.FRIEND), receipt.block()));
    return receipt;
  }

  @Override
  public void close() {
    keys.forEach(SecretBytes::close);
  }

  private Purchase buy(String id, Buy.Source source, String wallet) {
    Buy.Order order =
        new Buy.Order(
            id, publication().sale().edition(), BigInteger.ONE, source, Optional.empty(), wallet);
    return new Buy(workspace).buy(order, progress);
  }

  private Map<String, String> settlement(RoyaltyTable table, BigInteger amount, TxReceipt receipt) {
    Map<String, String> lines = new LinkedHashMap<>();
    Cast.due(table, amount)
        .forEach(
            (holder, due) -> lines.put(holder.toString(), due + ", " + cast.gain(holder, receipt)));
    return lines;
  }

  private boolean access(EvmAddress holder, BlockRef at) {
    Publication.Sale sale = publication().sale();
    return cast.ask(
            new ChannelCalls.HasAccess(holder, sale.edition()), sale.channel().address(), at)
        .ok();
  }

  private BlockRef before(TxReceipt receipt) {
    return Readings.required(workspace.chain().block(receipt.block().number() - 1));
  }

  private static <T> T given(Answer<T> answer) {
    if (answer instanceof Answer.Given<T>(T value)) {
      return value;
    }
    throw new CommandFailure(
        "market_failed", "the market does not give the work: " + answer, "look at its log");
  }
}
