// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmSender.ConfirmOutcome;
import org.elastos.smartweb.chain.EvmSender.SendOutcome;
import org.elastos.smartweb.chain.EvmSender.SettleOutcome;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.evm.SenderGateway.Prices;
import org.elastos.smartweb.chain.evm.TxOutbox.Version;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;

class SenderReplacementTest {
  private static final int DEPTH = 3;
  private static final BigInteger GWEI = FeePolicy.GWEI;
  private static final EvmProfile PROFILE = EvmProfile.DEVELOPMENT;

  @TempDir private static Path directory;
  private static KeystoreWallet wallet;

  private final InMemoryEvm chain = new InMemoryEvm(DEPTH, wallet.address());
  private final InMemoryTxOutbox outbox = new InMemoryTxOutbox();
  private final OutboxEvmSender sender = sender(PROFILE);

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
  void aTransactionThatNobodyIncludesIsReplacedByOneThatPaysMore() {
    chain.demand(GWEI.multiply(BigInteger.valueOf(4)));
    TxHash first = send("a");
    chain.mine();
    assertThat(versions(first)).hasSize(1);
    var patient = sender.withReplacement(new ReplacementPolicy(Duration.ofMillis(1), 12));
    assertThat(patient.confirm(first, Duration.ofMillis(200)))
        .isInstanceOf(ConfirmOutcome.Pending.class);
    chain.mine();
    var included = (ConfirmOutcome.Included) sender.confirm(first, Duration.ZERO);
    assertThat(included.receipt().transaction()).isNotEqualTo(first);
    assertThat(versions(first))
        .extracting(Version::hash)
        .contains(included.receipt().transaction());
    assertThat(chain.standing()).hasSize(1);
  }

  @Test
  void theResultIsThatOfWhicheverVersionIsFinal() {
    TxHash first = send("a");
    TxHash second = sender.replaceStuck().orElseThrow();
    chain.mine(first::equals);
    for (TxHash hash : List.of(first, second)) {
      assertThat(sender.settle(hash, Duration.ZERO)).isInstanceOf(SettleOutcome.Pending.class);
    }
    chain.reorganise(1, second::equals);
    for (int i = 0; i < DEPTH; i++) {
      chain.mine();
    }
    for (TxHash hash : List.of(first, second)) {
      var settled = (SettleOutcome.Final) sender.settle(hash, Duration.ZERO);
      assertThat(settled.receipt().transaction()).isEqualTo(second);
    }
    assertThat(chain.standing()).hasSize(1);
    assertThat(outbox.unsettled(account())).isEmpty();
    assertThat(sender.replaceStuck()).isEmpty();
  }

  @Test
  void onlyTheTransactionThatHoldsUpTheOthersIsReplaced() {
    TxHash first = send("a");
    TxHash second = send("b");
    assertThat(sender.replaceStuck()).isPresent();
    assertThat(versions(first)).hasSize(2);
    assertThat(versions(second)).hasSize(1);
  }

  @Test
  void afterARestartTheNewestVersionIsBroadcast() {
    send("a");
    TxHash second = sender.replaceStuck().orElseThrow();
    chain.forget();
    sender(PROFILE).resume();
    chain.mine();
    assertThat(chain.standing()).extracting(log -> log.transaction()).containsExactly(second);
  }

  @Test
  void aNonceThatSomebodyElseUsedUpIsSaidSo() {
    TxHash ours = send("a");
    chain.forget();
    var other = new OutboxEvmSender(chain, PROFILE, wallet, new InMemoryTxOutbox());
    other.send("other", payment("elsewhere"));
    chain.mine();
    assertThat(sender.settle(ours, Duration.ZERO)).isInstanceOf(SettleOutcome.Pending.class);
    for (int i = 0; i < DEPTH; i++) {
      chain.mine();
    }
    assertThat(sender.settle(ours, Duration.ZERO)).isInstanceOf(SettleOutcome.Displaced.class);
    assertThatThrownBy(() -> sender.settle(new TxHash(Hash256.ZERO), Duration.ZERO))
        .isInstanceOf(EvmException.class);
  }

  @Test
  void noMoreIsPaidThanTheProfileAllows() {
    var low = new FeePolicy(BigInteger.ONE, GWEI, GWEI.multiply(BigInteger.valueOf(4)), 15_000_000);
    var frugal = sender(PROFILE.withFees(low));
    TxHash first = ((SendOutcome.Sent) frugal.send("a", payment("a"))).transaction();
    for (int i = 0; i < 12; i++) {
      frugal.replaceStuck();
    }
    assertThat(versions(first)).hasSizeBetween(2, 4);
    for (Version version : versions(first)) {
      assertThat(fees(version).getMaxFeePerGas()).isLessThanOrEqualTo(low.maxPrice());
    }
  }

  @Test
  void thereAreAtMostSoManyVersions() {
    TxHash first = send("a");
    var few = sender.withReplacement(new ReplacementPolicy(Duration.ofSeconds(1), 3));
    for (int i = 0; i < 5; i++) {
      few.replaceStuck();
    }
    assertThat(versions(first)).extracting(Version::number).containsExactly(1, 2, 3);
  }

  @Test
  void eachVersionOffersAnEighthMoreAndMeansTheSame() {
    TxHash first = send("a");
    for (int i = 0; i < 4; i++) {
      sender.replaceStuck();
    }
    List<Version> versions = versions(first);
    assertThat(versions).hasSize(5);
    for (int i = 1; i < versions.size(); i++) {
      Transaction1559 before = fees(versions.get(i - 1));
      Transaction1559 after = fees(versions.get(i));
      requireEighthMore(before.getMaxFeePerGas(), after.getMaxFeePerGas());
      requireEighthMore(before.getMaxPriorityFeePerGas(), after.getMaxPriorityFeePerGas());
      assertThat(after.getNonce()).isEqualTo(before.getNonce());
      assertThat(after.getTo()).isEqualTo(before.getTo());
      assertThat(after.getData()).isEqualTo(before.getData());
      assertThat(after.getValue()).isEqualTo(before.getValue());
      assertThat(after.getGasLimit()).isEqualTo(before.getGasLimit());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 8, 9, 15, 1_000_000_007})
  void anEighthIsRoundedUp(long price) {
    BigInteger more = FeeBump.more(BigInteger.valueOf(price));
    assertThat(more.longValueExact() * 8).isGreaterThanOrEqualTo(price * 9).isPositive();
  }

  @Test
  void aTransactionFromBeforeTheBaseFeeKeepsItsKind() {
    RawTransaction old =
        RawTransaction.createTransaction(
            BigInteger.ONE, GWEI, BigInteger.valueOf(21_000), "0x" + "5a".repeat(20), GWEI, "0x");
    Bytes signed = wallet.signTransaction(old, 20);
    var prices = new Prices(Optional.empty(), BigInteger.ONE);
    RawTransaction next = FeeBump.of(signed, prices, EvmProfile.ESC.fees()).orElseThrow();
    requireEighthMore(GWEI, next.getGasPrice());
    assertThat(next.getNonce()).isEqualTo(old.getNonce());
    var dear = new Prices(Optional.empty(), EvmProfile.ESC.fees().maxPrice().add(GWEI));
    assertThat(FeeBump.of(signed, dear, EvmProfile.ESC.fees())).isEmpty();
  }

  private TxHash send(String id) {
    return ((SendOutcome.Sent) sender.send(id, payment(id))).transaction();
  }

  private List<Version> versions(TxHash hash) {
    return outbox.versions(outbox.find(account(), hash).orElseThrow());
  }

  private OutboxEvmSender sender(EvmProfile profile) {
    return new OutboxEvmSender(chain, profile, wallet, outbox);
  }

  private static EvmTransaction payment(String text) {
    return new EvmTransaction(
        Optional.of(EvmAddress.fromHex("5a".repeat(20))),
        Bytes.of(text.getBytes(StandardCharsets.US_ASCII)),
        BigInteger.ZERO);
  }

  private static TxOutbox.Account account() {
    return new TxOutbox.Account(InMemoryEvm.CHAIN, wallet.address());
  }

  private static Transaction1559 fees(Version version) {
    return (Transaction1559)
        TransactionDecoder.decode(version.signed().toString()).getTransaction();
  }

  private static void requireEighthMore(BigInteger before, BigInteger after) {
    assertThat(after.multiply(BigInteger.valueOf(8)))
        .isGreaterThanOrEqualTo(before.multiply(BigInteger.valueOf(9)));
  }
}
