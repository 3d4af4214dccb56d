// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `Permit`. Generated.
public record Permit(BigInteger deadline, int v, Hash256 r, Hash256 s) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.uint(256, deadline);
    out.uint(8, v);
    out.word(r);
    out.word(s);
  }

  /// Reads the fields.
  public static Permit readFrom(AbiReader in) {
    return new Permit(in.uint(256), in.uintAsInt(8), in.word(), in.word());
  }
}
