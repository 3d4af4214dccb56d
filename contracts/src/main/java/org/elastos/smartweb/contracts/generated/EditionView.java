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
    int transferPolicy,
    boolean pushRoyalties,
    boolean paused,
    long refundWindow,
    int features,
    Hash256 deedHash,
    BigInteger accrued,
    BigInteger held,
    long materialised) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.word(assetId);
    out.address(payToken);
    out.uint(128, price);
    out.uint(64, maxSupply);
    out.uint(64, sold);
    out.uint(16, royaltyBps);
    out.uint(8, transferPolicy);
    out.bool(pushRoyalties);
    out.bool(paused);
    out.uint(32, refundWindow);
    out.uint(16, features);
    out.word(deedHash);
    out.uint(256, accrued);
    out.uint(256, held);
    out.uint(32, materialised);
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
        in.uintAsInt(8),
        in.bool(),
        in.bool(),
        in.uintAsLong(32),
        in.uintAsInt(16),
        in.word(),
        in.uint(256),
        in.uint(256),
        in.uintAsLong(32));
  }
}
