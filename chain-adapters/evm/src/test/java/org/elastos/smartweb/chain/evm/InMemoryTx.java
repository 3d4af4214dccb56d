// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.security.SignatureException;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.TxHash;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;

/// A signed transaction as the chain in memory sees it.
record InMemoryTx(
    TxHash hash, EvmAddress from, long nonce, EvmAddress to, Bytes data, BigInteger price) {
  static InMemoryTx of(Bytes signed) {
    try {
      var raw = (SignedRawTransaction) TransactionDecoder.decode(signed.toString());
      return new InMemoryTx(
          OutboxEvmSender.hash(signed),
          EvmAddress.fromHex(raw.getFrom()),
          raw.getNonce().longValueExact(),
          EvmAddress.fromHex(raw.getTo()),
          Bytes.fromHex(raw.getData()),
          ((Transaction1559) raw.getTransaction()).getMaxFeePerGas());
    } catch (SignatureException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
