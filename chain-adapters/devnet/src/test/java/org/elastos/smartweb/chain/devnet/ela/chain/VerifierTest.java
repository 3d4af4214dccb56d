// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.Arbiters;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.verify.ArbiterSet;
import org.elastos.smartweb.chain.ela.verify.BlockOffer;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ChainStep;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.ela.verify.HeaderChain;
import org.elastos.smartweb.chain.ela.verify.HeaderView;
import org.elastos.smartweb.chain.ela.verify.WorkRules;
import org.elastos.smartweb.chain.ela.verify.XSpendRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The verifier, which shares no rule with the node, follows what the node makes: each would notice
/// the other's misreading.
class VerifierTest {
  @TempDir Path directory;

  @Test
  void followsTheChainThroughTurnsProofOfWorkModeAndBack() {
    try (DevChain chain = TestChain.open(directory, TestChain.RULES)) {
      Follower follower = new Follower(chain);
      chain.mine(10 + 6);
      chain.rotate();
      chain.mine(6);
      follower.followTo(chain.height());
      assertThat(follower.best().consensus().confirmed()).isEqualTo(chain.height());
      assertThat(follower.variants)
          .as("aux and coinbase branches, each with and without")
          .hasSize(4);

      chain.powMode(true);
      long left = chain.height();
      chain.mine(3);
      follower.followTo(chain.height());
      assertThat(follower.best().consensus().mode()).isEqualTo(ConsensusState.Mode.WORK);
      assertThat(follower.best().consensus().confirmed()).isEqualTo(left - 1);

      chain.powMode(false);
      chain.mine(12);
      follower.followTo(chain.height());
      assertThat(follower.best().consensus().confirmed()).isEqualTo(chain.height());
    }
  }

  @Test
  void isAlarmedWhenConfirmedBlocksAreReplacedAndFollowsOthers() {
    try (DevChain chain = TestChain.open(directory, TestChain.RULES)) {
      Follower follower = new Follower(chain);
      chain.mine(5);
      follower.followTo(5);
      chain.reorganize(2);
      assertThat(follower.offerAt(4)).isInstanceOf(ChainStep.Contradicted.class);

      Follower late = new Follower(chain);
      chain.powMode(true);
      chain.mine(3);
      late.followTo(chain.height());
      long fork = chain.height() - 2;
      chain.reorganize(2);
      assertThat(late.offerAt(fork + 1)).isInstanceOf(ChainStep.Branched.class);
      assertThat(late.offerAt(fork + 2)).isInstanceOf(ChainStep.Branched.class);
      assertThat(late.offerAt(fork + 3)).isInstanceOf(ChainStep.Reorganised.class);
    }
  }

  @Test
  void allowsTheCouncilsWithdrawalAndNamesATheft() {
    DevRules open = TestChain.RULES.withCrossChain(DevRules.NEVER, DevRules.NEVER);
    try (DevChain chain = TestChain.open(directory, open)) {
      OutPoint locked = TestChain.lock(chain, 1_000_000);
      Follower follower = new Follower(chain);
      follower.followTo(chain.height());
      Wallet.Withdrawal asked =
          new Wallet.Withdrawal(
              TestChain.SIDE_CHAIN,
              Hash256.ZERO,
              TestChain.owner(TestChain.key("r")),
              new Sela(5_000));
      ElaTransaction withdrawal =
          chain.wallet().withdraw(chain.unspent(TestChain.SIDE_CHAIN), asked, 0, 3).orElseThrow();
      XSpendRule rule = new XSpendRule(network(chain));
      XSpendRule.Spend spend =
          new XSpendRule.Spend(withdrawal, List.of(TestChain.SIDE_CHAIN), chain.height() + 1);
      assertThat(rule.check(spend, follower.best().consensus()).holds()).isTrue();

      ElaTransaction theft =
          TestChain.signed(
              TestChain.transfer(List.of(TestChain.input(locked)), withdrawal.outputs()),
              withdrawal.programs().getFirst().code(),
              chain.keys().seats(0).subList(0, 3));
      XSpendRule.Spend stolen =
          new XSpendRule.Spend(theft, List.of(TestChain.SIDE_CHAIN), chain.height() + 1);
      assertThat(rule.check(stolen, follower.best().consensus()).holds()).isFalse();
    }
  }

  private static ElaNetwork network(DevChain chain) {
    DevRules rules = chain.rules();
    return new ElaNetwork(
        "development",
        chain.hashAt(0).orElseThrow(),
        DevRules.CHAIN_ID,
        new WorkRules(rules.bits(), 720, 86_400, 4),
        new ElaNetwork.BposRules(rules.bpos().seats(), 1, 1, 1, 43_200, ElaNetwork.NEVER, 7_200),
        new ElaNetwork.CrossChainRules(
            rules.crossChain().frozenFrom(), rules.crossChain().restrictedFrom(), 3, 10_000));
  }

  /// Verifies blocks into memory.
  private static final class Follower implements HeaderView {
    private final DevChain chain;
    private final HeaderChain verifier;
    private final Map<Hash256, ChainPoint> points = new HashMap<>();
    private final List<ChainPoint> best = new ArrayList<>();
    private final Set<String> variants = new HashSet<>();

    Follower(DevChain chain) {
      this.chain = chain;
      this.verifier = new HeaderChain(network(chain), 100);
      Arbiters first = chain.keys().arbiters(0);
      ChainPoint genesis =
          ChainPoint.genesis(
              block(0).block().header(),
              ConsensusState.starting(Optional.of(new ArbiterSet(first.seats(), first.council()))));
      points.put(genesis.hash(), genesis);
      best.add(genesis);
    }

    void followTo(long height) {
      for (long at = best().height() + 1; at <= height; at++) {
        ChainStep step = offerAt(at);
        assertThat(step).as("height %d", at).isInstanceOf(ChainStep.Extended.class);
        best.add(((ChainStep.Extended) step).point());
      }
    }

    ChainStep offerAt(long height) {
      DposBlock block = block(height);
      var proof = block.block().header().auxPow();
      variants.add((proof.auxBranch().length() > 0) + "/" + (proof.coinbaseBranch().length() > 0));
      BlockOffer offer =
          new BlockOffer(
              block.block().header(),
              new BlockOffer.Whole(block.block().transactions()),
              block.confirm());
      ChainStep step = verifier.offer(offer, this, TestChain.CLOCK.instant().getEpochSecond());
      switch (step) {
        case ChainStep.Extended(ChainPoint point) -> points.put(point.hash(), point);
        case ChainStep.Branched(ChainPoint point) -> points.put(point.hash(), point);
        default -> {}
      }
      return step;
    }

    private DposBlock block(long height) {
      return chain.block(chain.hashAt(height).orElseThrow()).orElseThrow();
    }

    @Override
    public Optional<ChainPoint> point(Hash256 hash) {
      return Optional.ofNullable(points.get(hash));
    }

    @Override
    public Optional<Hash256> bestAt(long height) {
      return height < best.size() ? Optional.of(best.get((int) height).hash()) : Optional.empty();
    }

    @Override
    public long finalHeight() {
      return 0;
    }

    @Override
    public ChainPoint best() {
      return best.getLast();
    }
  }
}
