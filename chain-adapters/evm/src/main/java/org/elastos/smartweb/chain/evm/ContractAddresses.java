// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.web3j.crypto.ContractUtils;
import org.web3j.crypto.Hash;

/// Where a contract will stand before it is made. Stateless.
public final class ContractAddresses {
  private ContractAddresses() {}

  /// The contract that an account creates with its transaction of this nonce.
  public static EvmAddress created(EvmAddress account, long nonce) {
    return EvmAddress.of(
        ContractUtils.generateContractAddress(account.bytes(), BigInteger.valueOf(nonce)));
  }

  /// The contract that another contract creates from this code and salt (EIP-1014).
  public static EvmAddress created2(EvmAddress creator, Hash256 salt, Bytes initCode) {
    ByteArrayOutputStream preimage = new ByteArrayOutputStream();
    preimage.write(0xff);
    preimage.writeBytes(creator.bytes());
    preimage.writeBytes(salt.bytes());
    preimage.writeBytes(Hash.sha3(initCode.bytes()));
    byte[] digest = Hash.sha3(preimage.toByteArray());
    return EvmAddress.of(
        Arrays.copyOfRange(digest, digest.length - EvmAddress.BYTES, digest.length));
  }
}
