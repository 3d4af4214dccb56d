// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The 44 bytes before interleaved signed 16-bit little-endian samples that make a RIFF/WAVE
/// stream. The length is not known while a capsule still decodes, so both length fields carry the
/// greatest value, which players take as "until the end".
final class WavHeader {
  static final int BYTES = 44;
  private static final int UNKNOWN = 0xFFFFFFFF;
  private static final int BYTES_PER_SAMPLE = 2;

  private WavHeader() {}

  static byte[] of(PcmFormat format) {
    int frame = format.channels() * BYTES_PER_SAMPLE;
    ByteBuffer out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(UNKNOWN);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) format.channels());
    out.putInt(format.rate()).putInt(format.rate() * frame);
    out.putShort((short) frame).putShort((short) (8 * BYTES_PER_SAMPLE));
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(UNKNOWN);
    return out.array();
  }
}
