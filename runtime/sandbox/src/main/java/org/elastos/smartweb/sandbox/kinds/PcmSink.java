// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.kinds;

/// Takes decoded sound: interleaved signed 16-bit little-endian samples. Called by one thread at a
/// time: `begin` once, `write` any number of times, then `end` or `abort`.
public interface PcmSink {
  /// The sound begins.
  ///
  /// @param rate frames a second
  /// @param channels samples a frame
  void begin(int rate, int channels);

  /// Whole frames. The array is the guest's own memory: it must be used up before returning. May
  /// block to hold the player back.
  void write(byte[] array, int offset, int length);

  /// All of it was given.
  void end();

  /// The run ended before the sound did.
  void abort();
}
