// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `Ceremony`. Generated.
public record Ceremony(
    long start,
    long commitCloses,
    long revealCloses,
    long complaintCloses,
    long confirmCloses,
    int commits,
    int reveals,
    long messages,
    boolean active) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.uint(64, start);
    out.uint(64, commitCloses);
    out.uint(64, revealCloses);
    out.uint(64, complaintCloses);
    out.uint(64, confirmCloses);
    out.uint(8, commits);
    out.uint(8, reveals);
    out.uint(32, messages);
    out.bool(active);
  }

  /// Reads the fields.
  public static Ceremony readFrom(AbiReader in) {
    return new Ceremony(
        in.uintAsLong(64),
        in.uintAsLong(64),
        in.uintAsLong(64),
        in.uintAsLong(64),
        in.uintAsLong(64),
        in.uintAsInt(8),
        in.uintAsInt(8),
        in.uintAsLong(32),
        in.bool());
  }
}
