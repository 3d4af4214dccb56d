// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.elastos.smartweb.threshold.SeededRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryStoresTest {
  @Nested
  class Sessions extends SessionStoreContract {
    @Override
    protected SessionStore store() {
      return new InMemorySessionStore();
    }
  }

  @Nested
  class Nonces extends NonceStoreContract {
    @Override
    protected NonceStore store() {
      return new InMemoryNonceStore();
    }
  }

  @Nested
  class Audit extends AuditLogContract {
    @Override
    protected AuditLog log() {
      return new InMemoryAuditLog(new SeededRandom(1));
    }

    @Override
    protected List<AuditEntry.Chained> records(AuditLog log) {
      return ((InMemoryAuditLog) log).records();
    }

    @Test
    void givesNoPositionWhenNothingCanBeStored() {
      InMemoryAuditLog log = new InMemoryAuditLog(new SeededRandom(1));
      log.failing(true);
      assertThat(log.append(entry(1))).isEmpty();
    }
  }
}
