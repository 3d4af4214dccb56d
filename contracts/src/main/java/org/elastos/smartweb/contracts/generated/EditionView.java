// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `EditionView`. Generated.
public record EditionView(
    Hash256 assetId,
    EvmAddress payToken,
    BigInteger price,
    long maxSupply,
    long sold,
    int royaltyBps,
    boolean transferable,
    boolean pushRoyalties,
    boolean paused,
    Hash256 tableHash,
    BigInteger credited,
    BigInteger drawn) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.word(assetId);
    out.address(payToken);
    out.uint(128, price);
    out.uint(64, maxSupply);
    out.uint(64, sold);
    out.uint(16, royaltyBps);
    out.bool(transferable);
    out.bool(pushRoyalties);
    out.bool(paused);
    out.word(tableHash);
    out.uint(256, credited);
    out.uint(256, drawn);
  }

  /// Reads the fields.
  public static EditionView readFrom(AbiReader in) {
    return new EditionView(
        in.word(),
        in.address(),
        in.uint(128),
        in.uintAsLong(64),
        in.uintAsLong(64),
        in.uintAsInt(16),
        in.bool(),
        in.bool(),
        in.bool(),
        in.word(),
        in.uint(256),
        in.uint(256));
  }
}
