// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmSender.ConfirmOutcome;
import org.elastos.smartweb.chain.EvmSender.SendOutcome;
import org.elastos.smartweb.chain.EvmSender.SettleOutcome;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.evm.TxOutbox.Version;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.TransactionDecoder;

/// When a transaction is replaced and by what the account can pay, whoever waits for it.
class ReplacementClockTest {
  private static final int DEPTH = 3;

  @TempDir private static Path directory;
  private static KeystoreWallet wallet;

  private final InMemoryEvm chain = new InMemoryEvm(DEPTH, wallet.address());
  private final InMemoryTxOutbox outbox = new InMemoryTxOutbox();
  private final OutboxEvmSender sender =
      new OutboxEvmSender(chain, EvmProfile.DEVELOPMENT, wallet, outbox);

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
  void whatTheAccountCannotPayForReplacesNothing() {
    TxHash first = send("a");
    TxHash second = send("b");
    BigInteger both = cost(first, 0).add(cost(second, 0));
    chain.own(both);
    assertThat(sender.replaceStuck()).isEmpty();
    assertThat(versions(first)).hasSize(1);
    chain.own(both.multiply(BigInteger.TWO));
    assertThat(sender.replaceStuck()).isPresent();
  }

  @Test
  void anOlderVersionIsBroadcastWhenTheNewestIsNotTaken() {
    TxHash first = send("a");
    var _ = sender.replaceStuck().orElseThrow();
    chain.forget();
    chain.own(cost(first, 0));
    sender.resume();
    chain.mine();
    var included = (ConfirmOutcome.Included) sender.confirm(first, Duration.ZERO);
    assertThat(included.receipt().transaction()).isEqualTo(first);
  }

  @Test
  void manyWhoWaitReplaceNoMoreOftenThanOne() throws Exception {
    TxHash first = send("a");
    Duration after = Duration.ofMillis(400);
    var patient = sender.withReplacement(new ReplacementPolicy(after, 50));
    Callable<ConfirmOutcome> waiter = () -> patient.confirm(first, Duration.ofSeconds(1));
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(Collections.nCopies(8, waiter));
    }
    long due = (System.nanoTime() - start) / after.toNanos();
    assertThat(versions(first)).hasSizeBetween(2, (int) due + 1);
  }

  @Test
  void whoNeverWaitsLongReplacesWhatIsOld() {
    TxHash first = send("a");
    var hasty = sender.withReplacement(new ReplacementPolicy(Duration.ofMillis(600), 12));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          hasty.confirm(first, Duration.ofMillis(200));
          return versions(first).size() > 1;
        });
  }

  @Test
  void whatJustBecameNextIsNotReplaced() {
    TxHash first = send("a");
    TxHash second = send("b");
    Duration after = Duration.ofMillis(100);
    TxOutbox.Entry entry = outbox.find(account(), second).orElseThrow();
    await().until(() -> outbox.age(entry).compareTo(after) > 0);
    chain.mine(first::equals);
    var patient = sender.withReplacement(new ReplacementPolicy(after, 2));
    patient.confirm(second, Duration.ofMillis(300));
    assertThat(versions(second)).hasSize(1);
    chain.mine(_ -> false);
    patient.confirm(second, Duration.ofMillis(300));
    assertThat(versions(second)).hasSize(2);
  }

  @Test
  void aMissingReceiptDoesNotMeanDisplaced() {
    TxHash ours = send("a");
    for (int i = 0; i <= DEPTH; i++) {
      chain.mine();
    }
    chain.loseReceipts();
    assertThat(sender.settle(ours, Duration.ZERO)).isInstanceOf(SettleOutcome.Pending.class);
  }

  private TxHash send(String id) {
    var payment =
        new EvmTransaction(
            Optional.of(EvmAddress.fromHex("5a".repeat(20))),
            Bytes.of(id.getBytes(StandardCharsets.US_ASCII)),
            BigInteger.ONE);
    return ((SendOutcome.Sent) sender.send(id, payment)).transaction();
  }

  private BigInteger cost(TxHash hash, int version) {
    return FeeBump.cost(TransactionDecoder.decode(versions(hash).get(version).signed().toString()));
  }

  private List<Version> versions(TxHash hash) {
    return outbox.versions(outbox.find(account(), hash).orElseThrow());
  }

  private static TxOutbox.Account account() {
    return new TxOutbox.Account(InMemoryEvm.CHAIN, wallet.address());
  }
}
