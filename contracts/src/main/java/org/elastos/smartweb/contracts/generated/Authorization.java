// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `Authorization`. Generated.
public record Authorization(BigInteger validAfter, BigInteger validBefore, Bytes signature) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.uint(256, validAfter);
    out.uint(256, validBefore);
    out.bytes(signature);
  }

  /// Reads the fields.
  public static Authorization readFrom(AbiReader in) {
    return new Authorization(in.uint(256), in.uint(256), in.bytes());
  }
}
