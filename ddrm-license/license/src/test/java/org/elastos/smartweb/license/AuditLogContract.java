// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.AssetId;
import org.junit.jupiter.api.Test;

/// What every {@link AuditLog} must do.
public abstract class AuditLogContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /// An empty log.
  protected abstract AuditLog log();

  /// The chained parts that the log holds, in order.
  protected abstract List<AuditEntry.Chained> records(AuditLog log);

  /// An entry that differs from that of any other number.
  protected static AuditEntry entry(int number) {
    return new AuditEntry(
        Hash256.fromHex("%064x".formatted(number)),
        Hash256.fromHex("cc".repeat(32)),
        NOON.plusSeconds(number),
        new AuditEntry.Personal(
            EvmAddress.fromHex("aa".repeat(20)), AssetId.fromHex("bb".repeat(32))));
  }

  private void verify(AuditLog log, List<AuditPosition> given) {
    List<AuditEntry.Chained> records = records(log);
    assertThat(records).hasSameSizeAs(given);
    Hash256 head = Hash256.ZERO;
    List<AuditPosition> computed = new ArrayList<>();
    for (int position = 0; position < records.size(); position++) {
      AuditPosition after = records.get(position).after(head, position);
      computed.add(after);
      head = after.head();
    }
    assertThat(given).containsExactlyInAnyOrderElementsOf(computed);
  }

  @Test
  void chainsRecordsFromPositionZeroWithoutGaps() {
    AuditLog log = log();
    List<AuditPosition> given =
        IntStream.range(0, 5).mapToObj(k -> log.append(entry(k)).orElseThrow()).toList();
    assertThat(given).extracting(AuditPosition::position).containsExactly(0L, 1L, 2L, 3L, 4L);
    verify(log, given);
  }

  @Test
  void keepsThePersonalPartOutOfTheChainBehindAFreshSalt() {
    AuditLog log = log();
    assertThat(log.append(entry(1))).isPresent();
    assertThat(log.append(entry(1))).isPresent();
    Set<Hash256> commitments = new HashSet<>();
    records(log).forEach(record -> commitments.add(record.commitment()));
    assertThat(commitments).hasSize(2);
  }

  @Test
  void givesManyAtOnceDifferentPlacesInOneChain() throws Exception {
    AuditLog log = log();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<AuditPosition>> appends = new ArrayList<>();
      IntStream.range(0, 24).forEach(k -> appends.add(() -> log.append(entry(k)).orElseThrow()));
      List<AuditPosition> given = new ArrayList<>();
      for (Future<AuditPosition> one : threads.invokeAll(appends)) {
        given.add(one.get());
      }
      verify(log, given);
    }
  }
}
