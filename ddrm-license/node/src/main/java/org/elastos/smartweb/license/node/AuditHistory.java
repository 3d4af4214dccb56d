// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.AuditEntry;
import org.elastos.smartweb.license.AuditPosition;
import org.elastos.smartweb.license.AuditProof;
import org.elastos.smartweb.license.AuditTree;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Row;

/// What was written to the audit, read back: the last record, heads to anchor, anchors, proofs,
/// whether the chain of hashes holds, and the erasing of personal fields. Thread-safe; blocks.
final class AuditHistory {
  private static final int PAGE = 1_000;

  private final Db db;

  AuditHistory(Db db) {
    this.db = db;
  }

  /// The newest record.
  Optional<AuditPosition> last() {
    return db.inTransaction(sql ->
        sql.queryOne(
            "select position, head from audit order by position desc limit 1",
            AuditHistory::position));
  }

  /// The record at a position.
  Optional<AuditPosition> at(long position) {
    return db.inTransaction(sql ->
        sql.queryOne(
            "select position, head from audit where position = ?",
            AuditHistory::position,
            position));
  }

  /// The anchor that was begun and is not known to stand on the chain.
  Optional<AuditProof> pending() {
    return db.inTransaction(
        sql -> sql.queryOne("select * from audit_anchor where not on_chain", AuditHistory::anchor));
  }

  /// The anchor of this number, if it was begun here.
  Optional<AuditProof> anchor(long number) {
    return db.inTransaction(sql ->
        sql.queryOne("select * from audit_anchor where number = ?", AuditHistory::anchor, number));
  }

  /// The first position that no anchor covers.
  long unanchoredFrom() {
    return db.inTransaction(sql ->
            sql.queryOne(
                "select last from audit_anchor order by number desc limit 1",
                row -> row.bigint("last")))
        .map(last -> last + 1)
        .orElse(0L);
  }

  /// The records from a position on that make the next anchor, without a gap; empty when there are
  /// none.
  Optional<AuditProof.Anchor> next() {
    long from = unanchoredFrom();
    List<AuditPosition> records =
        db.inTransaction(sql ->
            sql.query(
                "select position, head from audit where position >= ? order by position limit ?",
                AuditHistory::position,
                from,
                AuditTree.MAX_LEAVES));
    if (records.isEmpty()) {
      return Optional.empty();
    }
    int whole = 1;
    while (whole < records.size()
        && records.get(whole).position() == records.get(whole - 1).position() + 1) {
      whole++;
    }
    List<AuditPosition> run = records.subList(0, whole);
    return Optional.of(
        new AuditProof.Anchor(
            run.getFirst().position(),
            run.getLast().position(),
            run.getLast().head(),
            AuditTree.root(run.stream().map(AuditPosition::head).toList())));
  }

  /// Notes an anchor before it is sent.
  void begin(long number, AuditProof.Anchor anchor, Instant now) {
    db.inTransaction(sql ->
        sql.update(
            """
            insert into audit_anchor (number, first, last, head, root, on_chain, made_at)
            values (?, ?, ?, ?, ?, false, ?)
            """,
            number,
            anchor.first(),
            anchor.last(),
            anchor.head().bytes(),
            anchor.root().bytes(),
            now.atOffset(ZoneOffset.UTC)));
  }

  /// Notes that an anchor stands on the chain.
  void done(long number) {
    db.inTransaction(
        sql -> sql.update("update audit_anchor set on_chain = true where number = ?", number));
  }

  /// The proof that a record stands under an anchor; empty while none covers it.
  Optional<AuditProof> proof(long position) {
    Optional<AuditProof> covering =
        db.inTransaction(sql ->
            sql.queryOne(
                "select * from audit_anchor where on_chain and first <= ? and last >= ?",
                AuditHistory::anchor,
                position,
                position));
    return covering.map(made -> {
      AuditProof.Anchor anchor = made.anchor();
      List<Hash256> heads =
          db.inTransaction(sql ->
              sql.query(
                  "select head from audit where position between ? and ? order by position",
                  row -> Hash256.of(row.bytes("head")),
                  anchor.first(),
                  anchor.last()));
      return new AuditProof(
          made.number(), anchor, AuditTree.path(heads, Math.toIntExact(position - anchor.first())));
    });
  }

  /// The first position whose head does not follow from the record before; empty when the whole
  /// chain holds, whatever was erased. After a gap the chain goes on from the head that stands
  /// there.
  Optional<Long> firstBreak() {
    AuditPosition before = new AuditPosition(-1, Hash256.ZERO);
    while (true) {
      List<Stored> page = page(before.position() + 1);
      for (Stored stored : page) {
        AuditPosition follows = stored.chained.after(before.head(), stored.at.position());
        if (!follows.equals(stored.at)) {
          return Optional.of(stored.at.position());
        }
        before = stored.at;
      }
      if (page.size() < PAGE) {
        return Optional.empty();
      }
    }
  }

  /// Erases who asked for what before a time, for ever.
  ///
  /// @return how many records lost their personal fields
  int erasePersonal(Instant before) {
    return db.inTransaction(sql ->
        sql.update(
            """
            delete from audit_personal
            where position in (select position from audit where at < ?)
            """,
            before.atOffset(ZoneOffset.UTC)));
  }

  private record Stored(AuditPosition at, AuditEntry.Chained chained) {}

  private List<Stored> page(long from) {
    return db.inTransaction(sql ->
        sql.query(
            """
            select position, head, request, ct, extract(epoch from at)::bigint as seconds, commitment
            from audit where position >= ? order by position limit ?
            """,
            row ->
                new Stored(
                    position(row),
                    new AuditEntry.Chained(
                        Hash256.of(row.bytes("request")),
                        Hash256.of(row.bytes("ct")),
                        Instant.ofEpochSecond(row.bigint("seconds")),
                        Hash256.of(row.bytes("commitment")))),
            from,
            PAGE));
  }

  private static AuditPosition position(Row row) throws SQLException {
    return new AuditPosition(row.bigint("position"), Hash256.of(row.bytes("head")));
  }

  private static AuditProof anchor(Row row) throws SQLException {
    return new AuditProof(
        row.bigint("number"),
        new AuditProof.Anchor(
            row.bigint("first"),
            row.bigint("last"),
            Hash256.of(row.bytes("head")),
            Hash256.of(row.bytes("root"))),
        List.of());
  }
}
