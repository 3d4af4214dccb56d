// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.Attribute;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxType;
import org.junit.jupiter.api.Test;

class BlockContentsTest {
  private static final TestArbiters ARBITERS = new TestArbiters(TestChain.SEATS);
  private static final ConsensusState KNOWN = ConsensusState.starting(Optional.of(ARBITERS.set()));
  private final HeaderChain rules = new HeaderChain(TestChain.INSTANT, 6);

  private ChainStep offer(TestChain chain, BlockOffer offer) {
    return chain.apply(rules.offer(offer, chain, chain.now));
  }

  private static Rule ruleOf(ChainStep step) {
    assertThat(step).isInstanceOf(ChainStep.Rejected.class);
    return ((ChainStep.Rejected) step).reason().rule();
  }

  @Test
  void checksTheTransactionsOfAWholeBlock() {
    TestChain chain = new TestChain(9, 10, KNOWN);
    ElaTransaction coinbase = TestChain.coinbase(11);
    ElaTransaction turn = TestChain.nextTurn(15, ARBITERS.set());

    assertThat(ruleOf(whole(chain, List.of(coinbase, turn), List.of(coinbase))))
        .isEqualTo(Rule.MERKLE_ROOT_WRONG);
    assertThat(ruleOf(whole(chain, List.of(coinbase, turn, turn), List.of(coinbase, turn, turn))))
        .as("the odd one is doubled in the tree, but a block may hold it once only")
        .isEqualTo(Rule.MERKLE_MUTATED);
    assertThat(
            ruleOf(
                whole(
                    chain,
                    List.of(coinbase, turn, TestChain.coinbase(12), turn),
                    List.of(coinbase, turn, TestChain.coinbase(12), turn))))
        .isEqualTo(Rule.MERKLE_MUTATED);
    assertThat(ruleOf(whole(chain, List.of(turn, coinbase), List.of(turn, coinbase))))
        .isEqualTo(Rule.COINBASE_MISPLACED);
    assertThat(ruleOf(whole(chain, List.of(coinbase), List.of()))).isEqualTo(Rule.MERKLE_EMPTY);
    assertThat(ruleOf(whole(chain, List.of(coinbase), Collections.nCopies(10_001, coinbase))))
        .isEqualTo(Rule.MERKLE_TOO_MANY);
    assertThat(whole(chain, List.of(coinbase, turn), List.of(coinbase, turn)))
        .isInstanceOf(ChainStep.Extended.class);
    assertThat(chain.best().consensus().turns()).hasSize(1);
  }

  private ChainStep whole(TestChain chain, List<ElaTransaction> mined, List<ElaTransaction> shown) {
    ElaHeader header = chain.above(chain.best(), 120, mined);
    return offer(chain, TestChain.whole(header, shown, ARBITERS.confirmBy(header.hash(), 5)));
  }

  @Test
  void checksTheProofOfAFilteredBlock() {
    TestChain chain = new TestChain(10, 10, KNOWN);
    ElaTransaction coinbase = TestChain.coinbase(11);
    ElaTransaction turn = TestChain.nextTurn(15, ARBITERS.set());
    List<ElaTransaction> all = List.of(coinbase, turn);
    ElaHeader header = chain.above(chain.best(), 120, all);
    List<Hash256> ids = all.stream().map(ElaTransaction::txid).toList();
    PartialMerkleTree tree = PartialMerkleTree.of(ids, Set.of(coinbase.txid(), turn.txid()));
    PartialMerkleTree alone = PartialMerkleTree.of(ids, Set.of(turn.txid()));

    assertThat(ruleOf(filtered(chain, header, alone, List.of(turn))))
        .as("nobody knows how deep the leaves lie")
        .isEqualTo(Rule.MERKLE_AMBIGUOUS);
    assertThat(ruleOf(filtered(chain, header, PartialMerkleTree.of(ids, Set.of()), List.of())))
        .isEqualTo(Rule.MERKLE_AMBIGUOUS);
    assertThat(ruleOf(filtered(chain, header, tree, List.of(coinbase))))
        .isEqualTo(Rule.MERKLE_NOT_INCLUDED);
    assertThat(ruleOf(filtered(chain, header, tree, List.of())))
        .isEqualTo(Rule.MERKLE_NOT_INCLUDED);
    assertThat(
            ruleOf(
                filtered(
                    chain,
                    header,
                    PartialMerkleTree.of(List.of(turn.txid()), Set.of(turn.txid())),
                    List.of(turn))))
        .isEqualTo(Rule.MERKLE_ROOT_WRONG);
    assertThat(
            ruleOf(
                filtered(
                    chain,
                    header,
                    new PartialMerkleTree(2, List.of(), tree.flags()),
                    List.of(turn))))
        .isEqualTo(Rule.MERKLE_TREE_SHAPE);
    assertThat(filtered(chain, header, tree, all)).isInstanceOf(ChainStep.Extended.class);
    assertThat(chain.best().consensus().turns()).hasSize(1);
  }

  private ChainStep filtered(
      TestChain chain, ElaHeader header, PartialMerkleTree tree, List<ElaTransaction> shown) {
    return offer(
        chain,
        new BlockOffer(
            header,
            new BlockOffer.Filtered(tree, shown),
            Optional.of(ARBITERS.confirmBy(header.hash(), 5))));
  }

  /// A transaction of 64 unsigned bytes whose last 32 are a hash that its maker chose: one without
  /// inputs and outputs, whose attribute holds most of the hash. The two counts and the lock time
  /// lie within the hash, which costs its maker a few tries.
  private static ElaTransaction sixtyFour(byte[] filling) {
    return new ElaTransaction(
        9,
        TxType.REVERT_TO_DPOS,
        0,
        new ConsensusPayload.RevertToDpos(10, 1),
        List.of(new Attribute(Attribute.NONCE, Bytes.of(filling))),
        List.of(),
        List.of(),
        0,
        List.of());
  }

  private static ElaTransaction sixtyFour() {
    byte[] filling = new byte[64 - sixtyFour(new byte[0]).unsigned().size()];
    Arrays.fill(filling, (byte) 7);
    ElaTransaction made = sixtyFour(filling);
    assertThat(made.unsigned().size()).isEqualTo(64);
    return made;
  }

  @Test
  void noTransactionPassesForTwoLeaves() {
    ElaTransaction coinbase = TestChain.coinbase(11);
    ElaTransaction pair = sixtyFour();
    List<Hash256> ids = List.of(coinbase.txid(), pair.txid());
    Hash256 root = MerkleTree.root(ids);
    byte[] bytes = pair.unsigned().bytes();
    Hash256 left = Hash256.of(Arrays.copyOf(bytes, 32));
    Hash256 right = Hash256.of(Arrays.copyOfRange(bytes, 32, 64));
    // One level deeper than the block: the coinbase's id stands for a pair that nobody shows.
    PartialMerkleTree deeper =
        new PartialMerkleTree(
            4, List.of(coinbase.txid(), left, right), Bytes.of(new byte[] {0b11101}));
    var proved = (PartialMerkleTree.Content.Proved) deeper.content();
    assertThat(proved.root()).isEqualTo(root);
    assertThat(proved.matches())
        .as("a hash that stands in no block")
        .extracting(PartialMerkleTree.Match::txid)
        .contains(right);
    TestChain chain = new TestChain(31, 10, KNOWN);
    ElaHeader header = chain.above(chain.best(), 120, List.of(coinbase, pair));
    TransactionProof proof = new TransactionProof(header.hash(), 11, deeper);

    assertThat(proof.leadsFrom(right, header).holds())
        .as("why such a proof counts only for who made it")
        .isTrue();
    assertThat(BlockContents.checkDepth(proved.matches(), List.of(pair, pair)))
        .isEqualTo(Verdict.invalid(Rule.MERKLE_AMBIGUOUS, "coinbase", "not shown"));
    assertThat(proof.proves(List.of(pair, pair), header).holds()).isFalse();
  }

  @Test
  void noInnerNodePassesForATransaction() {
    ElaTransaction coinbase = TestChain.coinbase(11);
    ElaTransaction pair = sixtyFour();
    TestChain chain = new TestChain(32, 10, KNOWN);
    ElaHeader header = chain.above(chain.best(), 120, List.of(coinbase, pair));
    List<Hash256> ids = List.of(coinbase.txid(), pair.txid());
    PartialMerkleTree both = PartialMerkleTree.of(ids, Set.copyOf(ids));
    PartialMerkleTree first = PartialMerkleTree.of(ids, Set.of(coinbase.txid()));

    assertThat(ruleOf(filtered(chain, header, both, List.of(coinbase, pair))))
        .isEqualTo(Rule.MERKLE_AMBIGUOUS);
    TransactionProof proof = new TransactionProof(header.hash(), 11, first);
    assertThat(proof.proves(List.of(coinbase), header)).isEqualTo(Verdict.valid());
    assertThat(proof.proves(List.of(pair), header).holds()).isFalse();
    TransactionProof elsewhere = new TransactionProof(header.hash(), 12, first);
    assertThat(elsewhere.proves(List.of(coinbase), header).holds()).isFalse();
  }

  @Test
  void aBlockMayHoldATransactionOfSixtyFourBytesButNotForItsCoinbase() {
    TestChain chain = new TestChain(33, 10, KNOWN);
    ElaTransaction coinbase = TestChain.coinbase(11);
    ElaTransaction short64 =
        TestChain.transaction(
            TxType.COINBASE,
            4,
            new BasicPayload.CoinBase(Bytes.of(new byte[64 - coinbase.unsigned().size()])),
            List.of(),
            11);
    assertThat(short64.unsigned().size()).isEqualTo(64);

    assertThat(ruleOf(whole(chain, List.of(short64), List.of(short64))))
        .isEqualTo(Rule.MERKLE_AMBIGUOUS);
    List<ElaTransaction> all = List.of(coinbase, sixtyFour());
    assertThat(whole(chain, all, all))
        .as("else anybody could stop us with one that the chain takes")
        .isInstanceOf(ChainStep.Extended.class);
  }

  @Test
  void provesEachTransactionOfABlockWithOneTree() {
    for (int width = 1; width <= 40; width++) {
      TestChain chain = new TestChain(34, 10, KNOWN);
      List<ElaTransaction> all = new ArrayList<>(List.of(TestChain.coinbase(11)));
      for (int i = 1; i < width; i++) {
        all.add(TestChain.nextTurn(15 + i, ARBITERS.set()));
      }
      ElaHeader header = chain.above(chain.best(), 120, all);
      BlockProofs proofs = BlockProofs.of(header, all).orElseThrow();
      for (int at = 0; at < width; at++) {
        Hash256 id = all.get(at).txid();
        assertThat(proofs.of(at))
            .as("width %s position %s", width, at)
            .isEqualTo(
                new TransactionProof(
                    header.hash(), 11, PartialMerkleTree.of(proofs.ids(), Set.of(id))));
        assertThat(proofs.of(at).leadsFrom(id, header)).isEqualTo(Verdict.valid());
      }
      assertThat(BlockProofs.of(header, all.subList(0, width - 1))).isEmpty();
    }
  }
}
