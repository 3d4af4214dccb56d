// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.TxFilter;

/// The filter that a light client loads: of the kind whose blocks carry their confirm, and matching
/// every transaction (one byte of ones, one hash function). Only so can a peer leave nothing out
/// unseen, because the whole merkle tree is there to be recomputed; with a narrower filter, a
/// missing payment or a missing change of arbiters looks like none at all.
final class PeerFilter {
  private static final int ONE_FUNCTION = 1;
  private static final int NO_TWEAK = 0;
  private static final int NO_UPDATE = 0;
  private static final int NO_TYPES = 0;

  private PeerFilter() {}

  static TxFilter everything() {
    ElaWriter bloom = new ElaWriter();
    bloom
        .varBytes(Bytes.of(new byte[] {(byte) 0xff}))
        .u32(ONE_FUNCTION)
        .u32(NO_TWEAK)
        .u8(NO_UPDATE)
        .varUint(NO_TYPES);
    return new TxFilter(TxFilter.WITH_CONFIRMS, bloom.toBytes());
  }
}
