// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.Optional;

/// Port to the append-only audit. Safe for many threads; blocks until the record is durable.
public interface AuditLog {
  /// Appends a record, chained as {@link AuditEntry.Chained#after} says, with a fresh random salt.
  ///
  /// @return where it stands; empty when it could not be stored durably, and then nothing is given
  Optional<AuditPosition> append(AuditEntry entry);
}
