// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.license.CommitteeView;
import org.elastos.smartweb.threshold.BoardState;
import org.elastos.smartweb.threshold.CeremonyAction;
import org.elastos.smartweb.threshold.CeremonyMember;
import org.elastos.smartweb.threshold.CeremonyTerms;
import org.elastos.smartweb.threshold.Confirmation;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.HandoverState;
import org.elastos.smartweb.threshold.KeyShare;
import org.elastos.smartweb.threshold.Registration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the node's part in every ceremony of its committee, for as long as the node runs:
/// registers it, deals, complains, confirms; activates a share when the final block shows its
/// epoch, and erases one whose epoch serves no longer. Looks once a block; every step is decided
/// anew from the board, the vault and the sender's outbox, so a node that crashed goes on where it
/// was. Works on one thread, its own.
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
  private final Set<Long> refused = new HashSet<>();
  private Set<Long> kept = Set.of();
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
    } catch (RuntimeException e) {
      if (!thread.isShutdown()) {
        // The next look decides anew from what is durable.
        LOG.atWarn().setCause(e).log("a step of the key ceremony failed");
      }
    }
  }

  private void step(Heads heads) {
    known(parts.view.serving()).ifPresent(serving -> serve(serving, heads));
    BlockRef at = heads.newest();
    Optional<Boolean> registered = known(parts.board.isRegistered(parts.writer.account(), at));
    if (registered.isEmpty()) {
      return;
    }
    if (registered.get()) {
      known(parts.board.currentEpoch(at))
          .filter(epoch -> epoch > 0 && !parts.slot.holds(epoch))
          .ifPresent(epoch -> takePart(epoch, heads));
    } else {
      say(parts.writer.send("register", this::registration));
    }
  }

  /// Makes the shares of the serving epochs usable, and erases all earlier ones.
  private void serve(List<EpochKeys> serving, Heads heads) {
    for (EpochKeys keys : serving) {
      if (!parts.slot.holds(keys.epoch()) && !refused.contains(keys.epoch())) {
        known(parts.board.indexIn(keys.epoch(), parts.writer.account(), heads.finalized()))
            .filter(index -> index > 0)
            .ifPresent(index -> activate(keys, index));
      }
    }
    if (!serving.isEmpty()) {
      Set<Long> epochs = serving.stream().map(EpochKeys::epoch).collect(Collectors.toSet());
      parts.slot.retain(epochs);
      if (!epochs.equals(kept)) {
        parts.vault.eraseShares(parts.board.name(), Collections.max(epochs), epochs);
        kept = epochs;
      }
    }
  }

  private void activate(EpochKeys keys, int index) {
    KeyShare own = computed;
    if (own != null && own.fits(keys)) {
      computed = null;
      activate(own);
      return;
    }
    parts
        .vault
        .share(parts.board.name(), keys.epoch(), index)
        .ifPresent(stored -> activate(keys, index, stored));
  }

  private void activate(EpochKeys keys, int index, SecretBytes stored) {
    switch (KeyShare.accept(keys, index, stored, parts.random)) {
      case KeyShare.Acceptance.Accepted(KeyShare share) -> activate(share);
      case KeyShare.Acceptance.Refused() -> {
        refused.add(keys.epoch());
        say("refusing to activate: the stored share is not the one that the board shows");
      }
    }
  }

  private void activate(KeyShare share) {
    parts.slot.activate(share);
    parts.vault.forgetDealings(parts.board.name(), share.epoch());
    LOG.atInfo()
        .addKeyValue("epoch", share.epoch())
        .addKeyValue("index", share.index())
        .log("share active");
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

  private void takePart(long epoch, Heads heads) {
    Optional<CeremonyTerms> terms =
        known(parts.board.terms(epoch, heads.newest())).flatMap(read -> read);
    Optional<BoardState> state = known(parts.board.state(epoch, heads));
    if (terms.isEmpty() || state.isEmpty()) {
      return;
    }
    EvmAddress account = parts.writer.account();
    int index = 1 + terms.get().committee().operators().indexOf(account);
    int dealer =
        terms
            .get()
            .plan()
            .holders()
            .map(holders -> 1 + holders.operators().indexOf(account))
            .orElse(index);
    faults.tell(terms.get(), state.get());
    if (index == 0 && dealer == 0) {
      say("waiting: this operator is in no running ceremony");
      return;
    }
    // A holder whose share is not active, as after the loss of its disk, has nothing to deal.
    Optional<Bytes> dealing =
        dealer == 0 ? Optional.empty() : dealing(terms.get(), dealer, state.get());
    CeremonyMember.Self self =
        new CeremonyMember.Self(
            dealing.isPresent() ? dealer : 0,
            index,
            parts.keys.encryption(),
            parts.keys.identity());
    CeremonyMember member =
        new CeremonyMember(terms.get(), self, dealing.orElse(Bytes.EMPTY), parts.random);
    act(terms.get(), index, state.get(), member.next(state.get()));
  }

  /// What this node deals, made when it is first wanted; nothing is dealt to a committee that must
  /// not follow (decision B4), nor once the window for dealing has closed.
  private Optional<Bytes> dealing(CeremonyTerms terms, int dealer, BoardState state) {
    CeremonyTerms.Board board = parts.board.name();
    if (terms.plan().holders().isEmpty()) {
      return Optional.of(
          parts.vault.dealing(
              board, terms.epoch(), () -> CeremonyMember.deal(terms, dealer, parts.random)));
    }
    long from = terms.plan().holders().orElseThrow().keys().epoch();
    if (state.phase() != BoardState.Phase.REVEAL
        || terms.plan().unlawfulFor(terms.committee()).isPresent()) {
      return Optional.empty();
    }
    return parts.slot.with(
        from,
        share ->
            parts.vault.dealing(
                board,
                terms.epoch(),
                () ->
                    CeremonyMember.handOn(
                        terms, share, HandoverState.EMPTY.digest(), parts.random)));
  }

  private void act(CeremonyTerms terms, int index, BoardState state, CeremonyAction action) {
    long epoch = terms.epoch();
    switch (action) {
      case CeremonyAction.Wait() -> say("waiting for the board");
      case CeremonyAction.Post post ->
          say(
              parts.writer.send(
                  CeremonyCalls.name(epoch, post), () -> CeremonyCalls.of(epoch, post)));
      case CeremonyAction.Confirm(Confirmation confirmation, KeyShare share) -> {
        keep(share, epoch, index);
        say(parts.writer.send("confirm/" + epoch, () -> CeremonyCalls.of(epoch, confirmation)));
      }
      case CeremonyAction.Finished(EpochKeys keys, KeyShare share) -> {
        keep(share, keys.epoch(), index);
        say("waiting for the final block to show the epoch");
      }
      case CeremonyAction.Stopped(CeremonyAction.Reason reason) ->
          say(
              state.phase() == BoardState.Phase.FAILED && terms.plan().holders().isEmpty()
                  ? parts.writer.send("restart/" + epoch, LicenseCommitteeCalls.Restart::new)
                  : "this epoch gives this node no share: " + reason);
    }
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
