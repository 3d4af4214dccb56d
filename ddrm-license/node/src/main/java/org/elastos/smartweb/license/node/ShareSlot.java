// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.ShareHolder;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.KeyShare;
import org.elastos.smartweb.threshold.Partial;
import org.jspecify.annotations.Nullable;

/// Where the node's share lies once it was accepted; empty before. Thread-safe.
final class ShareSlot implements ShareHolder, AutoCloseable {
  private final AtomicReference<@Nullable KeyShare> held = new AtomicReference<>();
  private final SecureRandom random;

  ShareSlot(SecureRandom random) {
    this.random = random;
  }

  /// Puts an accepted share in; an earlier one is wiped.
  void activate(KeyShare share) {
    KeyShare before = held.getAndSet(share);
    if (before != null && before != share) {
      before.close();
    }
  }

  boolean isActive() {
    return held.get() != null;
  }

  @Override
  public int index() {
    KeyShare share = held.get();
    return share == null ? 0 : share.index();
  }

  @Override
  public boolean fits(EpochKeys keys) {
    KeyShare share = held.get();
    return share != null && share.fits(keys);
  }

  @Override
  public Partial partial(CheckedHeader header, Hash256 request) {
    KeyShare share = held.get();
    if (share == null) {
      throw new IllegalStateException("no share is active");
    }
    return share.partial(header, request, random);
  }

  @Override
  public void close() {
    KeyShare share = held.getAndSet(null);
    if (share != null) {
      share.close();
    }
  }
}
