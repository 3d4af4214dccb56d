// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `PurchaseOrder`. Generated.
public record PurchaseOrder(
    int action,
    EditionId editionId,
    long quantity,
    EvmAddress payer,
    EvmAddress recipient,
    EvmAddress token,
    BigInteger total,
    EvmAddress referrer,
    BigInteger referrerFee,
    BigInteger relayerFee,
    Hash256 termsHash,
    Hash256 salt) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.uint(8, action);
    out.word(editionId.hash());
    out.uint(64, quantity);
    out.address(payer);
    out.address(recipient);
    out.address(token);
    out.uint(256, total);
    out.address(referrer);
    out.uint(256, referrerFee);
    out.uint(256, relayerFee);
    out.word(termsHash);
    out.word(salt);
  }

  /// Reads the fields.
  public static PurchaseOrder readFrom(AbiReader in) {
    return new PurchaseOrder(
        in.uintAsInt(8),
        new EditionId(in.word()),
        in.uintAsLong(64),
        in.address(),
        in.address(),
        in.address(),
        in.uint(256),
        in.address(),
        in.uint(256),
        in.uint(256),
        in.word(),
        in.word());
  }
}
