// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elastos.smartweb.market.Edition;

/// A place in the order in which editions were created.
public record EditionCursor(long block, int logIndex) {
  /// Before the first edition.
  public static final EditionCursor START = new EditionCursor(-1, -1);

  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");

  /// Reads what a client brought back.
  public static Optional<EditionCursor> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    return parts.matches()
        ? Optional.of(
            new EditionCursor(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  static EditionCursor of(Edition edition) {
    return new EditionCursor(edition.created().block(), edition.created().logIndex());
  }

  @Override
  public String toString() {
    return block + "." + logIndex;
  }
}
