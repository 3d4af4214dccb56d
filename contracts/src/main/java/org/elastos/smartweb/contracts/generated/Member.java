// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The contracts' `Member`. Generated.
public record Member(
    EvmAddress operator,
    int index,
    Hash256 identityKey,
    Bytes encryptionKey,
    Bytes proofOfPossession,
    Hash256 tlsKey,
    String endpoint) {

  /// Appends the fields.
  public void writeTo(AbiWriter out) {
    out.address(operator);
    out.uint(8, index);
    out.word(identityKey);
    out.bytes(encryptionKey);
    out.bytes(proofOfPossession);
    out.word(tlsKey);
    out.string(endpoint);
  }

  /// Reads the fields.
  public static Member readFrom(AbiReader in) {
    return new Member(
        in.address(), in.uintAsInt(8), in.word(), in.bytes(), in.bytes(), in.word(), in.string());
  }
}
