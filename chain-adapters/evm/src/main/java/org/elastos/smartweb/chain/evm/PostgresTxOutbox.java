// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Row;
import org.elastos.smartweb.platform.db.Sql;

/// The outbox as a table of PostgreSQL (migrations component `evm_outbox`). Thread-safe.
public final class PostgresTxOutbox implements TxOutbox {
  private static final String COLUMNS =
      "chain_id, account, id, nonce, tx_hash, request, signed, broadcast";

  private final Db db;

  /// @param db the schema that holds the table
  public PostgresTxOutbox(Db db) {
    this.db = db;
  }

  @Override
  public Optional<Entry> find(Account account, String id) {
    return db.inTransaction(sql -> find(sql, account, id));
  }

  @Override
  public OptionalLong highestNonce(Account account) {
    Optional<Long> highest =
        db.inTransaction(sql ->
            sql.queryOne(
                    """
                    SELECT max(nonce) AS nonce FROM evm_outbox
                    WHERE chain_id = ? AND account = ?
                    """,
                    row -> row.optionalBigint("nonce"),
                    chain(account),
                    address(account))
                .flatMap(nonce -> nonce));
    return highest.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  @Override
  public AppendOutcome append(Entry entry) {
    return db.inTransaction(sql -> {
      int stored =
          sql.update(
              """
              INSERT INTO evm_outbox
                (chain_id, account, id, nonce, tx_hash, request, signed, broadcast)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
              """,
              chain(entry.account()),
              address(entry.account()),
              entry.id(),
              entry.nonce(),
              entry.hash().hash().bytes(),
              entry.request().bytes(),
              entry.signed().bytes(),
              entry.broadcast());
      if (stored == 1) {
        return new AppendOutcome.Stored();
      }
      return find(sql, entry.account(), entry.id())
          .<AppendOutcome>map(AppendOutcome.IdTaken::new)
          .orElseGet(AppendOutcome.NonceTaken::new);
    });
  }

  @Override
  public List<Entry> unsettled(Account account) {
    return db.inTransaction(sql ->
        sql.query(
            "SELECT "
                + COLUMNS
                + " FROM evm_outbox"
                + " WHERE chain_id = ? AND account = ? AND NOT settled ORDER BY nonce",
            PostgresTxOutbox::entry,
            chain(account),
            address(account)));
  }

  @Override
  public Optional<Entry> find(Account account, TxHash version) {
    return db.inTransaction(sql ->
        sql.queryOne(
            "SELECT "
                + COLUMNS
                + """
                 FROM evm_outbox
                WHERE chain_id = ? AND account = ? AND nonce IN (
                  SELECT nonce FROM evm_outbox
                  WHERE chain_id = ? AND account = ? AND tx_hash = ?
                  UNION
                  SELECT nonce FROM evm_outbox_version
                  WHERE chain_id = ? AND account = ? AND tx_hash = ?)
                """,
            PostgresTxOutbox::entry,
            chain(account),
            address(account),
            chain(account),
            address(account),
            version.hash().bytes(),
            chain(account),
            address(account),
            version.hash().bytes()));
  }

  @Override
  public List<Version> versions(Entry entry) {
    return db.inTransaction(sql ->
        sql.query(
            """
            SELECT 1 AS version, tx_hash, signed FROM evm_outbox
            WHERE chain_id = ? AND account = ? AND nonce = ?
            UNION ALL
            SELECT version, tx_hash, signed FROM evm_outbox_version
            WHERE chain_id = ? AND account = ? AND nonce = ?
            ORDER BY version
            """,
            row ->
                new Version(
                    row.integer("version"),
                    new TxHash(Hash256.of(row.bytes("tx_hash"))),
                    Bytes.of(row.bytes("signed"))),
            chain(entry.account()),
            address(entry.account()),
            entry.nonce(),
            chain(entry.account()),
            address(entry.account()),
            entry.nonce()));
  }

  @Override
  public Duration age(Entry entry) {
    return db.inTransaction(sql ->
        sql.queryOne(
                """
                SELECT floor(extract(epoch FROM clock_timestamp() - max(created_at)) * 1000)::bigint
                  AS millis
                FROM (
                  SELECT created_at FROM evm_outbox
                  WHERE chain_id = ? AND account = ? AND nonce = ?
                  UNION ALL
                  SELECT created_at FROM evm_outbox_version
                  WHERE chain_id = ? AND account = ? AND nonce = ?) AS versions
                """,
                row -> Duration.ofMillis(row.optionalBigint("millis").orElse(0L)),
                chain(entry.account()),
                address(entry.account()),
                entry.nonce(),
                chain(entry.account()),
                address(entry.account()),
                entry.nonce())
            .orElse(Duration.ZERO));
  }

  @Override
  public boolean addVersion(Entry entry, Version version) {
    int stored =
        db.inTransaction(sql ->
            sql.update(
                """
                INSERT INTO evm_outbox_version (chain_id, account, nonce, version, tx_hash, signed)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                chain(entry.account()),
                address(entry.account()),
                entry.nonce(),
                version.number(),
                version.hash().hash().bytes(),
                version.signed().bytes()));
    return stored == 1;
  }

  @Override
  public void markBroadcast(Account account, long nonce) {
    db.inTransaction(sql ->
        sql.update(
            """
            UPDATE evm_outbox SET broadcast = true
            WHERE chain_id = ? AND account = ? AND nonce = ? AND NOT broadcast
            """,
            chain(account),
            address(account),
            nonce));
  }

  @Override
  public void settleBelow(Account account, long nonce) {
    db.inTransaction(sql ->
        sql.update(
            """
            UPDATE evm_outbox SET settled = true
            WHERE chain_id = ? AND account = ? AND nonce < ? AND NOT settled
            """,
            chain(account),
            address(account),
            nonce));
  }

  private static Optional<Entry> find(Sql sql, Account account, String id) throws SQLException {
    return sql.queryOne(
        "SELECT " + COLUMNS + " FROM evm_outbox WHERE chain_id = ? AND account = ? AND id = ?",
        PostgresTxOutbox::entry,
        chain(account),
        address(account),
        id);
  }

  private static Entry entry(Row row) throws SQLException {
    return new Entry(
        new Account(
            new ChainId(row.numeric("chain_id").longValueExact()),
            EvmAddress.of(row.bytes("account"))),
        row.text("id"),
        row.bigint("nonce"),
        new TxHash(Hash256.of(row.bytes("tx_hash"))),
        Hash256.of(row.bytes("request")),
        Bytes.of(row.bytes("signed")),
        row.bool("broadcast"));
  }

  private static BigInteger chain(Account account) {
    return BigInteger.valueOf(account.chain().value());
  }

  private static byte[] address(Account account) {
    return account.address().bytes();
  }
}
