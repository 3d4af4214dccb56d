// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
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
    PartialMerkleTree tree = PartialMerkleTree.of(ids, Set.of(turn.txid()));

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
    assertThat(filtered(chain, header, tree, List.of(turn))).isInstanceOf(ChainStep.Extended.class);
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
}
