// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.outcome.HomeException;
import org.elastos.smartweb.license.Delegation;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.Row;

/// Delegations in PostgreSQL. Thread-safe; blocks.
final class DelegationStore {
  private static final String COLUMNS = "SELECT text, signature, revoked_at FROM delegation ";

  private final Db db;

  DelegationStore(Db db) {
    this.db = db;
  }

  /// A delegation, its wallet's signature, and when it was revoked here.
  record Kept(Delegation delegation, Bytes signature, Optional<Instant> revokedAt) {
    StoredDelegation view() {
      return new StoredDelegation(
          delegation.hash(),
          delegation.signer().wallet(),
          delegation.scope().groups(),
          delegation.validity().issuedAt(),
          delegation.validity().expiresAt(),
          revokedAt);
    }
  }

  /// Keeps it; one that is there already stays as it was, revocation included.
  void put(Delegation delegation, Bytes signature, Instant now) {
    db.inTransaction(sql ->
        sql.update(
            """
            INSERT INTO delegation
              (hash, wallet, text, signature, issued_at, expires_at, stored_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (hash) DO NOTHING
            """,
            delegation.hash().bytes(),
            delegation.signer().wallet().bytes(),
            delegation.text(),
            signature.bytes(),
            delegation.validity().issuedAt(),
            delegation.validity().expiresAt(),
            now));
  }

  List<Kept> all() {
    return db.inTransaction(
        sql -> sql.query(COLUMNS + "ORDER BY stored_at DESC", DelegationStore::read));
  }

  Optional<Kept> find(Hash256 hash) {
    return db.inTransaction(
        sql -> sql.queryOne(COLUMNS + "WHERE hash = ?", DelegationStore::read, hash.bytes()));
  }

  /// What a wallet delegated that is valid now, the longest first.
  List<Kept> valid(EvmAddress wallet, Instant now) {
    return db.inTransaction(sql ->
        sql.query(
            COLUMNS
                + """
                WHERE wallet = ? AND revoked_at IS NULL AND issued_at <= ? AND expires_at > ?
                ORDER BY expires_at DESC
                """,
            DelegationStore::read,
            wallet.bytes(),
            now,
            now));
  }

  void revoke(Hash256 hash, Instant now) {
    db.inTransaction(sql ->
        sql.update(
            "UPDATE delegation SET revoked_at = ? WHERE hash = ? AND revoked_at IS NULL",
            now,
            hash.bytes()));
  }

  private static Kept read(Row row) throws SQLException {
    Delegation delegation =
        Delegation.parse(row.text("text"))
            .orElseThrow(() -> new HomeException("a stored delegation is damaged"));
    return new Kept(
        delegation, Bytes.of(row.bytes("signature")), row.optionalInstant("revoked_at"));
  }
}
