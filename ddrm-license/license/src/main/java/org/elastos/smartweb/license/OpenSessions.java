// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Hpke;

/// The sessions open at this node, in its memory only: each has the context that its answers are
/// sealed with. Bounded; safe for many threads.
final class OpenSessions {
  private final int limit;
  private final Map<Hash256, OpenSession> byHash = new HashMap<>();

  OpenSessions(int limit) {
    this.limit = limit;
  }

  /// A session with its delegation and the epoch that its context is bound to.
  record OpenSession(
      Session session, Delegation delegation, long epoch, int index, Hpke.Sender context) {
    SecretBytes export(byte[] info) {
      synchronized (context) {
        return context.export(info, 32);
      }
    }
  }

  /// Keeps a session; false when there is no room even after dropping those that ended.
  synchronized boolean add(OpenSession opened, Instant now) {
    if (byHash.size() >= limit) {
      byHash.values().removeIf(old -> !now.isBefore(old.session().window().to()));
    }
    if (byHash.size() >= limit) {
      return false;
    }
    byHash.put(opened.session().hash(), opened);
    return true;
  }

  synchronized Optional<OpenSession> find(Hash256 hash) {
    return Optional.ofNullable(byHash.get(hash));
  }
}
