// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// A licence committee: the hash of its group key and the contract that is its board.
public record Committee(Hash256 groupKey, ChainId chain, EvmAddress contract) {
  /// The encoding of this committee: [gk, chainId, contract].
  public Cbor toCbor() {
    return Cbor.array(Cbor.of(groupKey), Cbor.of(chain.value()), Cbor.of(contract));
  }

  /// Reads a committee.
  ///
  /// @throws CborException for any other shape
  public static Committee fromCbor(Cbor value) {
    List<Cbor> items = value.asArray(3);
    return new Committee(
        items.get(0).asHash(), Limits.chainId(items.get(1).asUint()), items.get(2).asAddress());
  }
}
