// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.TxHash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;

/// A signed transaction as the chain in memory sees it.
record InMemoryTx(
    TxHash hash,
    EvmAddress from,
    long nonce,
    EvmAddress to,
    Bytes data,
    BigInteger price,
    BigInteger cost) {
  /// @param from whose it is: recovering that from the signature would take most of a test's time
  static InMemoryTx of(Bytes signed, EvmAddress from) {
    RawTransaction raw = TransactionDecoder.decode(signed.toString());
    return new InMemoryTx(
        OutboxEvmSender.hash(signed),
        from,
        raw.getNonce().longValueExact(),
        EvmAddress.fromHex(raw.getTo()),
        Bytes.fromHex(raw.getData()),
        ((Transaction1559) raw.getTransaction()).getMaxFeePerGas(),
        FeeBump.cost(raw));
  }
}
