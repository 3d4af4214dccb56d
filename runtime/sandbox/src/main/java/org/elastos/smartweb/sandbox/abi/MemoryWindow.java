// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.abi;

import java.util.Objects;

/// A stretch of the guest's own memory, lent to the host for the length of one call while the guest
/// is suspended. After that call it is dead: a host that kept it can neither read nor write through
/// it. Not thread-safe.
public final class MemoryWindow {
  private final byte[] memory;
  private final int offset;
  private final int length;
  private boolean live = true;

  /// Lends `memory[offset, offset + length)`.
  public MemoryWindow(byte[] memory, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, memory.length);
    this.memory = memory;
    this.offset = offset;
    this.length = length;
  }

  /// The guest's memory itself; only the lent stretch may be touched.
  ///
  /// @throws IllegalStateException after the call has ended
  public byte[] array() {
    if (!live) {
      throw new IllegalStateException("the window was lent for one call only");
    }
    return memory;
  }

  /// Where the stretch begins in `array()`.
  public int offset() {
    return offset;
  }

  /// Bytes lent.
  public int length() {
    return length;
  }

  /// Ends the loan.
  public void revoke() {
    live = false;
  }
}
