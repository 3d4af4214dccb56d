// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.kinds;

import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.sandbox.abi.Errno;
import org.elastos.smartweb.sandbox.abi.Flow;
import org.elastos.smartweb.sandbox.abi.Handle;
import org.elastos.smartweb.sandbox.abi.HandleProvider;
import org.elastos.smartweb.sandbox.abi.MemoryWindow;
import org.elastos.smartweb.sandbox.abi.Opening;
import org.elastos.smartweb.sandbox.abi.StreamTerms;

/// Opens `content:<name>`: what the owner chose for this run, read only, with seeking.
public final class ContentProvider implements HandleProvider {
  /// One work as the owner chose it; with terms it is licensed.
  public record Content(ContentSource source, Optional<StreamTerms> terms) {}

  private final Map<String, Content> contents;

  /// The works of this run by name; the first one is `main` by habit.
  public ContentProvider(Map<String, Content> contents) {
    this.contents = Map.copyOf(contents);
  }

  /// One licensed work as `content:main`.
  public static ContentProvider licensed(ContentSource source, StreamTerms terms) {
    return new ContentProvider(Map.of("main", new Content(source, Optional.of(terms))));
  }

  /// One file of the owner's own, under no licence, as `content:main`.
  public static ContentProvider own(ContentSource source) {
    return new ContentProvider(Map.of("main", new Content(source, Optional.empty())));
  }

  @Override
  public String kind() {
    return "content";
  }

  @Override
  public Flow flow() {
    return Flow.IN;
  }

  @Override
  public Optional<StreamTerms> terms(String name) {
    return Optional.ofNullable(contents.get(name)).flatMap(Content::terms);
  }

  @Override
  public Opening open(String name, int flags) {
    Content content = contents.get(name);
    if (content == null) {
      return new Opening.Refused(Errno.NOT_FOUND);
    }
    if (flags != 1) {
      return new Opening.Refused(Errno.INVALID_ARGUMENT);
    }
    return new Opening.Opened(new ContentHandle(content.source()));
  }

  private static final class ContentHandle implements Handle {
    private final ContentSource source;
    private final long length;
    private long position;

    ContentHandle(ContentSource source) {
      this.source = source;
      this.length = source.length();
    }

    @Override
    public int read(MemoryWindow window) {
      if (position >= length || window.length() == 0) {
        return 0;
      }
      try {
        int got = source.readInto(position, window);
        position += got;
        return got;
      } catch (DamagedContentException e) {
        return Errno.DAMAGED.number();
      }
    }

    @Override
    public long seek(long to) {
      if (to < 0 || to > length) {
        return Errno.INVALID_ARGUMENT.number();
      }
      position = to;
      return to;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public int close() {
      return 0;
    }

    @Override
    public void abandon() {}
  }
}
