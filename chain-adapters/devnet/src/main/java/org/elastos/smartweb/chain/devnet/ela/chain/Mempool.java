// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.Claims;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// Transactions that wait for a block, in the order of their arrival. Each spends outputs of the
/// chain alone, and no two share a claim, so that all of them fit into the next block. In memory
/// only. Used under the chain's lock.
final class Mempool {
  private static final int MOST = 5_000;
  private static final int MOST_BYTES = 16_000_000;

  private final Map<Hash256, ElaTransaction> waiting = new LinkedHashMap<>();
  private final Map<Claims, Hash256> claims = new HashMap<>();
  private long bytes;

  /// Takes a transaction, unless something is wrong with it.
  Optional<Flaw> add(ElaTransaction tx, ChainState chain) {
    Hash256 txid = tx.txid();
    int size = tx.encoded().size();
    if (waiting.containsKey(txid)) {
      return Flaw.of("duplicate", "already waiting");
    }
    if (waiting.size() >= MOST || bytes + size > MOST_BYTES) {
      return Flaw.of("mempool_full", waiting.size());
    }
    Optional<Flaw> flaw = chain.check(tx);
    if (flaw.isPresent()) {
      return flaw;
    }
    for (Claims claim : Claims.of(tx)) {
      if (claims.containsKey(claim)) {
        return Flaw.of("double_spend", claim);
      }
    }
    Claims.of(tx).forEach(claim -> claims.put(claim, txid));
    waiting.put(txid, tx);
    bytes += size;
    return Optional.empty();
  }

  /// Takes back what came off the chain, and forgets what no longer holds on the new tip.
  void refresh(List<ElaTransaction> returned, ChainState chain) {
    List<ElaTransaction> all = new ArrayList<>(returned);
    all.addAll(waiting.values());
    waiting.clear();
    claims.clear();
    bytes = 0;
    // What no longer holds is dropped, as a node does: its sender can see that it did not stand.
    all.forEach(tx -> add(tx, chain));
  }

  Optional<ElaTransaction> get(Hash256 txid) {
    return Optional.ofNullable(waiting.get(txid));
  }

  boolean claimed(Claims claim) {
    return claims.containsKey(claim);
  }

  /// All, oldest first.
  List<ElaTransaction> all() {
    return List.copyOf(waiting.values());
  }
}
