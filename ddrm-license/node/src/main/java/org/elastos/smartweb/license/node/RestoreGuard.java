// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.AuditState;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.license.AuditProof;
import org.elastos.smartweb.platform.db.Db;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a node's data is what it was (decision F5). Before any share acts it compares its audit
/// with what the chain shows of it. A node whose data is older, or that was restored from a backup,
/// never again uses a share of the epoch that it finds active or of one before: it serves from the
/// next epoch on, for which the others hand over what it may have lost (decision B5), and its audit
/// goes on behind every position that it may have signed. Not thread-safe; blocks.
final class RestoreGuard {
  /// The file that `license-node restore` leaves in the key folder.
  static final String MARK = "restored";

  /// More records than a node writes between two anchors.
  private static final long GAP = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(RestoreGuard.class);

  private final EvmChain chain;
  private final EvmAddress committee;
  private final EvmAddress operator;
  private final Own own;

  /// What the node knows of itself.
  record Own(Db db, Path keyFolder, InstantSource clock) {}

  RestoreGuard(EvmChain chain, EvmAddress committee, EvmAddress operator, Own own) {
    this.chain = chain;
    this.committee = committee;
    this.operator = operator;
    this.own = own;
  }

  /// The first epoch whose share may act; empty while the chain cannot be read.
  Optional<Long> firstEpoch() {
    Optional<Seen> seen = seen().agreed();
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    Path mark = own.keyFolder.resolve(MARK);
    boolean restored = Files.exists(mark);
    if (restored || isBehind(seen.get())) {
      LOG.atError()
          .addKeyValue("anchored", seen.get().audit.records())
          .addKeyValue("epoch", seen.get().epoch)
          .addKeyValue("restored", restored)
          .log("data older than the chain shows: no share acts before the next epoch");
      note(seen.get());
      forget(mark);
    }
    return Optional.of(lastBarred() + 1);
  }

  private record Seen(AuditState audit, Hash256 anchor, long epoch) {}

  private Reading<Seen> seen() {
    return chain.heads().map(Heads::newest).then(this::seen);
  }

  private Reading<Seen> seen(BlockRef at) {
    // A contract that is not there yet answers with nothing.
    return chain
        .code(committee, at)
        .then(code ->
            code.size() == 0
                ? new Reading.Agreed<>(new Seen(new AuditState(0, 0, 0), Hash256.ZERO, 0), at)
                : state(at));
  }

  private Reading<Seen> state(BlockRef at) {
    return ask(new LicenseCommitteeCalls.AuditOf(operator), at)
        .then(audit ->
            ask(
                    new LicenseCommitteeCalls.AuditAnchor(
                        operator, Math.max(0, audit.anchors() - 1)),
                    at)
                .then(anchor ->
                    ask(new LicenseCommitteeCalls.ActiveEpoch(), at)
                        .map(epoch -> new Seen(audit, anchor, epoch))));
  }

  /// What the chain shows must be here: as many records, and the same last anchor.
  private boolean isBehind(Seen seen) {
    if (seen.audit.anchors() == 0) {
      return false;
    }
    long number = seen.audit.anchors() - 1;
    Optional<AuditProof> stored = new AuditHistory(own.db).anchor(number);
    boolean same = stored.filter(one -> one.anchor().commitment().equals(seen.anchor)).isPresent();
    boolean noted = lastNoted() >= seen.audit.records();
    return !same && !noted;
  }

  private void note(Seen seen) {
    long next = new AuditHistory(own.db).last().map(last -> last.position() + 1).orElse(0L);
    long from = Math.max(next, seen.audit.records()) + GAP;
    own.db.inTransaction(sql ->
        sql.update(
            """
            insert into restored (epoch, audit_from, at) values (?, ?, ?)
            on conflict (epoch) do update set audit_from = excluded.audit_from
            """,
            seen.epoch,
            from,
            own.clock.instant().atOffset(ZoneOffset.UTC)));
  }

  private long lastBarred() {
    return own.db
        .inTransaction(sql ->
            sql.queryOne(
                "select epoch from restored order by epoch desc limit 1",
                row -> row.bigint("epoch")))
        .orElse(-1L);
  }

  private long lastNoted() {
    return own.db
        .inTransaction(sql ->
            sql.queryOne(
                "select audit_from from restored order by audit_from desc limit 1",
                row -> row.bigint("audit_from")))
        .orElse(-1L);
  }

  private static void forget(Path mark) {
    try {
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      throw new UncheckedIOException("the mark of a restored backup cannot be removed", e);
    }
  }

  private <R> Reading<R> ask(ContractQuery<R> question, BlockRef at) {
    return chain.call(question.on(committee), at).map(question::decodeResult);
  }
}
