// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `Terms`. Generated.
public record Terms(
    Hash256 assetId,
    EvmAddress payToken,
    BigInteger price,
    long maxSupply,
    int royaltyBps,
    boolean transferable,
    boolean pushRoyalties,
    String contentUri) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.word(assetId);
    out.address(payToken);
    out.uint(128, price);
    out.uint(64, maxSupply);
    out.uint(16, royaltyBps);
    out.bool(transferable);
    out.bool(pushRoyalties);
    out.string(contentUri);
  }

  /// Reads the fields.
  public static Terms readFrom(AbiReader in) {
    return new Terms(
        in.word(),
        in.address(),
        in.uint(128),
        in.uintAsLong(64),
        in.uintAsInt(16),
        in.bool(),
        in.bool(),
        in.string());
  }
}
