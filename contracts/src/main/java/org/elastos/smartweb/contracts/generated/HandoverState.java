// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `HandoverState`. Generated.
public record HandoverState(long readyAt, long set, int approvals, boolean proposed) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.uint(64, readyAt);
    out.uint(64, set);
    out.uint(8, approvals);
    out.bool(proposed);
  }

  /// Reads the fields.
  public static HandoverState readFrom(AbiReader in) {
    return new HandoverState(in.uintAsLong(64), in.uintAsLong(64), in.uintAsInt(8), in.bool());
  }
}
