// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ChainPointCodec;
import org.elastos.smartweb.chain.mainchain.ChainCommit;
import org.elastos.smartweb.chain.mainchain.ChainEvent;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.Contest;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.LockedSpend;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.Rebase;
import org.elastos.smartweb.chain.mainchain.Settlement;
import org.elastos.smartweb.chain.mainchain.StoredBlock;
import org.elastos.smartweb.chain.mainchain.WatchedOutput;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Row;
import org.elastos.smartweb.platform.db.Sql;

/// The header store in tables of PostgreSQL (migrations component `mainchain`). Whoever changes the
/// chain locks the one row of its position first. Thread-safe.
public final class PostgresHeaderStore implements HeaderStore {
  private final Db db;

  /// @param db the schema that holds the tables
  public PostgresHeaderStore(Db db) {
    this.db = db;
  }

  @Override
  public Optional<ChainOrigin> origin() {
    return db.inTransaction(Beginning::read);
  }

  @Override
  public void begin(ChainOrigin origin) {
    db.inTransaction(sql -> Beginning.begin(sql, origin));
  }

  @Override
  public ChainPoint best() {
    return db.inTransaction(sql ->
            sql.queryOne(
                """
                SELECT h.point FROM mainchain_position p
                JOIN mainchain_header h ON h.hash = p.best
                """,
                row -> point(row.bytes("point"))))
        .orElseThrow(() -> new IllegalStateException("the chain has not begun"));
  }

  @Override
  public Optional<ChainPoint> point(Hash256 hash) {
    return db.inTransaction(sql ->
        sql.queryOne(
            "SELECT point FROM mainchain_header WHERE hash = ? AND point IS NOT NULL",
            row -> point(row.bytes("point")),
            hash.bytes()));
  }

  @Override
  public Optional<Hash256> bestAt(long height) {
    return db.inTransaction(sql ->
        sql.queryOne(
            "SELECT hash FROM mainchain_header WHERE height = ? AND best",
            row -> Hash256.of(row.bytes("hash")),
            height));
  }

  @Override
  public Optional<StoredBlock> block(Hash256 hash) {
    return db.inTransaction(sql ->
        sql.queryOne(
            """
            SELECT hash, height, previous, header, confirm, best
            FROM mainchain_header WHERE hash = ?
            """,
            PostgresHeaderStore::block,
            hash.bytes()));
  }

  @Override
  public long finalHeight() {
    return db.inTransaction(sql ->
            sql.queryOne(
                "SELECT final_height FROM mainchain_position", row -> row.bigint("final_height")))
        .orElseThrow(() -> new IllegalStateException("the chain has not begun"));
  }

  @Override
  public boolean apply(ChainCommit commit) {
    return db.inTransaction(sql -> new Appending(sql).apply(commit));
  }

  @Override
  public Set<Hash256> storedAmong(Set<Hash256> blocks) {
    return among(blocks, "SELECT hash FROM mainchain_header WHERE hash = ANY (?)");
  }

  private Set<Hash256> among(Set<Hash256> blocks, String query) {
    byte[][] hashes = blocks.stream().map(Hash256::bytes).toArray(byte[][]::new);
    return Set.copyOf(
        db.inTransaction(sql ->
            sql.query(
                query,
                row -> Hash256.of(row.bytes("hash")),
                sql.array("bytea", (Object[]) hashes))));
  }

  @Override
  public Optional<Contest> contest() {
    return db.inTransaction(sql ->
        sql.queryOne(
            "SELECT code, height, tip, source FROM mainchain_contest",
            row ->
                new Contest(
                    row.text("code"),
                    row.bigint("height"),
                    Hash256.of(row.bytes("tip")),
                    row.text("source"))));
  }

  @Override
  public boolean settle(Settlement decision) {
    return db.inTransaction(sql -> Deciding.settle(sql, decision));
  }

  @Override
  public boolean rebase(Rebase rebase) {
    return db.inTransaction(sql -> Deciding.rebase(sql, rebase));
  }

  @Override
  public Set<Hash256> rejectedAmong(Set<Hash256> blocks) {
    return among(blocks, "SELECT hash FROM mainchain_header WHERE hash = ANY (?) AND rejected");
  }

  @Override
  public List<LockedSpend> refusedSpends(int most) {
    return db.inTransaction(sql ->
        sql.query(
            """
            SELECT s.txid, s.block, s.height, s.rule FROM mainchain_locked_spend s
            JOIN mainchain_header h ON h.hash = s.block AND h.best
            WHERE s.acknowledged_at IS NULL
            ORDER BY s.height DESC, s.txid LIMIT ?
            """,
            row ->
                new LockedSpend(
                    Hash256.of(row.bytes("txid")),
                    Hash256.of(row.bytes("block")),
                    row.bigint("height"),
                    row.text("rule")),
            most));
  }

  @Override
  public int acknowledgeSpends() {
    return db.inTransaction(sql ->
        sql.update(
            """
            UPDATE mainchain_locked_spend s SET acknowledged_at = now()
            FROM mainchain_header h
            WHERE h.hash = s.block AND h.best AND s.acknowledged_at IS NULL
            """));
  }

  @Override
  public List<ChainEvent> eventsAfter(long number, int most) {
    return db.inTransaction(sql ->
        sql.query(
            """
            SELECT number, joined, height, hash FROM mainchain_event
            WHERE number > ? ORDER BY number LIMIT ?
            """,
            row ->
                new ChainEvent(
                    row.bigint("number"),
                    row.bool("joined"),
                    row.bigint("height"),
                    Hash256.of(row.bytes("hash"))),
            number,
            most));
  }

  @Override
  public List<KeptTransaction> transactionsIn(Hash256 block) {
    return db.inTransaction(sql ->
        sql.query(
            """
            SELECT txid, block, position, body, proof FROM mainchain_transaction
            WHERE block = ? ORDER BY position
            """,
            PostgresHeaderStore::transaction,
            block.bytes()));
  }

  @Override
  public Optional<KeptTransaction> transaction(Hash256 txid) {
    return db.inTransaction(sql ->
        sql.queryOne(
            """
            SELECT t.txid, t.block, t.position, t.body, t.proof FROM mainchain_transaction t
            JOIN mainchain_header h ON h.hash = t.block AND h.best
            WHERE t.txid = ?
            """,
            PostgresHeaderStore::transaction,
            txid.bytes()));
  }

  @Override
  public Map<OutputId, WatchedOutput> watchedAmong(Set<OutputId> outputs) {
    if (outputs.isEmpty()) {
      return Map.of();
    }
    byte[][] txids =
        outputs.stream().map(OutputId::txid).distinct().map(Hash256::bytes).toArray(byte[][]::new);
    Map<OutputId, WatchedOutput> watched = new HashMap<>();
    db.inTransaction(sql ->
            sql.query(
                "SELECT txid, position, program, sela FROM mainchain_output WHERE txid = ANY (?)",
                PostgresHeaderStore::output,
                sql.array("bytea", (Object[]) txids)))
        .forEach(found -> watched.put(found.getKey(), found.getValue()));
    watched.keySet().retainAll(outputs);
    return watched;
  }

  @Override
  public void forgetBelow(long height) {
    db.inTransaction(sql -> forget(sql, height));
  }

  private static int forget(Sql sql, long height) throws SQLException {
    Optional<Long> keptFrom =
        sql.queryOne(
            "SELECT kept_from FROM mainchain_position WHERE kept_from < ? FOR UPDATE",
            row -> row.bigint("kept_from"),
            height);
    if (keptFrom.isEmpty()) {
      return 0;
    }
    sql.update("DELETE FROM mainchain_header WHERE NOT best AND height < ?", height);
    sql.update(
        """
        UPDATE mainchain_header SET confirm = NULL, point = NULL
        WHERE best AND height >= ? AND height < ?
        """,
        keptFrom.get(),
        height);
    return sql.update("UPDATE mainchain_position SET kept_from = ?", height);
  }

  static ChainPoint point(byte[] bytes) {
    return ChainPointCodec.read(bytes).orElseThrow();
  }

  private static StoredBlock block(Row row) throws SQLException {
    return new StoredBlock(
        Hash256.of(row.bytes("hash")),
        row.bigint("height"),
        Hash256.of(row.bytes("previous")),
        row.optionalBytes("header").map(Bytes::of),
        row.optionalBytes("confirm").map(Bytes::of),
        row.bool("best"));
  }

  private static Map.Entry<OutputId, WatchedOutput> output(Row row) throws SQLException {
    return Map.entry(
        new OutputId(Hash256.of(row.bytes("txid")), row.integer("position")),
        new WatchedOutput(ProgramHash.of(row.bytes("program")), new Sela(row.bigint("sela"))));
  }

  private static KeptTransaction transaction(Row row) throws SQLException {
    return new KeptTransaction(
        Hash256.of(row.bytes("txid")),
        Hash256.of(row.bytes("block")),
        row.integer("position"),
        Bytes.of(row.bytes("body")),
        Bytes.of(row.bytes("proof")));
  }
}
