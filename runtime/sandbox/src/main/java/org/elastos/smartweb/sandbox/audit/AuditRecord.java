// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.audit;

import java.util.Map;
import java.util.TreeMap;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborMapBuilder;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// A batch of calls of one run, or its end.
///
/// @param prev the record before; zero for the first
/// @param seq from 0, without gaps
/// @param at milliseconds since 1970
/// @param release which release ran
/// @param calls how often each call was made
/// @param refusals how often each error was answered
/// @param outcome empty until the run's last record
public record AuditRecord(
    Hash256 prev,
    long seq,
    long at,
    Hash256 release,
    Map<String, Long> calls,
    Map<String, Long> refusals,
    String outcome) {
  /// Keeps copies.
  public AuditRecord {
    calls = Map.copyOf(calls);
    refusals = Map.copyOf(refusals);
  }

  /// What the next record names.
  public Hash256 hash() {
    byte[] all =
        Cbor.map()
            .put("v", 1)
            .put("prev", prev)
            .put("seq", seq)
            .put("at", at)
            .put("release", release)
            .put("calls", counts(calls))
            .put("refusals", counts(refusals))
            .put("outcome", outcome)
            .encode();
    return TaggedHash.hash("smartweb/v1/sandbox-audit", all);
  }

  private static Cbor counts(Map<String, Long> counts) {
    CborMapBuilder map = Cbor.map();
    new TreeMap<>(counts).forEach(map::put);
    return map.build();
  }
}
