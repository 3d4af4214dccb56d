// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

import org.elastos.smartweb.home.outcome.HomeException;
import org.elastos.smartweb.sandbox.kinds.PcmSink;

/// Lets a capsule's sound flow into the pipe to the listener. Used by the guest's own thread.
final class PipeSink implements PcmSink {
  private final PcmPipe pipe;

  PipeSink(PcmPipe pipe) {
    this.pipe = pipe;
  }

  @Override
  public void begin(int rate, int channels) {
    if (!pipe.begin(new PcmFormat(rate, channels))) {
      throw gone();
    }
  }

  @Override
  public void write(byte[] array, int offset, int length) {
    if (!pipe.write(array, offset, length)) {
      throw gone();
    }
  }

  @Override
  public void end() {
    pipe.end();
  }

  @Override
  public void abort() {
    pipe.cut();
  }

  private static HomeException gone() {
    return new HomeException("nobody listens to the sound any more");
  }
}
