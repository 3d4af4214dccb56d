// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `EpochInfo`. Generated.
public record EpochInfo(
    int kind, int size, int threshold, long from, long set, long activatedAt, long replacedAt) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.uint(8, kind);
    out.uint(8, size);
    out.uint(8, threshold);
    out.uint(64, from);
    out.uint(64, set);
    out.uint(64, activatedAt);
    out.uint(64, replacedAt);
  }

  /// Reads the fields.
  public static EpochInfo readFrom(AbiReader in) {
    return new EpochInfo(
        in.uintAsInt(8),
        in.uintAsInt(8),
        in.uintAsInt(8),
        in.uintAsLong(64),
        in.uintAsLong(64),
        in.uintAsLong(64),
        in.uintAsLong(64));
  }
}
