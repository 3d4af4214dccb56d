// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.time.InstantSource;
import java.util.Optional;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.contracts.generated.AuditState;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.license.AuditProof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Anchors the audit on the committee contract: what no anchor covers yet, in one transaction a
/// turn. It is written down before it is sent and done when the newest agreed block shows exactly
/// it, so a crash in between changes nothing. Not thread-safe; blocks.
final class AuditAnchorer {
  private static final Logger LOG = LoggerFactory.getLogger(AuditAnchorer.class);

  private final EvmChain chain;
  private final CommitteeWriter writer;
  private final EvmAddress committee;
  private final AuditHistory history;
  private final InstantSource clock;

  AuditAnchorer(EvmChain chain, CommitteeWriter writer, EvmAddress committee, Stores stores) {
    this.chain = chain;
    this.writer = writer;
    this.committee = committee;
    this.history = stores.history;
    this.clock = stores.clock;
  }

  /// Where it reads and notes.
  record Stores(AuditHistory history, InstantSource clock) {}

  /// Anchors what there is.
  ///
  /// @return whether another anchor is known to stand on the chain
  boolean turn() {
    Optional<AuditState> state = state();
    return state.isPresent() && pending(state.get()).filter(this::send).isPresent();
  }

  /// The anchor to bring to the chain: the one begun before, or what no anchor covers yet.
  private Optional<AuditProof> pending(AuditState state) {
    Optional<AuditProof> begun = history.pending();
    if (begun.isPresent()) {
      return begun;
    }
    Optional<AuditProof.Anchor> next = history.next();
    if (next.filter(anchor -> anchor.first() < state.records()).isPresent()) {
      LOG.atError()
          .addKeyValue("anchored", state.records())
          .log("the chain shows more of this node's audit than its database: an old backup?");
      return Optional.empty();
    }
    next.ifPresent(anchor -> history.begin(state.anchors(), anchor, clock.instant()));
    return history.pending();
  }

  private boolean send(AuditProof proof) {
    AuditProof.Anchor anchor = proof.anchor();
    if (!stands(proof)) {
      writer.send(
          "anchor/" + proof.number(),
          () ->
              new LicenseCommitteeCalls.AnchorAudit(
                  anchor.first(), anchor.last(), anchor.head(), anchor.root()));
    }
    if (!stands(proof)) {
      return false;
    }
    history.done(proof.number());
    LOG.atInfo()
        .addKeyValue("anchor", proof.number())
        .addKeyValue("last", anchor.last())
        .log("audit anchored");
    return true;
  }

  /// How far the chain shows this operator's audit; empty when it cannot be read.
  Optional<AuditState> state() {
    LicenseCommitteeCalls.AuditOf question = new LicenseCommitteeCalls.AuditOf(writer.account());
    return chain
        .heads()
        .map(Heads::newest)
        .then(at -> chain.call(question.on(committee), at))
        .map(question::decodeResult)
        .agreed();
  }

  private boolean stands(AuditProof proof) {
    LicenseCommitteeCalls.AuditAnchor question =
        new LicenseCommitteeCalls.AuditAnchor(writer.account(), proof.number());
    return chain
        .heads()
        .map(Heads::newest)
        .then(at -> chain.call(question.on(committee), at))
        .map(question::decodeResult)
        .agreed()
        .filter(shown -> shown.equals(proof.anchor().commitment()))
        .isPresent();
  }
}
