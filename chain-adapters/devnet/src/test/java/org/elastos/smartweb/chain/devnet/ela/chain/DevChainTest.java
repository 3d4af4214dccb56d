// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.Arbiters;
import org.elastos.smartweb.chain.devnet.ela.rules.Consensus;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.Vote;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevChainTest {
  @TempDir Path directory;

  @Test
  void givesCoinsBackWhenBlocksComeOff() {
    OutPoint paid;
    try (DevChain chain = open()) {
      paid = TestChain.fund(chain, TestChain.owner(TestChain.key("a")), 5_000);
      List<Unspent> before = chain.unspent(TestChain.owner(TestChain.key("a")));
      Hash256 old = chain.hashAt(chain.height()).orElseThrow();

      List<Hash256> branch = chain.reorganize(1);

      assertThat(branch).hasSize(2).doesNotContain(old);
      assertThat(chain.heightOf(old)).isEmpty();
      assertThat(chain.block(old)).isPresent();
      assertThat(before).hasSize(1);
      assertThat(chain.unspent(TestChain.owner(TestChain.key("a")))).isEmpty();
      assertThat(chain.waiting(paid.txid())).isPresent();
      chain.mine(1);
      assertThat(chain.place(paid.txid()).orElseThrow().height()).isEqualTo(chain.height());
    }
    try (DevChain chain = open()) {
      assertThat(chain.transaction(paid.txid())).isPresent();
    }
  }

  @Test
  void keepsConfirmedBlocksAgainstABranchWithMoreWork() throws IOException {
    try (DevChain chain = open();
        DevChain rival = twin("rival", chain)) {
      chain.mine(2);
      List<DposBlock> branch = blocks(rival, rival.mine(3));
      assertThat(chain.submitBlock(branch.get(0))).isEmpty();
      assertThat(chain.submitBlock(branch.get(1))).isEmpty();
      assertThat(chain.submitBlock(branch.get(2)).map(Flaw::code)).contains("final_block");
      assertThat(chain.height()).isEqualTo(2);
    }
  }

  @Test
  void followsMostWorkWhereNothingIsConfirmed() throws IOException {
    try (DevChain chain = open();
        DevChain rival = twin("rival", chain)) {
      OutPoint coin = TestChain.fund(chain, TestChain.owner(TestChain.key("a")), 50_000);
      chain.powMode(true);
      for (long at = 1; at <= chain.height(); at++) {
        rival.submitBlock(blocks(chain, List.of(chain.hashAt(at).orElseThrow())).getFirst());
      }
      ElaTransaction kept = spend(coin, "b");
      ElaTransaction lost = spend(coin, "c");
      chain.submit(lost);
      chain.mine(2);
      rival.submit(kept);
      List<DposBlock> branch = blocks(rival, rival.mine(3));

      assertThat(chain.submitBlock(branch.get(2)).map(Flaw::code)).contains("unknown_parent");
      branch.forEach(block -> assertThat(chain.submitBlock(block)).isEmpty());

      assertThat(chain.hashAt(chain.height())).isEqualTo(rival.hashAt(rival.height()));
      assertThat(chain.transaction(kept.txid())).isPresent();
      assertThat(chain.transaction(lost.txid())).isEmpty();
      assertThat(chain.waiting(lost.txid())).as("its coin is gone").isEmpty();
      assertThat(chain.submitBlock(branch.getFirst()).map(Flaw::code)).contains("block_known");
    }
  }

  @Test
  void refusesABranchWhoseLastBlockBreaksARuleAndKeepsItsOwn() throws IOException {
    try (DevChain chain = open();
        DevChain rival = twin("rival", chain)) {
      chain.powMode(true);
      rival.submitBlock(blocks(chain, List.of(chain.hashAt(1).orElseThrow())).getFirst());
      Hash256 tip = chain.mine(1).getFirst();
      List<DposBlock> branch = blocks(rival, rival.mine(2));
      DposBlock confirmed = new DposBlock(branch.get(1).block(), someConfirm(chain));
      assertThat(chain.submitBlock(branch.get(0))).isEmpty();
      assertThat(chain.submitBlock(confirmed).map(Flaw::code)).contains("confirm_unexpected");
      assertThat(chain.hashAt(chain.height())).contains(tip);
      assertThat(chain.mine(1)).hasSize(1);
    }
  }

  @Test
  void hasTheNextSetConfirmAboveTheWorkingHeight() {
    try (DevChain chain = open()) {
      chain.mine(1);
      Arbiters first = chain.consensus().current();
      assertThat(chain.rotate()).hasSize(1);
      assertThat(chain.rotate()).as("one is announced already").isEmpty();
      long working = chain.consensus().next().orElseThrow().workingHeight();
      chain.mine((int) (working - chain.height()) + 1);
      Arbiters second = chain.consensus().current();

      assertThat(second.seats()).isNotEqualTo(first.seats()).hasSize(first.seats().size());
      assertThat(second.number()).isEqualTo(1);
      assertThat(signers(chain, working)).isSubsetOf(first.seats());
      assertThat(signers(chain, working + 1)).isSubsetOf(second.seats());
      assertThat(signers(chain, working + 1)).isNotEmpty().hasSizeGreaterThan(8);
    }
  }

  @Test
  void announcesSetsOnItsScheduleAndEachReplacesAThird() {
    try (DevChain chain = open()) {
      chain.mine(10 + 5);
      Arbiters first = chain.keys().arbiters(0);
      Arbiters second = chain.consensus().current();
      assertThat(second.number()).isEqualTo(1);
      long kept = second.seats().stream().filter(first.seats()::contains).count();
      assertThat(kept).isEqualTo(8);
    }
  }

  @Test
  void leavesConfirmsAndComesBack() {
    try (DevChain chain = open()) {
      chain.mine(1);
      chain.powMode(true);
      assertThat(chain.powMode(true)).as("it is so already").isEmpty();
      assertThat(chain.rotate()).isEmpty();
      chain.mine(2);
      assertThat(confirmed(chain, 1)).isTrue();
      assertThat(confirmed(chain, 2)).isFalse();
      assertThat(confirmed(chain, 4)).isFalse();
      chain.powMode(false);
      long decided = chain.height();
      chain.mine(11);
      assertThat(confirmed(chain, decided + 10)).isFalse();
      assertThat(confirmed(chain, decided + 11)).isTrue();
    }
  }

  private DevChain open() {
    return TestChain.open(directory, TestChain.RULES);
  }

  /// A second chain with the same keys.
  private DevChain twin(String name, DevChain of) throws IOException {
    assertThat(of.rules()).isEqualTo(TestChain.RULES);
    Path other = directory.resolve(name);
    Files.createDirectories(other);
    Files.copy(directory.resolve("seed"), other.resolve("seed"));
    return TestChain.open(other, TestChain.RULES);
  }

  private static ElaTransaction spend(OutPoint coin, String to) {
    TxOutput output = TxOutput.of(TestChain.owner(TestChain.key(to)), new Sela(40_000));
    return TestChain.signed(
        TestChain.transfer(List.of(TestChain.input(coin)), List.of(output)), TestChain.key("a"));
  }

  private static List<DposBlock> blocks(DevChain chain, List<Hash256> hashes) {
    return hashes.stream().map(hash -> chain.block(hash).orElseThrow()).toList();
  }

  private static Optional<Confirm> someConfirm(DevChain chain) {
    Candidate candidate = chain.candidate(chain.wallet().owner());
    return new Confirms(chain.rules(), chain.keys())
        .confirm(candidate, Consensus.starting(chain.keys().arbiters(0)));
  }

  private static List<Bytes> signers(DevChain chain, long height) {
    return blocks(chain, List.of(chain.hashAt(height).orElseThrow()))
        .getFirst()
        .confirm()
        .orElseThrow()
        .votes()
        .stream()
        .map(Vote::signer)
        .toList();
  }

  private static boolean confirmed(DevChain chain, long height) {
    return chain.block(chain.hashAt(height).orElseThrow()).orElseThrow().confirm().isPresent();
  }
}
