// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import org.elastos.smartweb.ddrm.AssetId;

/// What a work's file is called in a home: its title as far as it can stand in a name, and the
/// beginning of its asset id, so that two works with one title stay apart. Stateless.
final class WorkNames {
  private static final int TITLE_POINTS = 40;
  private static final int ID_DIGITS = 12;

  private WorkNames() {}

  /// A single segment that ends with `.ddrm`.
  static String of(String title, AssetId asset) {
    StringBuilder name = new StringBuilder();
    title
        .codePoints()
        .map(point -> Character.isLetterOrDigit(point) ? point : '-')
        .limit(TITLE_POINTS)
        .forEach(name::appendCodePoint);
    String tidy = name.toString().replaceAll("-+", "-").replaceAll("^-|-$", "");
    String id = asset.hash().hex().substring(0, ID_DIGITS);
    return (tidy.isEmpty() ? id : tidy + "-" + id) + ".ddrm";
  }
}
