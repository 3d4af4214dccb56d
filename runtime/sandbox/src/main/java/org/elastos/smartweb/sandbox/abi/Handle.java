// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.abi;

/// One open thing. A kind overrides what it can do; everything else answers `unsupported`. Called
/// by one thread at a time, the guest's own, while the guest is suspended. A negative result is an
/// {@link Errno}'s number; an unchecked exception is a fault of the host and reaches the guest as
/// `host_fault`.
public interface Handle {
  /// Fills at most the window; 0 at the end.
  default int read(MemoryWindow window) {
    return Errno.UNSUPPORTED.number();
  }

  /// Takes at most the window; the number of bytes taken.
  default int write(MemoryWindow window) {
    return Errno.UNSUPPORTED.number();
  }

  /// Moves to an absolute position and returns it.
  default long seek(long position) {
    return Errno.UNSUPPORTED.number();
  }

  /// The length in bytes, or -1 where there is none.
  default long length() {
    return -1;
  }

  /// The position in bytes.
  default long position() {
    return 0;
  }

  /// Sets a number that the kind defines.
  default int configure(int key, long value) {
    return Errno.UNSUPPORTED.number();
  }

  /// Reads a number that the kind defines.
  default long query(int key) {
    return Errno.UNSUPPORTED.number();
  }

  /// Closed by the capsule: what was given out is whole.
  int close();

  /// Left open when the run ended: what was given out is not whole.
  void abandon();
}
