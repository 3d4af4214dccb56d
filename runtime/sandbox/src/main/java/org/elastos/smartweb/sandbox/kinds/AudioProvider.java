// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.kinds;

import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.Flow;
import org.elastos.smartweb.sandbox.abi.Handle;
import org.elastos.smartweb.sandbox.abi.HandleProvider;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.abi.Opening;

/// Opens `audio:main` once a run: sound out. The capsule sets rate (key 1) and channels (key 2)
/// before the first frame.
public final class AudioProvider implements HandleProvider {
  /// Frames a second.
  public static final int RATE = 1;

  /// Samples a frame.
  public static final int CHANNELS = 2;

  private static final int MAX_RATE = 768_000;
  private static final int MAX_CHANNELS = 255;

  private final PcmSink sink;
  private boolean opened;

  /// Gives the sound to this sink.
  public AudioProvider(PcmSink sink) {
    this.sink = sink;
  }

  @Override
  public String kind() {
    return "audio";
  }

  @Override
  public Flow flow() {
    return Flow.OUT;
  }

  @Override
  public Opening open(String name, int flags) {
    if (!name.equals("main")) {
      return new Opening.Refused(Errno.NOT_FOUND);
    }
    if (flags != 2 || opened) {
      return new Opening.Refused(opened ? Errno.LIMIT_EXCEEDED : Errno.INVALID_ARGUMENT);
    }
    opened = true;
    return new Opening.Opened(new AudioHandle(sink));
  }

  private static final class AudioHandle implements Handle {
    private final PcmSink sink;
    private int rate;
    private int channels;
    private boolean begun;

    AudioHandle(PcmSink sink) {
      this.sink = sink;
    }

    @Override
    public int configure(int key, long value) {
      boolean known = key == RATE || key == CHANNELS;
      if (!known || begun || value < 1 || value > (key == RATE ? MAX_RATE : MAX_CHANNELS)) {
        return Errno.INVALID_ARGUMENT.number();
      }
      if (key == RATE) {
        rate = (int) value;
      } else {
        channels = (int) value;
      }
      return 0;
    }

    @Override
    public long query(int key) {
      return switch (key) {
        case RATE -> rate;
        case CHANNELS -> channels;
        default -> Errno.INVALID_ARGUMENT.number();
      };
    }

    @Override
    public int write(MemoryWindow window) {
      if (!begin() || window.length() % (2 * channels) != 0) {
        return Errno.INVALID_ARGUMENT.number();
      }
      sink.write(window.array(), window.offset(), window.length());
      return window.length();
    }

    @Override
    public int close() {
      if (!begin()) {
        sink.abort();
        return Errno.INVALID_ARGUMENT.number();
      }
      sink.end();
      return 0;
    }

    @Override
    public void abandon() {
      sink.abort();
    }

    private boolean begin() {
      if (rate == 0 || channels == 0) {
        return false;
      }
      if (!begun) {
        begun = true;
        sink.begin(rate, channels);
      }
      return true;
    }
  }
}
