// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.market.ChainEdition;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.Listing;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.market.client.MarketClient;
import org.elastos.smartweb.market.service.EvmOffers;

/// Offers units that a wallet holds: a listing signed by the wallet and handed to the market. Costs
/// nothing; whoever fills it pays seller and royalty holders at once. Blocks; not thread-safe.
public final class Sell {
  private static final Duration INDEXING = Duration.ofSeconds(20);
  private static final int NONCE_BITS = 128;

  private final Workspace workspace;
  private final MarketClient market;
  private final Reads reads;
  private final EvmOffers offers;

  /// @param workspace where the seller's wallet is
  public Sell(Workspace workspace) {
    this.workspace = workspace;
    this.market = workspace.market();
    this.reads = workspace.reads();
    this.offers = new EvmOffers(workspace.chain());
  }

  /// What a seller wants.
  ///
  /// @param price units of the pay token for all units of the edition together
  /// @param open how long the listing can be filled
  public record Order(
      EditionId edition, BigInteger quantity, BigInteger price, Duration open, String wallet) {}

  /// Signs a listing and posts it.
  public SignedListing sell(Order order, Consumer<String> progress) {
    Wallet wallet = workspace.wallet(order.wallet);
    BlockRef at = reads.newest();
    ChainEdition edition = edition(order, at);
    requireUnits(order, wallet.address(), edition.channel(), at);
    BigInteger nonce = new BigInteger(NONCE_BITS, workspace.ground().random());
    boolean used =
        reads.ask(
            new ChannelCalls.NonceUsed(wallet.address(), nonce), edition.channel().address(), at);
    if (used) {
      throw new CommandFailure(
          "listing_used", "a random nonce was used before", "check the source of randomness");
    }
    BigInteger expiry = BigInteger.valueOf(at.time().plus(order.open).getEpochSecond());
    Listing listing =
        new Listing(
            wallet.address(),
            order.edition,
            order.quantity,
            new TokenAmount(edition.state().price().token(), order.price),
            nonce,
            expiry);
    SignedListing signed = SignedListing.sign(edition.channel(), listing, wallet);
    progress.accept("signed listing " + signed.id());
    Refusals.given(market.awaitIndexed(at.number(), INDEXING));
    return Refusals.given(market.postListing(signed));
  }

  /// The edition, read from a channel of the pinned factory: a listing is signed for no other.
  private ChainEdition edition(Order order, BlockRef at) {
    Edition said = Refusals.given(market.edition(order.edition));
    ChainEdition known =
        Readings.required(offers.edition(said.channel(), order.edition, at))
            .orElseThrow(() -> refused("edition_unknown", "the channel has no such edition"));
    boolean genuine =
        Readings.required(offers.channelCode(workspace.factory(), at))
            .ownerOf(known.channelCode())
            .isPresent();
    if (!genuine) {
      throw refused("channel_not_genuine", "the edition's contract is no genuine channel");
    }
    if (!known.state().price().token().equals(workspace.usd())) {
      throw refused("pay_token_differs", "the edition is sold for another token");
    }
    return known;
  }

  private void requireUnits(Order order, EvmAddress seller, ChannelRef channel, BlockRef at) {
    BigInteger has =
        reads.ask(
            new ChannelCalls.BalanceOf(seller, order.edition.toUint()), channel.address(), at);
    if (has.compareTo(order.quantity) < 0) {
      throw new CommandFailure(
          "seller_lacks_units",
          "the wallet holds " + has + " units of this edition",
          Refusals.remedy("seller_lacks_units"),
          Map.of("wallet", seller.toString(), "edition", order.edition.toString()));
    }
  }

  private static CommandFailure refused(String code, String what) {
    return new CommandFailure(code, what, "do not sell this through this market");
  }
}
