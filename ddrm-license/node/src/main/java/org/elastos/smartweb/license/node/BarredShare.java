// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.util.concurrent.atomic.AtomicLong;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.license.ShareHolder;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.Partial;

/// Holds a share back until it is known that it may act, and for ever where it is of an epoch that
/// was barred (decision F5). Thread-safe.
final class BarredShare implements ShareHolder {
  private final ShareHolder share;
  private final AtomicLong firstEpoch = new AtomicLong(Long.MAX_VALUE);

  BarredShare(ShareHolder share) {
    this.share = share;
  }

  /// Says from which epoch on shares act.
  void from(long epoch) {
    firstEpoch.set(epoch);
  }

  /// Whether it is not known yet.
  boolean isUndecided() {
    return firstEpoch.get() == Long.MAX_VALUE;
  }

  @Override
  public int index() {
    return share.index();
  }

  @Override
  public boolean fits(EpochKeys keys) {
    return keys.epoch() >= firstEpoch.get() && share.fits(keys);
  }

  @Override
  public ShareHolder of(EpochKeys keys) {
    if (keys.epoch() < firstEpoch.get()) {
      throw new IllegalStateException("a share of this epoch may not act");
    }
    return share.of(keys);
  }

  @Override
  public Partial partial(CheckedHeader header, Hash256 request) {
    if (isUndecided()) {
      throw new IllegalStateException("it is not known whether a share may act");
    }
    return share.partial(header, request);
  }
}
