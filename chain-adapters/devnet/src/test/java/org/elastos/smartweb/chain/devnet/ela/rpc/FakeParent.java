// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ParentHeader;
import org.elastos.smartweb.chain.ela.ParentTransaction;
import org.elastos.smartweb.chain.ela.Sha256d;

/// A merge miner's side, written for this test alone: no branches, the smallest coinbase.
final class FakeParent {
  private static final long NONE = 0xffff_ffffL;

  private FakeParent() {}

  static AuxPow.Parts committingTo(Hash256 block) {
    Bytes script =
        new ElaWriter().fixed(Bytes.fromHex("fabe6d6d")).hash256(block).u32(1).u32(0).toBytes();
    ParentTransaction coinbase =
        new ParentTransaction(
            1,
            List.of(new ParentTransaction.Input(Hash256.ZERO, NONE, script, NONE)),
            List.of(),
            0);
    return withHeader(coinbase, Hash256.ZERO, 0);
  }

  /// With a header above the coinbase that is below the easy target, or is not.
  static AuxPow.Parts solved(AuxPow.Parts parts, boolean low) {
    Hash256 root = Sha256d.of(AuxPow.of(parts).coinbase().toArray());
    for (long nonce = 0; ; nonce++) {
      AuxPow.Parts tried = withHeader(parts.coinbase(), root, nonce);
      boolean below = ElaHash.reversed(tried.parentHeader().hash()).bytes()[0] >= 0;
      if (below == low) {
        return tried;
      }
    }
  }

  private static AuxPow.Parts withHeader(ParentTransaction coinbase, Hash256 root, long nonce) {
    ParentHeader header = new ParentHeader(1, Hash256.ZERO, root, 0, 0, nonce);
    return new AuxPow.Parts(coinbase, Hash256.ZERO, List.of(), 0, List.of(), 0, header);
  }
}
