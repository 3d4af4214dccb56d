// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.contracts.generated.Member;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.license.CommitteeView;
import org.elastos.smartweb.threshold.BoardMessage;
import org.elastos.smartweb.threshold.BoardState;
import org.elastos.smartweb.threshold.CeremonyAction;
import org.elastos.smartweb.threshold.CeremonyMember;
import org.elastos.smartweb.threshold.CeremonyTerms;
import org.elastos.smartweb.threshold.Confirmation;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.KeyShare;
import org.elastos.smartweb.threshold.Registration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the node to an active share: registers it, takes its part in the key generation, and
/// stops when the final block shows the epoch of its share. Looks once a block; every step is
/// decided anew from the board, the vault and the sender's outbox, so a node that crashed goes on
/// where it was. Works on one thread, its own.
final class CeremonyRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CeremonyRunner.class);
  private static final long LOOK_MILLIS = 250;

  /// What the runner works with.
  record Parts(
      CommitteeBoard board,
      CommitteeView view,
      CommitteeWriter writer,
      KeyVault vault,
      KeyVault.NodeKeys keys,
      ShareSlot slot,
      SecureRandom random) {}

  private final Parts parts;
  private final String endpoint;
  private final ScheduledExecutorService thread;
  private final FaultReport faults = new FaultReport();
  private @Nullable BlockRef seen;
  private @Nullable KeyShare computed;
  private boolean refused;
  private String said = "";

  /// @param endpoint where this node answers, as the board will show it
  CeremonyRunner(Parts parts, String endpoint, ScheduledExecutorService thread) {
    this.parts = parts;
    this.endpoint = endpoint;
    this.thread = thread;
  }

  void start() {
    var _ = thread.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("the ceremony's thread does not end");
        return;
      }
      compute(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      Optional<Heads> heads = known(parts.board.heads());
      if (heads.isPresent() && !heads.get().newest().equals(seen)) {
        seen = heads.get().newest();
        step(heads.get());
      }
      if (parts.slot.isActive()) {
        thread.shutdown();
      }
    } catch (RuntimeException e) {
      if (!thread.isShutdown()) {
        // The next look decides anew from what is durable.
        LOG.atWarn().setCause(e).log("a step of the key ceremony failed");
      }
    }
  }

  private void step(Heads heads) {
    BlockRef at = heads.newest();
    Optional<Integer> index =
        known(parts.board.indexOf(parts.writer.account(), at)).flatMap(found -> found);
    if (index.isEmpty()) {
      say("waiting: the board does not name this operator, or cannot be read");
      return;
    }
    Optional<EpochKeys> active = known(parts.view.active()).flatMap(keys -> keys);
    if (active.isPresent() && activate(active.get(), index.get())) {
      return;
    }
    Optional<List<Member>> members = known(parts.board.members(at));
    if (members.isEmpty()) {
      return;
    }
    if (isRegistered(members.get(), index.get())) {
      known(parts.board.currentEpoch(at))
          .filter(epoch -> epoch > 0)
          .ifPresent(epoch -> takePart(epoch, index.get(), heads));
    } else {
      say(parts.writer.send("register", this::registration));
    }
  }

  /// True when there is nothing left to do in a ceremony: the share is active, or must never be.
  private boolean activate(EpochKeys keys, int index) {
    KeyShare own = computed;
    if (own != null && own.fits(keys)) {
      computed = null;
      activate(own);
      return true;
    }
    if (refused) {
      return true;
    }
    Optional<SecretBytes> stored = parts.vault.share(parts.board.name(), keys.epoch(), index);
    if (stored.isEmpty()) {
      return false;
    }
    switch (KeyShare.accept(keys, index, stored.get(), parts.random)) {
      case KeyShare.Acceptance.Accepted(KeyShare share) -> activate(share);
      case KeyShare.Acceptance.Refused() -> {
        refused = true;
        say("refusing to activate: the stored share is not the one that the board shows");
      }
    }
    return true;
  }

  private void activate(KeyShare share) {
    parts.slot.activate(share);
    parts.vault.forgetDealings(parts.board.name(), share.epoch());
    LOG.atInfo()
        .addKeyValue("epoch", share.epoch())
        .addKeyValue("index", share.index())
        .log("share active");
  }

  private static boolean isRegistered(List<Member> members, int index) {
    return members.stream()
        .anyMatch(member -> member.index() == index && !member.identityKey().equals(Hash256.ZERO));
  }

  private LicenseCommitteeCalls.Register registration() {
    CeremonyTerms.Board board = parts.board.name();
    Registration registration =
        new Registration(board.chain(), board.contract(), parts.writer.account());
    return new LicenseCommitteeCalls.Register(
        Hash256.of(Ed25519.publicKey(parts.keys.identity()).bytes()),
        Bytes.of(parts.keys.encryption().publicKey().bytes()),
        registration.prove(parts.keys.encryption(), parts.random),
        Hash256.ZERO,
        endpoint);
  }

  private void takePart(long epoch, int index, Heads heads) {
    Optional<CeremonyTerms> terms =
        known(parts.board.terms(epoch, heads.newest())).flatMap(read -> read);
    Optional<BoardState> state = known(parts.board.state(epoch, heads));
    if (terms.isEmpty() || state.isEmpty()) {
      return;
    }
    Bytes dealing =
        parts.vault.dealing(
            parts.board.name(), epoch, () -> CeremonyMember.deal(terms.get(), index, parts.random));
    CeremonyMember member =
        new CeremonyMember(
            terms.get(),
            new CeremonyMember.Self(index, parts.keys.encryption(), parts.keys.identity()),
            dealing,
            parts.random);
    faults.tell(terms.get(), state.get());
    act(terms.get(), index, state.get(), member.next(state.get()));
  }

  private void act(CeremonyTerms terms, int index, BoardState state, CeremonyAction action) {
    long epoch = terms.epoch();
    switch (action) {
      case CeremonyAction.Wait() -> say("waiting for the board");
      case CeremonyAction.Post post ->
          say(parts.writer.send(name(epoch, post), () -> call(epoch, post)));
      case CeremonyAction.Confirm(Confirmation confirmation, KeyShare share) -> {
        keep(share, epoch, index);
        say(parts.writer.send("confirm/" + epoch, () -> call(epoch, confirmation)));
      }
      case CeremonyAction.Finished(EpochKeys keys, KeyShare share) -> {
        keep(share, keys.epoch(), index);
        say("waiting for the final block to show the epoch");
      }
      case CeremonyAction.Stopped(CeremonyAction.Reason reason) ->
          say(
              state.phase() == BoardState.Phase.FAILED
                  ? parts.writer.send("restart/" + epoch, LicenseCommitteeCalls.Restart::new)
                  : "this epoch gives this node no share: " + reason);
    }
  }

  private static String name(long epoch, CeremonyAction.Post post) {
    String name = "post/%d/%d".formatted(epoch, post.kind().number());
    if (post.kind() != BoardMessage.Kind.COMPLAINT) {
      return name;
    }
    byte[] complaint = post.payload().bytes();
    return name + "/" + (((complaint[0] & 0xff) << 8) | (complaint[1] & 0xff));
  }

  private static LicenseCommitteeCalls.Post call(long epoch, CeremonyAction.Post post) {
    return new LicenseCommitteeCalls.Post(epoch, post.kind().number(), post.payload());
  }

  private static LicenseCommitteeCalls.Confirm call(long epoch, Confirmation confirmation) {
    return new LicenseCommitteeCalls.Confirm(
        epoch,
        confirmation.transcript(),
        Bytes.of(confirmation.groupKey().point().bytes()),
        confirmation.publicHash(),
        confirmation.publicData(),
        confirmation.signature());
  }

  /// Stores the share, and keeps it at hand until the final block shows its epoch.
  private void keep(KeyShare share, long epoch, int index) {
    compute(share);
    try (SecretBytes secret = share.exportSecret()) {
      parts.vault.storeShare(parts.board.name(), epoch, index, secret);
    }
  }

  private void compute(@Nullable KeyShare share) {
    KeyShare before = computed;
    if (before != null) {
      before.close();
    }
    computed = share;
  }

  /// Logs a change of what the runner does, once.
  private void say(String what) {
    if (!what.equals(said)) {
      said = what;
      LOG.atInfo().addKeyValue("state", what).log("key ceremony");
    }
  }

  private <T> Optional<T> known(Reading<T> reading) {
    if (reading instanceof Reading.Unknown<T> unknown) {
      say("the chain cannot be read: " + unknown.code().text());
    }
    return reading.agreed();
  }
}
