// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.HashSet;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// Whether the transactions that a source shows are those of the block. Total and stateless.
final class BlockContents {
  private BlockContents() {}

  static Verdict check(BlockOffer offer) {
    Hash256 root = offer.header().merkleRoot();
    return switch (offer.contents()) {
      case BlockOffer.Whole(List<ElaTransaction> transactions) -> checkWhole(transactions, root);
      case BlockOffer.Filtered(PartialMerkleTree tree, List<ElaTransaction> transactions) ->
          checkFiltered(tree, transactions, root);
      case BlockOffer.HeaderOnly _ -> Verdict.valid();
    };
  }

  static List<ElaTransaction> transactions(BlockOffer offer) {
    return switch (offer.contents()) {
      case BlockOffer.Whole(List<ElaTransaction> transactions) -> transactions;
      case BlockOffer.Filtered(PartialMerkleTree _, List<ElaTransaction> transactions) ->
          transactions;
      case BlockOffer.HeaderOnly _ -> List.of();
    };
  }

  static Verdict checkWhole(List<ElaTransaction> transactions, Hash256 root) {
    if (transactions.size() > PartialMerkleTree.MOST_TRANSACTIONS) {
      return Verdict.invalid(Rule.MERKLE_TOO_MANY, "transactions", transactions.size());
    }
    List<Hash256> ids = ids(transactions);
    Verdict merkle = MerkleTree.check(ids, root);
    if (!merkle.holds()) {
      return merkle;
    }
    if (new HashSet<>(ids).size() != ids.size()) {
      return Verdict.invalid(Rule.MERKLE_MUTATED, "leaves", ids.size());
    }
    for (int i = 0; i < transactions.size(); i++) {
      boolean coinbase = transactions.get(i).payload() instanceof BasicPayload.CoinBase;
      if (coinbase != (i == 0)) {
        return Verdict.invalid(Rule.COINBASE_MISPLACED, "index", i);
      }
    }
    // All leaves lie equally deep: where the coinbase is a leaf, no inner node passes for one.
    // Other
    // transactions of 64 bytes may stand in a block: refusing it would let anybody stop us.
    return passesForNode(transactions.getFirst())
        ? Verdict.invalid(Rule.MERKLE_AMBIGUOUS, "index", 0)
        : Verdict.valid();
  }

  static Verdict checkFiltered(
      PartialMerkleTree tree, List<ElaTransaction> transactions, Hash256 root) {
    return switch (tree.content()) {
      case PartialMerkleTree.Content.Refused(Verdict.Invalid reason) -> reason;
      case PartialMerkleTree.Content.Proved(Hash256 found, var matches) -> {
        if (!found.equals(root)) {
          yield Verdict.differs(Rule.MERKLE_ROOT_WRONG, root.hex(), found.hex());
        }
        List<Hash256> proved = matches.stream().map(PartialMerkleTree.Match::txid).toList();
        if (!proved.equals(ids(transactions))) {
          yield Verdict.differs(
              Rule.MERKLE_NOT_INCLUDED, proved.size() + " matches", transactions.size());
        }
        yield checkDepth(matches, transactions);
      }
    };
  }

  /// A partial tree does not prove how deep its leaves lie: whoever puts a transaction of 64
  /// unsigned bytes into a block could show its halves as leaves, or show an inner node as a
  /// transaction. The coinbase settles it: all leaves lie as deep as it does.
  static Verdict checkDepth(
      List<PartialMerkleTree.Match> matches, List<ElaTransaction> transactions) {
    if (matches.isEmpty()
        || matches.getFirst().index() != 0
        || !(transactions.getFirst().payload() instanceof BasicPayload.CoinBase)) {
      return Verdict.invalid(Rule.MERKLE_AMBIGUOUS, "coinbase", "not shown");
    }
    for (int i = 0; i < transactions.size(); i++) {
      if (passesForNode(transactions.get(i))) {
        return Verdict.invalid(Rule.MERKLE_AMBIGUOUS, "index", matches.get(i).index());
      }
    }
    return Verdict.valid();
  }

  private static boolean passesForNode(ElaTransaction transaction) {
    return transaction.unsigned().size() == 2 * Hash256.BYTES;
  }

  private static List<Hash256> ids(List<ElaTransaction> transactions) {
    return transactions.stream().map(ElaTransaction::txid).toList();
  }
}
