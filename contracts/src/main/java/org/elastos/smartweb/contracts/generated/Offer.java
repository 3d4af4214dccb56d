// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `Offer`. Generated.
public record Offer(
    EvmAddress buyer,
    EditionId editionId,
    long quantity,
    EvmAddress recipient,
    EvmAddress payToken,
    BigInteger price,
    BigInteger nonce,
    long expiry) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.address(buyer);
    out.word(editionId.hash());
    out.uint(64, quantity);
    out.address(recipient);
    out.address(payToken);
    out.uint(256, price);
    out.uint(256, nonce);
    out.uint(64, expiry);
  }

  /// Reads the fields.
  public static Offer readFrom(AbiReader in) {
    return new Offer(
        in.address(),
        new EditionId(in.word()),
        in.uintAsLong(64),
        in.address(),
        in.address(),
        in.uint(256),
        in.uint(256),
        in.uintAsLong(64));
  }
}
