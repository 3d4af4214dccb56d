// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.io.ByteArrayOutputStream;
import org.elastos.smartweb.sandbox.kinds.PcmSink;

/// Keeps what was played.
final class RecordedSound implements PcmSink {
  final ByteArrayOutputStream samples = new ByteArrayOutputStream();
  int rate;
  int channels;
  boolean ended;
  boolean aborted;

  @Override
  public void begin(int framesPerSecond, int samplesPerFrame) {
    rate = framesPerSecond;
    channels = samplesPerFrame;
  }

  @Override
  public void write(byte[] array, int offset, int length) {
    samples.write(array, offset, length);
  }

  @Override
  public void end() {
    ended = true;
  }

  @Override
  public void abort() {
    aborted = true;
  }
}
