// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A name in the tree, such as `localhost://Users/alice/song.ddrm`: a root and the segments below
/// it. Immutable. What a disk or a shell could read in another way (`.`, `..`, backslash, control
/// characters, empty segments) is no name at all.
public record LocalPath(List<String> segments) {
  /// What every name begins with.
  public static final String SCHEME = "localhost://";

  /// The root under which each person's own files stand.
  public static final String USERS = "Users";

  private static final int MAX_SEGMENTS = 32;
  private static final int MAX_SEGMENT_BYTES = 200;

  /// @throws IllegalArgumentException when a segment could mean something else than itself
  public LocalPath {
    segments = List.copyOf(segments);
    if (segments.isEmpty()
        || segments.size() > MAX_SEGMENTS
        || !segments.stream().allMatch(LocalPath::isSegment)) {
      throw new IllegalArgumentException("not a name of the localhost tree");
    }
  }

  /// Reads a whole name, `localhost://` included.
  ///
  /// @return empty for anything that is not exactly one name
  public static Optional<LocalPath> parse(String text) {
    if (!text.startsWith(SCHEME) || text.length() > 4096) {
      return Optional.empty();
    }
    List<String> segments = List.of(text.substring(SCHEME.length()).split("/", -1));
    boolean valid =
        segments.size() <= MAX_SEGMENTS && segments.stream().allMatch(LocalPath::isSegment);
    return valid ? Optional.of(new LocalPath(segments)) : Optional.empty();
  }

  /// A name directly under `localhost://Users/<owner>/`.
  public static LocalPath ofUser(String owner, String name) {
    return new LocalPath(List.of(USERS, owner, name));
  }

  /// Whether a text may stand as one segment.
  public static boolean isSegment(String text) {
    return !text.isEmpty()
        && !text.equals(".")
        && !text.equals("..")
        && text.equals(text.strip())
        && isEncodable(text)
        && text.codePoints().noneMatch(LocalPath::isForbidden)
        && text.getBytes(StandardCharsets.UTF_8).length <= MAX_SEGMENT_BYTES;
  }

  /// The name one level deeper.
  public LocalPath child(String segment) {
    List<String> longer = new ArrayList<>(segments);
    longer.add(segment);
    return new LocalPath(longer);
  }

  /// The last segment.
  public String name() {
    return segments.getLast();
  }

  @Override
  public String toString() {
    return SCHEME + String.join("/", segments);
  }

  private static boolean isForbidden(int point) {
    return point == '/'
        || point == '\\'
        || point == ':'
        || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT
        || Character.getType(point) == Character.LINE_SEPARATOR
        || Character.getType(point) == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isEncodable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
