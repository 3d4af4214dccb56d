// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `AuditState`. Generated.
public record AuditState(long records, long anchors, long at) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.uint(64, records);
    out.uint(64, anchors);
    out.uint(64, at);
  }

  /// Reads the fields.
  public static AuditState readFrom(AbiReader in) {
    return new AuditState(in.uintAsLong(64), in.uintAsLong(64), in.uintAsLong(64));
  }
}
