// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.security.SecureRandom;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.crypto.TaggedHash;

/// Where a node's encryption key is registered: one committee contract, one operator, who may have
/// another index in each epoch. The proof made for it is worth nothing anywhere else. Immutable.
public record Registration(ChainId chain, EvmAddress contract, EvmAddress operator) {
  private static final int NO_INDEX = 0;

  /// The proof of possession of an encryption key, 64 bytes, as the board stores it.
  public Bytes prove(EncryptionKey key, SecureRandom random) {
    return key.use(
        secret -> SchnorrProof.prove(purpose(), secret, key.publicKey(), random).encode());
  }

  /// Whether the proof shows possession of this key for exactly this registration.
  public boolean holds(GroupElement encryptionKey, Bytes proof) {
    return SchnorrProof.decode(proof.bytes())
        .map(read -> read.holds(purpose(), encryptionKey))
        .orElse(false);
  }

  private SchnorrProof.Purpose purpose() {
    return new SchnorrProof.Purpose(
        "pok-EK",
        TaggedHash.hash(
            "smartweb/v1/register", Suite.u64(chain.value()), contract.bytes(), operator.bytes()),
        NO_INDEX);
  }
}
