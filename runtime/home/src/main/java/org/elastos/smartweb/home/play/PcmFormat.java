// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

/// How the samples of a sound are laid out: frames a second, and channels interleaved in a frame.
/// Samples are signed 16-bit little-endian.
public record PcmFormat(int rate, int channels) {
  /// @throws IllegalArgumentException outside what a sound card could ever play
  public PcmFormat {
    if (rate < 1 || rate > 768_000 || channels < 1 || channels > 255) {
      throw new IllegalArgumentException("not a sound format");
    }
  }
}
