// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.Claims;
import org.elastos.smartweb.chain.devnet.ela.rules.Coin;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// What the chain's transactions amount to: unspent outputs, paid withdrawals, given-back deposits.
/// Every step can be taken back. Used under the chain's lock.
final class Ledger {
  private final Map<OutPoint, Coin> coins = new HashMap<>();
  private final Map<Hash256, Place> places = new HashMap<>();
  private final Set<Claims> claims = new HashSet<>();

  /// Where a transaction stands.
  record Place(long height, int index) {}

  /// What a transaction did, for taking it back.
  record Undo(ElaTransaction transaction, List<Spent> spent) {}

  /// A coin that a transaction took.
  record Spent(OutPoint at, Coin coin) {}

  /// An unspent output with its name.
  record Unspent(OutPoint at, Coin coin) {}

  /// Enters a transaction that may stand.
  Undo enter(ElaTransaction tx, Place place) {
    boolean coinbase = tx.payload() instanceof BasicPayload.CoinBase;
    List<Spent> spent = new ArrayList<>();
    if (!coinbase) {
      for (Claims claim : Claims.of(tx)) {
        if (claim instanceof Claims.Output(OutPoint at)) {
          Coin coin = coins.remove(at);
          if (coin == null) {
            throw new IllegalStateException("a transaction spends what is not there");
          }
          spent.add(new Spent(at, coin));
        } else {
          claims.add(claim);
        }
      }
    }
    Hash256 txid = tx.txid();
    places.put(txid, place);
    for (int i = 0; i < tx.outputs().size(); i++) {
      coins.put(new OutPoint(txid, i), new Coin(tx.outputs().get(i), place.height, coinbase));
    }
    return new Undo(tx, spent);
  }

  /// Takes the newest transaction back.
  void takeBack(Undo undo) {
    ElaTransaction tx = undo.transaction;
    Hash256 txid = tx.txid();
    for (int i = 0; i < tx.outputs().size(); i++) {
      coins.remove(new OutPoint(txid, i));
    }
    places.remove(txid);
    claims.removeAll(Claims.of(tx));
    undo.spent.forEach(each -> coins.put(each.at, each.coin));
  }

  Optional<Coin> coin(OutPoint at) {
    return Optional.ofNullable(coins.get(at));
  }

  boolean holds(Claims claim) {
    return claims.contains(claim);
  }

  Optional<Place> place(Hash256 txid) {
    return Optional.ofNullable(places.get(txid));
  }

  /// Everything that belongs to an owner, oldest first.
  List<Unspent> unspent(ProgramHash owner) {
    List<Unspent> found = new ArrayList<>();
    coins.forEach((at, coin) -> {
      if (coin.output().programHash().equals(owner)) {
        found.add(new Unspent(at, coin));
      }
    });
    found.sort(
        Comparator.<Unspent>comparingLong(each -> each.coin.height())
            .thenComparing(each -> each.at.txid())
            .thenComparingInt(each -> each.at.index()));
    return found;
  }
}
