// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.EvmSender.SendOutcome;
import org.elastos.smartweb.chain.EvmSender.SettleOutcome;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.follow.FaultyPorts;
import org.elastos.smartweb.chain.follow.FollowPolicy;
import org.elastos.smartweb.chain.follow.FollowSpec;
import org.elastos.smartweb.chain.follow.FollowerStore;
import org.elastos.smartweb.chain.follow.InMemoryFollowerStore;
import org.elastos.smartweb.chain.follow.LogConsumer;
import org.elastos.smartweb.chain.follow.LogFollower;
import org.elastos.smartweb.testkit.Gen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A sender and a follower live on one chain that reorganises, forgets and keeps transactions
/// waiting, while the process may die at every call to a port. In the end the ledger is the chain:
/// nothing lost, no ghost, nothing sent twice.
class LedgerFaultTest {
  private static final int RUNS = 320;
  private static final EvmAddress SHOP = EvmAddress.fromHex("5a".repeat(20));

  @TempDir private static Path directory;
  private static KeystoreWallet wallet;

  @BeforeAll
  static void makeWallet() {
    wallet =
        KeystoreWallet.create(
            directory.resolve("wallet"),
            SecretBytes.take("password".getBytes(StandardCharsets.UTF_8)),
            ScryptCost.LIGHT,
            new SecureRandom());
  }

  @AfterAll
  static void closeWallet() {
    wallet.close();
  }

  @Test
  @Timeout(240)
  void whateverStepItDiesInTheLedgerEqualsTheChain() {
    int[] replaced = new int[1];
    int[] calls = new int[1];
    Gen.forAll(
        RUNS,
        gen -> {
          Life life = new Life(gen);
          life.live();
          life.end();
          replaced[0] += life.replacements;
          calls[0] += life.ports.calls();
        });
    boolean all = System.getProperty("smartweb.seed", "").isEmpty();
    assertThat(!all || (replaced[0] > 20 && calls[0] > 20_000))
        .as("replacements %d, calls %d", replaced[0], calls[0])
        .isTrue();
  }

  /// One run: everything but the two stores and the chain is lost at each crash.
  private static final class Life {
    private final Gen gen;
    private final InMemoryEvm chain;
    private final InMemoryTxOutbox outbox = new InMemoryTxOutbox();
    private final InMemoryFollowerStore ledger = new InMemoryFollowerStore();
    private final Map<String, TxHash> sent = new HashMap<>();
    private final Map<String, TxReceipt> results = new HashMap<>();
    private final FaultyPorts ports;
    private final int payments;
    private OutboxEvmSender sender;
    private LogFollower<List<EvmLog>> follower;
    private int replacements;

    Life(Gen gen) {
      this.gen = gen;
      this.chain = new InMemoryEvm(gen.between(1, 6), wallet.address());
      this.payments = gen.between(1, 5);
      this.ports = new FaultyPorts(gen, 0.02 + gen.between(0, 10) / 100.0);
      restart();
    }

    private void restart() {
      var profile = EvmProfile.DEVELOPMENT;
      sender =
          new OutboxEvmSender(
              ports.around(SenderGateway.class, chain),
              profile,
              wallet,
              ports.around(TxOutbox.class, outbox));
      follower = follower();
    }

    private LogFollower<List<EvmLog>> follower() {
      @SuppressWarnings("unchecked") // a proxy of the same type
      FollowerStore<List<EvmLog>> store = ports.around(FollowerStore.class, ledger);
      @SuppressWarnings("unchecked") // a proxy of the same type
      LogConsumer<List<EvmLog>> keeper =
          ports.around(LogConsumer.class, InMemoryFollowerStore.keeper());
      return new LogFollower<>(
          FollowSpec.of("ledger", InMemoryEvm.CHAIN, List.of(SHOP), 0),
          new FollowPolicy(gen.between(1, 4), 20, 10, 4, 64, false),
          ports.around(LogFeed.class, chain),
          store,
          keeper);
    }

    void live() {
      for (int i = gen.between(20, 60); i > 0; i--) {
        try {
          act();
        } catch (FaultyPorts.Crash crash) {
          restart();
        }
      }
    }

    private void act() {
      switch (gen.between(0, 9)) {
        case 0, 1 -> send("pay-" + gen.between(1, payments));
        case 2 -> settle("pay-" + gen.between(1, payments));
        case 3 -> sender.resume();
        case 4 -> replacements += sender.replaceStuck().isPresent() ? 1 : 0;
        case 5 -> chain.mine(_ -> gen.chance(0.7));
        case 6 -> chain.reorganise(gen.between(1, 4), _ -> gen.chance(0.5));
        case 7 -> weather();
        default -> follower.step();
      }
    }

    private void weather() {
      switch (gen.between(0, 2)) {
        case 0 -> chain.forget();
        case 1 ->
            chain.demand(BigInteger.TEN.pow(9).multiply(BigInteger.valueOf(gen.between(1, 6))));
        default -> chain.demand(BigInteger.ZERO);
      }
    }

    private void send(String id) {
      var payment =
          new EvmTransaction(
              Optional.of(SHOP), Bytes.of(id.getBytes(StandardCharsets.US_ASCII)), BigInteger.ZERO);
      if (sender.send(id, payment) instanceof SendOutcome.Sent(TxHash hash)) {
        TxHash earlier = sent.putIfAbsent(id, hash);
        assertThat(earlier == null || earlier.equals(hash)).as("one id, one transaction").isTrue();
      }
    }

    private void settle(String id) {
      TxHash hash = sent.get(id);
      if (hash == null) {
        return;
      }
      SettleOutcome outcome = sender.settle(hash, Duration.ZERO);
      assertThat(outcome).isNotInstanceOf(SettleOutcome.Displaced.class);
      if (outcome instanceof SettleOutcome.Final(TxReceipt receipt)) {
        TxReceipt earlier = results.putIfAbsent(id, receipt);
        assertThat(earlier == null || earlier.equals(receipt)).as("a result lasts").isTrue();
      }
    }

    void end() {
      ports.heal();
      restart();
      chain.demand(BigInteger.ZERO);
      for (int i = 1; i <= payments; i++) {
        send("pay-" + i);
      }
      for (int i = 0; i < 60 && results.size() < payments; i++) {
        sender.resume();
        chain.mine();
        sent.keySet().forEach(this::settle);
      }
      for (int i = 0; i < 1_000; i++) {
        if (follower.step() instanceof LogFollower.Step.UpToDate) {
          break;
        }
      }
      requireWhole();
    }

    private void requireWhole() {
      List<EvmLog> standing = chain.standing();
      assertThat(results).as("every payment has its result").hasSize(payments);
      assertThat(standing).extracting(log -> text(log.data())).doesNotHaveDuplicates();
      assertThat(standing).as("each payment once").hasSize(payments);
      assertThat(ledger.effects()).as("the ledger is the chain").isEqualTo(standing);
      List<Long> nonces = new ArrayList<>();
      for (int i = 1; i <= payments; i++) {
        nonces.add(outbox.find(account(), "pay-" + i).orElseThrow().nonce());
      }
      assertThat(nonces)
          .as("no gap")
          .containsExactlyInAnyOrderElementsOf(LongStream.range(0, payments).boxed().toList());
      results.forEach((id, receipt) ->
          assertThat(standing)
              .anyMatch(log ->
                  log.transaction().equals(receipt.transaction())
                      && log.blockHash().equals(receipt.block().hash())
                      && text(log.data()).equals(id)));
    }

    private static TxOutbox.Account account() {
      return new TxOutbox.Account(InMemoryEvm.CHAIN, wallet.address());
    }

    private static String text(Bytes data) {
      return new String(data.bytes(), StandardCharsets.US_ASCII);
    }
  }
}
