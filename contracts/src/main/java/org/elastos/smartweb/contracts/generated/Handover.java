// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.util.List;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `Handover`. Generated.
public record Handover(
    long fromEpoch, List<EvmAddress> operators, int threshold, long expiry, Hash256 salt) {

  /// Copies the lists.
  public Handover {
    operators = List.copyOf(operators);
  }

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.uint(64, fromEpoch);
    out.list(operators, (each, one) -> each.address(one));
    out.uint(8, threshold);
    out.uint(64, expiry);
    out.word(salt);
  }

  /// Reads the fields.
  public static Handover readFrom(AbiReader in) {
    return new Handover(
        in.uintAsLong(64),
        in.list(each -> each.address()),
        in.uintAsInt(8),
        in.uintAsLong(64),
        in.word());
  }
}
