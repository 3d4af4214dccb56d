// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.Vote;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxInput;

/// What a block must be besides its transactions. Stateless beyond the constants; thread-safe.
public final class BlockRules {
  private static final int MOST_BYTES = 8_000_000;
  private static final int MOST_TRANSACTIONS = 10_000;
  private static final long AHEAD = 7_200;

  private final DevRules rules;

  /// The rules with these constants.
  public BlockRules(DevRules rules) {
    this.rules = rules;
  }

  /// Where a block would stand. Times are seconds.
  ///
  /// @param medianTime of the last eleven blocks
  /// @param consensus what holds for that height
  public record Place(
      Hash256 previous, long height, long medianTime, long now, Consensus consensus) {}

  /// What is wrong with it, if anything.
  public Optional<Flaw> check(DposBlock block, Place at) {
    return checkHeader(block.block().header(), at)
        .or(() -> checkBody(block.block()))
        .or(() -> checkConfirm(block, at));
  }

  private Optional<Flaw> checkHeader(ElaHeader header, Place at) {
    return Flaw.when(!header.previous().equals(at.previous), "previous", header.previous())
        .or(() -> Flaw.when(header.height() != at.height, "height", header.height()))
        .or(() -> Flaw.when(header.bits() != rules.bits(), "bits", header.bits()))
        .or(() ->
            Flaw.when(header.timestamp() <= at.medianTime, "time_too_old", header.timestamp()))
        .or(() ->
            Flaw.when(header.timestamp() > at.now + AHEAD, "time_too_new", header.timestamp()))
        .or(() -> Work.check(header.hash(), header.auxPow(), rules.bits()));
  }

  private static Optional<Flaw> checkBody(ElaBlock block) {
    List<ElaTransaction> transactions = block.transactions();
    int size = block.encoded().size();
    if (transactions.isEmpty() || transactions.size() > MOST_TRANSACTIONS || size > MOST_BYTES) {
      return Flaw.of("block_size", size);
    }
    List<Hash256> ids = transactions.stream().map(ElaTransaction::txid).toList();
    Set<Hash256> distinct = new HashSet<>(ids);
    if (distinct.size() != ids.size()) {
      return Flaw.of("transaction_twice", ids.size() - distinct.size());
    }
    if (!Merkle.root(ids).equals(block.header().merkleRoot())) {
      return Flaw.of("merkle_root", block.header().merkleRoot());
    }
    for (int i = 0; i < transactions.size(); i++) {
      boolean coinbase = transactions.get(i).payload() instanceof BasicPayload.CoinBase;
      if (coinbase != (i == 0)) {
        return Flaw.of("coinbase_place", i);
      }
    }
    return checkCoinbase(transactions.getFirst(), block.header().height());
  }

  private static Optional<Flaw> checkCoinbase(ElaTransaction coinbase, long height) {
    boolean shaped =
        coinbase.inputs().size() == 1
            && coinbase.inputs().getFirst().previous().equals(Hash256.ZERO)
            && coinbase.inputs().getFirst().index() == 0xffff
            && coinbase.inputs().getFirst().sequence() == TxInput.FINAL_SEQUENCE
            && coinbase.lockTime() == height
            && coinbase.programs().isEmpty()
            && coinbase.outputs().stream().allMatch(output -> output.value().units() >= 0);
    return Flaw.when(!shaped, "coinbase_shape", height);
  }

  private Optional<Flaw> checkConfirm(DposBlock block, Place at) {
    boolean needed =
        at.height >= rules.bpos().confirmsFrom()
            && !at.consensus.byWork()
            && !SpecialRules.leavesBpos(block.block());
    if (block.confirm().isPresent() != needed) {
      return Flaw.of(needed ? "confirm_missing" : "confirm_unexpected", at.height);
    }
    return block
        .confirm()
        .flatMap(
            confirm -> checkVotes(confirm, block.block().header().hash(), at.consensus.current()));
  }

  private static Optional<Flaw> checkVotes(Confirm confirm, Hash256 block, Arbiters arbiters) {
    Bytes sponsor = confirm.proposal().sponsor();
    if (!confirm.proposal().blockHash().equals(block) || !arbiters.seats().contains(sponsor)) {
      return Flaw.of("confirm_proposal", sponsor);
    }
    if (!DevKey.verify(sponsor, confirm.proposal().unsigned(), confirm.proposal().signature())) {
      return Flaw.of("confirm_signature", sponsor);
    }
    Hash256 proposal = confirm.proposal().hash();
    Set<Bytes> signers = new HashSet<>();
    for (Vote vote : confirm.votes()) {
      boolean counts =
          vote.accept()
              && vote.proposalHash().equals(proposal)
              && arbiters.seats().contains(vote.signer())
              && signers.add(vote.signer())
              && DevKey.verify(vote.signer(), vote.unsigned(), vote.signature());
      if (!counts) {
        return Flaw.of("confirm_vote", vote.signer());
      }
    }
    return Flaw.when(signers.size() < arbiters.quorum(), "confirm_too_few", signers.size());
  }
}
