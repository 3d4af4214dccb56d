// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// Keeps nonces in memory.
public final class InMemoryNonceStore implements NonceStore {
  private final Map<Key, Instant> seen = new HashMap<>();

  private record Key(Hash256 session, Bytes nonce) {}

  @Override
  public synchronized boolean insert(Hash256 session, Bytes nonce, Instant keepUntil) {
    return seen.putIfAbsent(new Key(session, nonce), keepUntil) == null;
  }

  @Override
  public synchronized int prune(Instant now) {
    int before = seen.size();
    seen.values().removeIf(keepUntil -> !now.isBefore(keepUntil));
    return before - seen.size();
  }
}
