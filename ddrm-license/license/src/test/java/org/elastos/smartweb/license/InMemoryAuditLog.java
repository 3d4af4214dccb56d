// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// Keeps records in memory; can be made to fail.
public final class InMemoryAuditLog implements AuditLog {
  private final SecureRandom random;
  private final List<AuditEntry.Chained> records = new ArrayList<>();
  private Hash256 head = Hash256.ZERO;
  private boolean failing;

  /// Salts come from this source.
  public InMemoryAuditLog(SecureRandom random) {
    this.random = random;
  }

  @Override
  public synchronized Optional<AuditPosition> append(AuditEntry entry) {
    if (failing) {
      return Optional.empty();
    }
    byte[] salt = new byte[AuditEntry.SALT_BYTES];
    random.nextBytes(salt);
    AuditEntry.Chained chained = entry.chained(Bytes.of(salt));
    AuditPosition position = chained.after(head, records.size());
    records.add(chained);
    head = position.head();
    return Optional.of(position);
  }

  /// The chained parts so far.
  public synchronized List<AuditEntry.Chained> records() {
    return List.copyOf(records);
  }

  /// From now on nothing can be stored, or can again.
  public synchronized void failing(boolean fails) {
    this.failing = fails;
  }
}
