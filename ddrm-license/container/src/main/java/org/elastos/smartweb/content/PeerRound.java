// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.content.VerifiedFetch.Fault;
import org.elastos.smartweb.content.VerifiedFetch.FaultKind;

/// The peers of one fetch, the best first: whoever gave the last block is asked first, whoever
/// failed goes to the end, whoever lied is asked no more. Not thread-safe.
final class PeerRound {
  private static final int MAX_FAULTS = 1000;

  private final List<BlockSource> order;
  private final Set<BlockSource> liars = new HashSet<>();
  private final VerifiedFetch.Listener listener;
  private final List<Fault> faults = new ArrayList<>();

  PeerRound(List<BlockSource> peers, VerifiedFetch.Listener listener) {
    this.order = new ArrayList<>(peers);
    this.listener = listener;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /// A block whose hash was checked, from the first peer that gives it.
  Optional<byte[]> block(Cid cid) {
    for (BlockSource peer : List.copyOf(order)) {
      if (liars.contains(peer)) {
        continue;
      }
      switch (peer.fetch(cid)) {
        case BlockSource.Answer.Block(Bytes bytes) -> {
          byte[] block = bytes.bytes();
          if (block.length <= BlockSource.MAX_BLOCK_BYTES && cid.matches(block)) {
            return Optional.of(block);
          }
          liars.add(peer);
          note(peer, cid, FaultKind.WRONG_BYTES);
        }
        case BlockSource.Answer.Absent() -> note(peer, cid, FaultKind.ABSENT);
        case BlockSource.Answer.Failed _ -> note(peer, cid, FaultKind.FAILED);
      }
      order.remove(peer);
      order.add(peer);
    }
    return Optional.empty();
  }

  private void note(BlockSource peer, Cid cid, FaultKind kind) {
    Fault fault = new Fault(peer.name(), cid, kind);
    if (faults.size() < MAX_FAULTS) {
      faults.add(fault);
    }
    listener.fault(fault);
  }
}
