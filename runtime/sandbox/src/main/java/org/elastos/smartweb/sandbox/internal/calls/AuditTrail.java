// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.internal.calls;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.Syscall;
import org.elastos.smartweb.sandbox.audit.AuditLog;

/// Counts one run's calls and writes a record every thousand of them.
final class AuditTrail {
  private static final int BATCH = 1_000;

  private final AuditLog log;
  private final InstantSource clock;
  private final Hash256 release;
  private final Map<Syscall, Long> calls = new EnumMap<>(Syscall.class);
  private final Map<Errno, Long> refusals = new EnumMap<>(Errno.class);
  private int inBatch;

  AuditTrail(AuditLog log, InstantSource clock, Hash256 release) {
    this.log = log;
    this.clock = clock;
    this.release = release;
  }

  void count(Syscall call, long result) {
    calls.merge(call, 1L, Long::sum);
    if (result < 0) {
      Errno.numbered(result).ifPresent(errno -> refusals.merge(errno, 1L, Long::sum));
    }
    if (++inBatch == BATCH) {
      end("");
    }
  }

  /// Writes what is left; `outcome` is empty between batches.
  void end(String outcome) {
    Map<String, Long> made = new TreeMap<>();
    calls.forEach((call, times) -> made.put(call.text(), times));
    Map<String, Long> refused = new TreeMap<>();
    refusals.forEach((errno, times) -> refused.put(errno.code(), times));
    calls.clear();
    refusals.clear();
    inBatch = 0;
    log.append(clock.millis(), release, made, refused, outcome);
  }
}
