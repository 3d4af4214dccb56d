// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.evm.TxOutbox.Account;
import org.elastos.smartweb.chain.evm.TxOutbox.AppendOutcome;
import org.elastos.smartweb.chain.evm.TxOutbox.Entry;
import org.elastos.smartweb.chain.evm.TxOutbox.Version;
import org.junit.jupiter.api.Test;

/// What every outbox must do.
abstract class TxOutboxContract {
  private static final AtomicLong ACCOUNTS = new AtomicLong();

  /// An account of its own for each test.
  private final Account account = account(ACCOUNTS.incrementAndGet());

  /// The outbox under test; it may hold entries of other accounts.
  abstract TxOutbox outbox();

  @Test
  void findsWhatItStoredAndNothingElse() {
    Entry entry = entry("a", 0);
    assertThat(outbox().append(entry)).isInstanceOf(AppendOutcome.Stored.class);
    assertThat(outbox().find(account, "a")).contains(entry);
    assertThat(outbox().find(account, "A")).isEmpty();
    assertThat(outbox().find(account(ACCOUNTS.incrementAndGet()), "a")).isEmpty();
    Account elsewhere = new Account(new ChainId(20), account.address());
    assertThat(outbox().find(elsewhere, "a")).isEmpty();
    assertThat(outbox().highestNonce(elsewhere)).isEmpty();
  }

  @Test
  void keepsTheFirstTransactionOfAnId() {
    Entry first = entry("a", 0);
    outbox().append(first);
    assertThat(outbox().append(entry("a", 1))).isEqualTo(new AppendOutcome.IdTaken(first));
    assertThat(outbox().highestNonce(account)).hasValue(0);
  }

  @Test
  void givesANonceToOneIdOnly() {
    outbox().append(entry("a", 3));
    assertThat(outbox().append(entry("b", 3))).isInstanceOf(AppendOutcome.NonceTaken.class);
    assertThat(outbox().find(account, "b")).isEmpty();
  }

  @Test
  void knowsTheHighestNonceEvenWhenSettled() {
    assertThat(outbox().highestNonce(account)).isEmpty();
    outbox().append(entry("b", 9));
    outbox().append(entry("a", 4));
    outbox().settleBelow(account, 100);
    assertThat(outbox().highestNonce(account)).hasValue(9);
    assertThat(outbox().find(account, "b")).isPresent();
  }

  @Test
  void listsTheUnsettledInTheOrderOfTheirNonces() {
    for (long nonce : List.of(11, 2, 10, 3)) {
      outbox().append(entry("n" + nonce, nonce));
    }
    outbox().markBroadcast(account, 10);
    outbox().settleBelow(account, 3);
    outbox().settleBelow(account, 1);
    assertThat(outbox().unsettled(account)).extracting(Entry::nonce).containsExactly(3L, 10L, 11L);
    assertThat(outbox().unsettled(account))
        .extracting(Entry::broadcast)
        .containsExactly(false, true, false);
  }

  @Test
  void oneOfManyRivalsGetsTheNonce() throws Exception {
    List<Callable<AppendOutcome>> rivals =
        IntStream.range(0, 12)
            .<Callable<AppendOutcome>>mapToObj(i -> () -> outbox().append(entry("r" + i, 7)))
            .toList();
    int stored = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<AppendOutcome> outcome : threads.invokeAll(rivals)) {
        stored += outcome.get() instanceof AppendOutcome.Stored ? 1 : 0;
      }
    }
    assertThat(stored).isEqualTo(1);
    assertThat(outbox().unsettled(account)).hasSize(1);
  }

  @Test
  void keepsAllVersionsOfATransactionAndFindsItByEach() {
    Entry first = entry("a", 5);
    outbox().append(first);
    outbox().append(entry("b", 6));
    Version second = version(2, 0xaa);
    assertThat(outbox().addVersion(first, second)).isTrue();
    assertThat(outbox().addVersion(first, version(2, 0xbb))).isFalse();
    assertThat(outbox().addVersion(first, version(3, 0xcc))).isTrue();
    assertThat(outbox().versions(first))
        .containsExactly(new Version(1, first.hash(), first.signed()), second, version(3, 0xcc));
    for (Version version : outbox().versions(first)) {
      assertThat(outbox().find(account, version.hash())).contains(first);
    }
    assertThat(outbox().find(account, version(2, 0xbb).hash())).isEmpty();
    assertThat(outbox().find(account(ACCOUNTS.incrementAndGet()), second.hash())).isEmpty();
  }

  @Test
  void theAgeIsThatOfTheNewestVersion() {
    Entry first = entry("a", 5);
    outbox().append(first);
    await().until(() -> outbox().age(first).toMillis() >= 500);
    Duration old = outbox().age(first);
    outbox().addVersion(first, version(2, 0xaa));
    assertThat(outbox().age(first)).isLessThan(old);
  }

  private static Version version(int number, int mark) {
    var hash = Hash256.fromUint(BigInteger.valueOf(0xabcd0000L + mark));
    return new Version(number, new TxHash(hash), Bytes.of(new byte[] {(byte) mark}));
  }

  private Entry entry(String id, long nonce) {
    Hash256 mark = Hash256.fromUint(BigInteger.valueOf(id.hashCode() & 0xffffL));
    return new Entry(
        account, id, nonce, new TxHash(mark), mark, Bytes.of(new byte[] {2, 1}), false);
  }

  private static Account account(long number) {
    byte[] address = new byte[EvmAddress.BYTES];
    System.arraycopy(
        Hash256.fromUint(BigInteger.valueOf(number)).bytes(), 12, address, 0, address.length);
    return new Account(new ChainId(31337), EvmAddress.of(address));
  }
}
