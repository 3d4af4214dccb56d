// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxType;

/// Which transactions a light client wants. With the side chains' kind (1) it gets headers with
/// their confirms, and the ends and returns of confirming, whatever the bloom filter says; not the
/// announcements of new arbiters: like the real node, these come only when the bloom filter matches
/// them. Thread-safe.
record PeerFilter(boolean sideChain, Bloom bloom) {
  private static final int PLAIN = 0;
  private static final int SIDE_CHAIN = 1;
  private static final int MOST_DATA = 50_000;

  private record Load(int type, Bytes data) {}

  /// Reads a `txfilter` message; empty for kinds that this node does not serve.
  static Decoded<Optional<PeerFilter>> read(Bytes payload) {
    Decoded<Load> load =
        ElaReader.decode(
            payload.bytes(), in -> new Load(in.u8("type"), in.varBytes(MOST_DATA, "data")));
    return switch (load) {
      case Decoded.Refused<Load>(var code, int offset, String field) ->
          new Decoded.Refused<>(code, offset, field);
      case Decoded.Value<Load>(Load(int type, Bytes data))
          when type == PLAIN || type == SIDE_CHAIN ->
          readBloom(data).map(bloom -> Optional.of(new PeerFilter(type == SIDE_CHAIN, bloom)));
      case Decoded.Value<Load> _ -> new Decoded.Value<>(Optional.empty());
    };
  }

  /// Reads a `filterload` message.
  static Decoded<Bloom> readBloom(Bytes payload) {
    return ElaReader.decode(payload.bytes(), Bloom::read);
  }

  boolean matchesInBlock(ElaTransaction tx) {
    boolean special =
        sideChain && (tx.type() == TxType.REVERT_TO_POW || tx.type() == TxType.REVERT_TO_DPOS);
    return bloom.matches(tx) || special;
  }

  boolean matchesWaiting(ElaTransaction tx) {
    return !sideChain && bloom.matches(tx);
  }
}
