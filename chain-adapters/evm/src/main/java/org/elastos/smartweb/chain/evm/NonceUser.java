// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.TxHash;
import org.web3j.protocol.core.methods.response.Transaction;

/// Finds the transaction that used up a nonce: first the block, by how many transactions the
/// account had sent, then the transaction in it. A source that no longer knows so old a state gives
/// no answer.
final class NonceUser {
  /// How many requests' time this may take.
  static final int MOST_REQUESTS = 16;

  private NonceUser() {}

  /// @param last a final block at which the nonce is used up
  static TxHash find(RpcClient client, EvmAddress account, long nonce, BlockRef last) {
    if (!client.header(last.number()).ref().equals(last)) {
      throw new SourceFault("the chain changed while a nonce was looked for");
    }
    long used = last.number() + 1;
    long open = last.number();
    for (long step = 1; open >= 0 && client.nonce(account, open) > nonce; step *= 2) {
      used = open;
      open = Math.max(-1, open - step);
    }
    while (used - open > 1) {
      long middle = (used + open) / 2;
      if (client.nonce(account, middle) > nonce) {
        used = middle;
      } else {
        open = middle;
      }
    }
    if (used > last.number()) {
      throw new SourceFault("the nonce is not used up at a final block");
    }
    return inBlock(client, used, account, nonce);
  }

  private static TxHash inBlock(RpcClient client, long number, EvmAddress account, long nonce) {
    for (Transaction found : client.transactions(number)) {
      if (account.toString().equalsIgnoreCase(found.getFrom())
          && Wire.count(found.getNonceRaw()) == nonce) {
        return new TxHash(Wire.hash(found.getHash()));
      }
    }
    throw new SourceFault("the block lacks the transaction that it counts");
  }
}
