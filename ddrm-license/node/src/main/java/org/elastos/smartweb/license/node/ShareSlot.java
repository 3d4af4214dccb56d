// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.security.SecureRandom;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.ShareHolder;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.KeyShare;
import org.elastos.smartweb.threshold.Partial;

/// Where the node's accepted shares lie: of the epoch that is active, and for a while of the one
/// before it; empty at first. Thread-safe.
final class ShareSlot implements ShareHolder, AutoCloseable {
  private final NavigableMap<Long, KeyShare> held = new ConcurrentSkipListMap<>();
  private final SecureRandom random;

  ShareSlot(SecureRandom random) {
    this.random = random;
  }

  /// Puts an accepted share in; an earlier one of the same epoch is wiped.
  void activate(KeyShare share) {
    KeyShare before = held.put(share.epoch(), share);
    if (before != null && before != share) {
      before.close();
    }
  }

  /// Wipes the shares of epochs that serve no longer.
  void retain(Set<Long> serving) {
    for (long epoch : Set.copyOf(held.keySet())) {
      if (!serving.contains(epoch)) {
        KeyShare gone = held.remove(epoch);
        if (gone != null) {
          gone.close();
        }
      }
    }
  }

  boolean isActive() {
    return !held.isEmpty();
  }

  boolean holds(long epoch) {
    return held.containsKey(epoch);
  }

  /// Does something with the share of an epoch, if it is held.
  <T> Optional<T> with(long epoch, Function<KeyShare, T> use) {
    return Optional.ofNullable(held.get(epoch)).map(use);
  }

  @Override
  public int index() {
    return newest().map(KeyShare::index).orElse(0);
  }

  private Optional<KeyShare> newest() {
    return Optional.ofNullable(held.lastEntry()).map(entry -> entry.getValue());
  }

  @Override
  public boolean fits(EpochKeys keys) {
    return with(keys.epoch(), share -> share.fits(keys)).orElse(false);
  }

  @Override
  public ShareHolder of(EpochKeys keys) {
    return new ShareHolder() {
      @Override
      public int index() {
        return with(keys.epoch(), KeyShare::index).orElse(0);
      }

      @Override
      public boolean fits(EpochKeys other) {
        return keys.epoch() == other.epoch() && ShareSlot.this.fits(other);
      }

      @Override
      public Partial partial(CheckedHeader header, Hash256 request) {
        return with(keys.epoch(), share -> share.partial(header, request, random))
            .orElseThrow(() -> new IllegalStateException("no share of that epoch is active"));
      }
    };
  }

  @Override
  public Partial partial(CheckedHeader header, Hash256 request) {
    return newest()
        .map(share -> share.partial(header, request, random))
        .orElseThrow(() -> new IllegalStateException("no share is active"));
  }

  @Override
  public void close() {
    retain(Set.of());
  }
}
