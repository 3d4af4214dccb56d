// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;

/// One member as the board registered it: operator, Ed25519 identity (32 bytes), encryption key and
/// the proof of its possession (64 bytes). Its index is its place in the list, from 1. Immutable.
public record CommitteeMember(
    EvmAddress operator, Bytes identityKey, GroupElement encryptionKey, Bytes proof) {
  Cbor toCbor() {
    return Cbor.array(Cbor.of(operator), Cbor.of(identityKey), Cbor.of(encryptionKey.bytes()));
  }
}
