// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.Arbiters;
import org.elastos.smartweb.chain.devnet.ela.rules.Claims;
import org.elastos.smartweb.chain.devnet.ela.rules.DevKey;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;
import org.elastos.smartweb.chain.devnet.ela.rules.Script;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deposits, withdrawals, refunds, and who may spend what is locked, in all three periods.
class SideChainTest {
  private static final ProgramHash TO = TestChain.owner(TestChain.key("receiver"));
  private static final DevKey DEPOSITOR = TestChain.key("depositor");
  private static final Hash256 SIDE_TX = Hash256.fromHex("77".repeat(32));
  private static final long LOCKED = 1_000_000;

  @TempDir Path directory;

  @Test
  void takesDepositsThatLeaveTheFee() {
    try (DevChain chain = open(TestChain.RULES)) {
      OutPoint coin = TestChain.fund(chain, TestChain.owner(DEPOSITOR), 100_000);
      assertThat(send(chain, deposit(coin, 50_000, 40_001))).isEqualTo("deposit_fee");
      assertThat(send(chain, deposit(coin, 50_000, -1))).isEqualTo("deposit_fee");
      assertThat(send(chain, deposit(coin, 50_000, 40_000))).isEmpty();
      chain.mine(1);
      OutPoint other = TestChain.fund(chain, TestChain.owner(DEPOSITOR), 100_000);
      ElaTransaction plain =
          TestChain.typed(
              TxType.TRANSFER_CROSS_CHAIN_ASSET,
              new SideChainPayload.DepositV1(),
              List.of(other),
              List.of(TxOutput.of(TO, new Sela(1))));
      assertThat(send(chain, TestChain.signed(plain, DEPOSITOR))).isEqualTo("deposit_target");
      ElaTransaction stray =
          TestChain.transfer(
              List.of(TestChain.input(other)), TestChain.deposit(other, 50_000, 40_000).outputs());
      assertThat(send(chain, TestChain.signed(stray, DEPOSITOR))).isEqualTo("output_payload");
      chain.powMode(true);
      assertThat(send(chain, deposit(other, 50_000, 40_000))).isEqualTo("work_mode");
    }
  }

  @Test
  void paysAWithdrawalOnceByTheCouncilInForce() {
    try (DevChain chain = open(TestChain.RULES)) {
      OutPoint locked = TestChain.lock(chain, LOCKED);
      ElaTransaction tx = withdrawal(locked);
      Arbiters set = chain.consensus().current();
      List<DevKey> council = chain.keys().seats(0).subList(0, 4);
      Bytes code = Script.multi(3, set.council(), Script.ARBITER_END);

      assertThat(send(chain, sign(tx, code, council.subList(0, 2)))).isEqualTo("signature_count");
      Bytes few = Script.multi(2, set.council(), Script.ARBITER_END);
      assertThat(send(chain, sign(tx, few, council))).isEqualTo("x_spend_arbiters");
      Bytes seats = Script.multi(3, set.seats().subList(1, 5), Script.ARBITER_END);
      assertThat(send(chain, sign(tx, seats, chain.keys().seats(0).subList(1, 4))))
          .isEqualTo("x_spend_arbiters");
      assertThat(send(chain, sign(tx, code, council.subList(1, 4)))).isEmpty();
      assertThat(chain.claimed(new Claims.Withdrawal(SIDE_TX))).isTrue();
      chain.mine(1);

      OutPoint more = TestChain.lock(chain, LOCKED);
      assertThat(send(chain, sign(withdrawal(more), code, council))).isEqualTo("withdrawn_before");
      chain.reorganize(3);
      assertThat(chain.claimed(new Claims.Withdrawal(SIDE_TX))).isTrue();
    }
  }

  @Test
  void forgetsACouncilThatWasReplaced() {
    try (DevChain chain = open(TestChain.RULES)) {
      OutPoint locked = TestChain.lock(chain, LOCKED);
      Bytes old = Script.multi(3, chain.consensus().current().council(), Script.ARBITER_END);
      chain.rotate();
      chain.mine(5);
      assertThat(chain.consensus().current().number()).isEqualTo(1);
      assertThat(send(chain, sign(withdrawal(locked), old, chain.keys().seats(0).subList(0, 4))))
          .isEqualTo("x_spend_arbiters");
      Wallet.Withdrawal asked =
          new Wallet.Withdrawal(TestChain.SIDE_CHAIN, SIDE_TX, TO, new Sela(5_000));
      Optional<ElaTransaction> ours =
          chain.wallet().withdraw(chain.unspent(TestChain.SIDE_CHAIN), asked, 1, 3);
      assertThat(send(chain, ours.orElseThrow())).isEmpty();
    }
  }

  @Test
  void letsNothingButWithdrawalsAndRefundsSpendOnceRestricted() {
    try (DevChain chain = open(TestChain.RULES)) {
      OutPoint locked = TestChain.lock(chain, LOCKED);
      assertThat(send(chain, theft(locked))).isEqualTo("x_spend_type");
    }
  }

  @Test
  void letsAnyArbiterScriptSpendInTheFirstPeriodAsTheNodeDidThen() {
    DevRules open = TestChain.RULES.withCrossChain(DevRules.NEVER, DevRules.NEVER);
    try (DevChain chain = open(open)) {
      OutPoint locked = TestChain.lock(chain, LOCKED);
      assertThat(send(chain, theft(locked))).isEmpty();
      chain.mine(1);
      assertThat(chain.unspent(TO)).hasSize(1);
    }
  }

  @Test
  void letsNobodySpendWhileFrozen() {
    DevRules frozen = TestChain.RULES.withCrossChain(8, 12);
    try (DevChain chain = open(frozen)) {
      OutPoint locked = TestChain.lock(chain, LOCKED);
      List<DevKey> council = chain.keys().seats(0).subList(0, 4);
      Bytes code = Script.multi(3, chain.consensus().current().council(), Script.ARBITER_END);
      chain.mine((int) (7 - chain.height()));
      assertThat(send(chain, theft(locked))).isEqualTo("x_spend_frozen");
      assertThat(send(chain, sign(withdrawal(locked), code, council))).isEqualTo("x_spend_frozen");
      chain.mine((int) (11 - chain.height()));
      assertThat(send(chain, theft(locked))).isEqualTo("x_spend_type");
      assertThat(send(chain, sign(withdrawal(locked), code, council))).isEmpty();
    }
  }

  @Test
  void givesADepositBackOnceToWhoPaidIt() {
    try (DevChain chain = open(TestChain.RULES)) {
      OutPoint locked = TestChain.lock(chain, LOCKED);
      Hash256 deposit = locked.txid();
      ProgramHash payer = TestChain.owner(DEPOSITOR);
      assertThat(send(chain, refund(chain, locked, TO, LOCKED - 100))).isEqualTo("refund_owner");
      assertThat(send(chain, refund(chain, locked, payer, LOCKED - 200)))
          .isEqualTo("refund_amount");
      assertThat(send(chain, refund(chain, locked, payer, LOCKED - 100))).isEmpty();
      chain.mine(1);
      assertThat(chain.claimed(new Claims.Refund(deposit))).isTrue();
      OutPoint more = TestChain.lock(chain, LOCKED);
      ElaTransaction again = refundOf(deposit, more, payer, LOCKED - 100);
      assertThat(send(chain, byCouncil(chain, again))).isEqualTo("refunded_before");
    }
  }

  private DevChain open(DevRules rules) {
    return TestChain.open(directory, rules);
  }

  private static String send(DevChain chain, ElaTransaction tx) {
    return chain.submit(tx).map(Flaw::code).orElse("");
  }

  private static ElaTransaction sign(ElaTransaction tx, Bytes code, List<DevKey> keys) {
    return TestChain.signed(tx, code, keys);
  }

  private static ElaTransaction deposit(OutPoint coin, long sela, long target) {
    return TestChain.signed(TestChain.deposit(coin, sela, target), DEPOSITOR);
  }

  private static Bytes sideChainAddress() {
    return TestChain.ascii(new ElaAddress(TestChain.SIDE_CHAIN).toString());
  }

  private static ElaTransaction withdrawal(OutPoint locked) {
    OutputPayload names = new OutputPayload.Withdrawal(sideChainAddress(), SIDE_TX, Bytes.EMPTY);
    return TestChain.typed(
        TxType.WITHDRAW_FROM_SIDE_CHAIN,
        new SideChainPayload.WithdrawV1(),
        List.of(locked),
        List.of(
            new TxOutput(TxOutput.ELA, new Sela(400_000), 0, TO, names),
            TxOutput.of(TestChain.SIDE_CHAIN, new Sela(590_000))));
  }

  /// A plain transfer with an arbiter script of keys that belong to no arbiter.
  private static ElaTransaction theft(OutPoint locked) {
    List<DevKey> own = List.of(TestChain.key("thief one"), TestChain.key("thief two"));
    Bytes code = Script.multi(2, own.stream().map(DevKey::publicKey).toList(), Script.ARBITER_END);
    ElaTransaction tx =
        TestChain.transfer(
            List.of(TestChain.input(locked)), List.of(TxOutput.of(TO, new Sela(900_000))));
    return sign(tx, code, own);
  }

  private static ElaTransaction refund(DevChain chain, OutPoint locked, ProgramHash to, long sela) {
    return byCouncil(chain, refundOf(locked.txid(), locked, to, sela));
  }

  private static ElaTransaction byCouncil(DevChain chain, ElaTransaction tx) {
    Bytes code = Script.multi(3, chain.consensus().current().council(), Script.ARBITER_END);
    return sign(tx, code, chain.keys().seats(0).subList(0, 4));
  }

  private static ElaTransaction refundOf(
      Hash256 deposit, OutPoint locked, ProgramHash to, long sela) {
    OutputPayload names = new OutputPayload.ReturnedDeposit(sideChainAddress(), deposit);
    return TestChain.typed(
        TxType.RETURN_SIDE_CHAIN_DEPOSIT_COIN,
        new SideChainPayload.ReturnDepositV0(),
        List.of(locked),
        List.of(new TxOutput(TxOutput.ELA, new Sela(sela), 0, to, names)));
  }
}
