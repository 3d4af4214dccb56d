// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.contracts.generated.ChannelCalls;
import org.elastos.smartweb.contracts.generated.EditionTerms;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.ddrm.Committee;
import org.elastos.smartweb.home.client.HomeAnswer;
import org.elastos.smartweb.home.client.HomeClient;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.home.license.CommitteeCheck;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.ProviderHint;
import org.elastos.smartweb.market.RoyaltyTable;
import org.elastos.smartweb.market.client.MarketClient;
import org.elastos.smartweb.threshold.EpochKeys;

/// Publishes a work: encrypts it to the committee, lets the creator's home serve it, opens an
/// edition in the creator's channel and tells the market. Blocks; not thread-safe.
public final class Publish {
  private static final Duration INDEXING = Duration.ofSeconds(20);

  /// The transfer policy under which units move outside the channel's own functions.
  private static final int FREELY = 1;

  private final Workspace workspace;
  private final Reads reads;

  /// @param workspace where the creator's wallet and home are
  public Publish(Workspace workspace) {
    this.workspace = workspace;
    this.reads = workspace.reads();
  }

  /// What a creator wants.
  ///
  /// @param wallet the creator's wallet by name, `home` the owner of the home that serves the file
  public record Order(
      Path file, Title title, Pricing pricing, List<String> royalties, String wallet, String home) {
    /// Copies the shares; see {@link Royalties#of}.
    public Order {
      royalties = List.copyOf(royalties);
    }
  }

  /// How the work shows itself; without an icon it gets ours.
  public record Title(String name, String language, Optional<Path> icon) {}

  /// What it costs.
  ///
  /// @param price units of the USDC-like token
  /// @param maxSupply zero means without limit
  /// @param resaleBps what a resale owes the holders, in hundredths of a per cent
  public record Pricing(BigInteger price, long maxSupply, int resaleBps, boolean transferable) {}

  /// Publishes. Asking for exactly the same again after a crash goes on where it stopped.
  ///
  /// @param watch sees the file key while the work is encrypted; ignore it to have none seen
  public Publication publish(Order order, Consumer<SecretBytes> watch, Consumer<String> progress) {
    String mediaType = WorkFormat.of(order.file);
    Bytes icon = Icons.of(order.title.icon());
    CommitteePin pin = workspace.committee();
    EpochKeys keys = checked(pin);
    progress.accept("the committee is the pinned one, epoch " + keys.epoch());
    Account account = workspace.account(order.wallet);
    RoyaltyTable royalties = Royalties.of(order.royalties, account.address());
    ChannelRef channel = new Channels(workspace).of(account, progress);
    AppId player = Player.bundle(workspace.paths(), workspace.ground().random()).manifest().appId();
    Bytes recovery =
        new RecoveryKeys(workspace.paths().root().resolve("recovery"), workspace.ground().random())
            .publicKey(order.wallet);
    Draft draft = draft(order, royalties, channel, pin);
    EditionId edition = editionId(channel, draft);
    WorkSealer.Look look =
        new WorkSealer.Look(mediaType, order.title.name, order.title.language, icon);
    WorkSealer.Guard guard =
        new WorkSealer.Guard(
            new Committee(pin.groupKey(), pin.chain(), pin.contract()), keys.groupKey());
    WorkSealer.Job job =
        new WorkSealer.Job(
            account.wallet(),
            look,
            new WorkSealer.Right(channel, edition),
            guard,
            recovery,
            player);
    Sealed sealed = sealed(order, job, watch, draft);
    progress.accept("encrypted, asset " + sealed.work().assetId());
    Publication.Served served = serve(order, sealed, draft);
    progress.accept("served as " + served.cid());
    Publication.Sale sale =
        new Publication.Sale(
            channel, edition, new TokenAmount(workspace.usd(), order.pricing.price), royalties);
    TxReceipt receipt = open(account, order.pricing, new Opening(sale, sealed, served, draft));
    progress.accept("edition opened in block " + receipt.block().number());
    announce(sealed, served, receipt);
    draft.done();
    return new Publication(
        order.title.name, sealed.work().assetId(), account.address(), sale, served, receipt);
  }

  private EpochKeys checked(CommitteePin pin) {
    return switch (new CommitteeCheck(workspace.chain()).check(pin)) {
      case CommitteeCheck.Checked.Genuine(EpochKeys keys, BlockRef _) -> keys;
      case CommitteeCheck.Checked.Refused(String code, String detail) ->
          throw new CommandFailure(code, detail, Refusals.remedy(code));
    };
  }

  private Draft draft(Order order, RoyaltyTable royalties, ChannelRef channel, CommitteePin pin) {
    String what =
        String.join(
            "\n",
            fingerprint(order.file),
            order.title.toString(),
            order.pricing.toString(),
            royalties.toString(),
            channel.toString(),
            pin.groupKey().toString(),
            order.home);
    return Draft.of(workspace.paths().works(), what, workspace.ground().random());
  }

  /// Computed here, and the same as the contract's, or nothing goes on.
  private EditionId editionId(ChannelRef channel, Draft draft) {
    EditionId edition = Channels.editionId(channel, draft.salt());
    EditionId theirs =
        reads.ask(new ChannelCalls.EditionIdOf(draft.salt()), channel.address(), reads.newest());
    if (!edition.equals(theirs)) {
      throw new CommandFailure(
          "edition_differs",
          "the channel computes another edition id",
          "do not publish through this channel",
          Map.of("ours", edition.toString(), "theirs", theirs.toString()));
    }
    return edition;
  }

  private Sealed sealed(Order order, WorkSealer.Job job, Consumer<SecretBytes> watch, Draft draft) {
    if (!Files.exists(draft.container())) {
      new WorkSealer(workspace.ground().random()).seal(order.file, job, watch, draft.container());
    }
    return Sealed.read(draft.container());
  }

  private Publication.Served serve(Order order, Sealed sealed, Draft draft) {
    HomeClient home = workspace.home(order.home);
    String name = WorkNames.of(order.title.name, sealed.work().assetId());
    ShelvedWork shelved = Refusals.done(() -> put(home, name, draft.container()));
    if (!shelved.cid().equals(sealed.cid())) {
      throw new CommandFailure(
          "cid_differs",
          "the home computes another CID of the file",
          "do not use this home",
          Map.of("ours", sealed.cid(), "theirs", shelved.cid()));
    }
    return new Publication.Served(
        sealed.cid(),
        shelved.size(),
        shelved.mediaType(),
        shelved.path().toString(),
        URI.create(workspace.homeAddress(order.home).gateway()));
  }

  private static HomeAnswer<ShelvedWork> put(HomeClient home, String name, Path file) {
    try {
      return home.putFile(name, file);
    } catch (IOException e) {
      throw new UncheckedIOException("the container cannot be read", e);
    }
  }

  private record Opening(
      Publication.Sale sale, Sealed sealed, Publication.Served served, Draft draft) {}

  private static TxReceipt open(Account account, Pricing pricing, Opening opening) {
    EditionTerms terms =
        new EditionTerms(
            opening.sealed.work().assetId().hash(),
            opening.sale.price().token(),
            opening.sale.price().units(),
            pricing.maxSupply,
            pricing.resaleBps,
            pricing.transferable ? FREELY : 0,
            0,
            0,
            0,
            "ipfs://" + opening.served.cid());
    ChannelCalls.CreateEdition call =
        new ChannelCalls.CreateEdition(
            opening.draft.salt(), terms, opening.sale.royalties().deed());
    return account.carryOut(
        "edition/" + opening.sale.edition(),
        EvmTransaction.call(call.on(opening.sale.channel().address())));
  }

  private void announce(Sealed sealed, Publication.Served served, TxReceipt receipt) {
    MarketClient market = workspace.market();
    Refusals.given(market.awaitIndexed(receipt.block().number(), INDEXING));
    Refusals.given(market.postWork(sealed.work()));
    Refusals.given(market.postProvider(new ProviderHint(served.cid(), served.gateway())));
  }

  private static String fingerprint(Path file) {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("the work cannot be read", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
