// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.kinds;

import java.util.Arrays;
import org.elastos.smartweb.ddrm.DdrmException;
import org.elastos.smartweb.ddrm.Unlocked;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;

/// An unlocked container as a content source. Whoever unlocked it closes it after the run. Not
/// thread-safe, like the container.
public final class DdrmContent implements ContentSource {
  private final Unlocked work;

  /// Reads from this work.
  public DdrmContent(Unlocked work) {
    this.work = work;
  }

  @Override
  public long length() {
    return work.length();
  }

  @Override
  public int readInto(long position, MemoryWindow window) {
    int from = window.offset();
    try {
      return Math.max(0, work.readInto(position, window.array(), from, window.length()));
    } catch (DdrmException e) {
      Arrays.fill(window.array(), from, from + window.length(), (byte) 0);
      if (e.record() >= 0) {
        throw new DamagedContentException(e);
      }
      throw e;
    }
  }
}
