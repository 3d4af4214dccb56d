// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.elastos.smartweb.chain.Hash256;

/// Chains records, keeps them in memory and hands each to whoever stores it. Thread-safe.
public final class AuditLog {
  private final List<AuditRecord> records = new ArrayList<>();
  private final Consumer<AuditRecord> store;

  /// A log in memory only.
  public AuditLog() {
    this(record -> {});
  }

  /// A log whose records are stored, in order, before the next one is made.
  public AuditLog(Consumer<AuditRecord> store) {
    this.store = store;
  }

  /// Appends a batch.
  public synchronized AuditRecord append(
      long at, Hash256 release, Map<String, Long> calls, Map<String, Long> refusals, String end) {
    var record = new AuditRecord(head(), records.size(), at, release, calls, refusals, end);
    store.accept(record);
    records.add(record);
    return record;
  }

  /// The hash of the last record; zero for an empty log.
  public synchronized Hash256 head() {
    return records.isEmpty() ? Hash256.ZERO : records.getLast().hash();
  }

  /// All records, oldest first.
  public synchronized List<AuditRecord> records() {
    return List.copyOf(records);
  }

  /// The first position where the chain is broken, if it is.
  public static OptionalLong firstBreak(List<AuditRecord> records, Hash256 head) {
    Hash256 before = Hash256.ZERO;
    for (int i = 0; i < records.size(); i++) {
      AuditRecord record = records.get(i);
      if (record.seq() != i || !record.prev().equals(before)) {
        return OptionalLong.of(i);
      }
      before = record.hash();
    }
    return before.equals(head) ? OptionalLong.empty() : OptionalLong.of(records.size());
  }
}
