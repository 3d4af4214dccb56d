// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;

class AuditLogTest {
  private final AuditLog log = new AuditLog();

  private List<AuditRecord> three() {
    for (int i = 0; i < 3; i++) {
      log.append(i, Hash256.ZERO, Map.of("read", (long) i), Map.of(), "");
    }
    return new ArrayList<>(log.records());
  }

  @Test
  void anUntouchedChainHasNoBreak() {
    assertThat(AuditLog.firstBreak(List.of(), Hash256.ZERO)).isEmpty();
    assertThat(AuditLog.firstBreak(three(), log.head())).isEmpty();
  }

  @Test
  void findsAChangedRecord() {
    List<AuditRecord> records = three();
    AuditRecord r = records.get(1);
    records.set(
        1,
        new AuditRecord(
            r.prev(), r.seq(), r.at(), r.release(), Map.of("read", 9L), r.refusals(), ""));

    assertThat(AuditLog.firstBreak(records, log.head())).hasValue(2);
  }

  @Test
  void findsAMissingRecordAndAMissingEnd() {
    List<AuditRecord> records = three();

    assertThat(AuditLog.firstBreak(records.subList(0, 2), log.head())).hasValue(2);
    records.remove(1);
    assertThat(AuditLog.firstBreak(records, log.head())).hasValue(1);
  }
}
