// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `EditionTerms`. Generated.
public record EditionTerms(
    Hash256 assetId,
    EvmAddress payToken,
    BigInteger price,
    long maxSupply,
    int royaltyBps,
    int transferPolicy,
    int settlement,
    long refundWindow,
    int features,
    String contentUri) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.word(assetId);
    out.address(payToken);
    out.uint(128, price);
    out.uint(64, maxSupply);
    out.uint(16, royaltyBps);
    out.uint(8, transferPolicy);
    out.uint(8, settlement);
    out.uint(32, refundWindow);
    out.uint(16, features);
    out.string(contentUri);
  }

  /// Reads the fields.
  public static EditionTerms readFrom(AbiReader in) {
    return new EditionTerms(
        in.word(),
        in.address(),
        in.uint(128),
        in.uintAsLong(64),
        in.uintAsInt(16),
        in.uintAsInt(8),
        in.uintAsInt(8),
        in.uintAsLong(32),
        in.uintAsInt(16),
        in.string());
  }
}
