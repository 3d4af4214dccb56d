// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `HoldView`. Generated.
public record HoldView(EvmAddress payer, long quantity, BigInteger paid, long until) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.address(payer);
    out.uint(64, quantity);
    out.uint(256, paid);
    out.uint(64, until);
  }

  /// Reads the fields.
  public static HoldView readFrom(AbiReader in) {
    return new HoldView(in.address(), in.uintAsLong(64), in.uint(256), in.uintAsLong(64));
  }
}
