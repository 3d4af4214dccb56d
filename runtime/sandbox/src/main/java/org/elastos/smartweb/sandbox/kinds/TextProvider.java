// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.kinds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.Flow;
import org.elastos.smartweb.sandbox.abi.Handle;
import org.elastos.smartweb.sandbox.abi.HandleProvider;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.abi.Opening;

/// Opens `text:main`: UTF-8 text out, handed over whole when the capsule closes it.
public final class TextProvider implements HandleProvider {
  private static final int MAX_BYTES = 1 << 20;

  private final Consumer<String> sink;

  /// Gives each finished text to this sink.
  public TextProvider(Consumer<String> sink) {
    this.sink = sink;
  }

  @Override
  public String kind() {
    return "text";
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
    if (flags != 2) {
      return new Opening.Refused(Errno.INVALID_ARGUMENT);
    }
    return new Opening.Opened(new TextHandle(sink));
  }

  private static final class TextHandle implements Handle {
    private final Consumer<String> sink;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    TextHandle(Consumer<String> sink) {
      this.sink = sink;
    }

    @Override
    public int write(MemoryWindow window) {
      if (bytes.size() + window.length() > MAX_BYTES) {
        return Errno.LIMIT_EXCEEDED.number();
      }
      bytes.write(window.array(), window.offset(), window.length());
      return window.length();
    }

    @Override
    public int close() {
      sink.accept(bytes.toString(StandardCharsets.UTF_8));
      return 0;
    }

    @Override
    public void abandon() {
      bytes.reset();
    }
  }
}
