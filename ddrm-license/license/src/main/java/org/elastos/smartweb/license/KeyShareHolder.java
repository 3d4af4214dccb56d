// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.security.SecureRandom;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.KeyShare;
import org.elastos.smartweb.threshold.Partial;

/// Holds the one share that was accepted; the share stays the caller's to close. Safe for many
/// threads.
public final class KeyShareHolder implements ShareHolder {
  private final KeyShare share;
  private final SecureRandom random;

  /// Holds this share.
  public KeyShareHolder(KeyShare share, SecureRandom random) {
    this.share = share;
    this.random = random;
  }

  @Override
  public int index() {
    return share.index();
  }

  @Override
  public boolean fits(EpochKeys keys) {
    return share.fits(keys);
  }

  @Override
  public Partial partial(CheckedHeader header, Hash256 request) {
    return share.partial(header, request, random);
  }
}
