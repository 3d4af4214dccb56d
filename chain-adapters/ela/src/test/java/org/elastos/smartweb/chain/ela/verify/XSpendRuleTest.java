// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Vectors;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Payload;
import org.elastos.smartweb.chain.ela.tx.Program;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XSpendRuleTest {
  private static final TestArbiters COUNCIL = new TestArbiters(3);
  private static final TestArbiters NEXT_COUNCIL = new TestArbiters(3);
  private static final ProgramHash LOCKED = ProgramHash.fromHex("4b" + "11".repeat(20));
  private static final ProgramHash FREE = ProgramHash.fromHex("21" + "22".repeat(20));
  private static final ConsensusState STATE = state(COUNCIL);
  private final XSpendRule rule = new XSpendRule(TestChain.INSTANT);

  private static ConsensusState state(TestArbiters council) {
    return ConsensusState.starting(
        Optional.of(new ArbiterSet(new TestArbiters(3).keys(), council.keys())));
  }

  private static ElaTransaction open(TxType type, int version, Payload payload, int inputs) {
    return new ElaTransaction(
        9,
        type,
        version,
        payload,
        List.of(),
        Collections.nCopies(inputs, new TxInput(Hash256.ZERO, 0, TxInput.FINAL_SEQUENCE)),
        List.of(),
        0,
        List.of());
  }

  private static ElaTransaction withdrawal(int inputs) {
    return open(TxType.WITHDRAW_FROM_SIDE_CHAIN, 1, new SideChainPayload.WithdrawV1(), inputs);
  }

  private static ElaTransaction signed(
      ElaTransaction open, TestArbiters by, int needed, int... signers) {
    return open.withPrograms(
        List.of(by.witness(ArbiterWitness.CROSS_CHAIN, needed, open.unsigned(), signers)));
  }

  private Verdict check(ElaTransaction tx, long height, ProgramHash... owners) {
    return rule.check(new XSpendRule.Spend(tx, List.of(owners), height), STATE);
  }

  private static Rule ruleOf(Verdict verdict) {
    return ((Verdict.Invalid) verdict).rule();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 99, 200, 201, 4_000_000_000L})
  void letsTheCouncilPayWithdrawalsAndRefunds(long height) {
    ElaTransaction refund =
        open(TxType.RETURN_SIDE_CHAIN_DEPOSIT_COIN, 0, new SideChainPayload.ReturnDepositV0(), 2);
    ElaTransaction old =
        open(
            TxType.WITHDRAW_FROM_SIDE_CHAIN,
            0,
            new SideChainPayload.WithdrawV0(1, Bytes.EMPTY, List.of()),
            1);

    assertThat(check(signed(withdrawal(1), COUNCIL, 2, 0, 2), height, LOCKED))
        .isEqualTo(Verdict.valid());
    assertThat(check(signed(refund, COUNCIL, 2, 1, 2), height, LOCKED, LOCKED))
        .isEqualTo(Verdict.valid());
    assertThat(check(signed(old, COUNCIL, 3, 0, 1, 2), height, LOCKED)).isEqualTo(Verdict.valid());
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 150, 199})
  void letsNobodySpendWhileLockedOutputsAreFrozen(long height) {
    assertThat(check(signed(withdrawal(1), COUNCIL, 2, 0, 1), height, LOCKED))
        .isEqualTo(Verdict.invalid(Rule.X_SPEND_FROZEN, "height", height));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 150, 300})
  void saysNothingOfTransactionsThatSpendNothingLocked(long height) {
    ElaTransaction transfer = open(TxType.TRANSFER_ASSET, 0, new BasicPayload.TransferAsset(), 1);

    assertThat(check(transfer, height, FREE)).isEqualTo(Verdict.valid());
    assertThat(check(open(TxType.TRANSFER_ASSET, 0, new BasicPayload.TransferAsset(), 0), height))
        .isEqualTo(Verdict.valid());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 300})
  void refusesEveryOtherTypeEvenWithTheCouncilsSignatures(long height) {
    ElaTransaction transfer = open(TxType.TRANSFER_ASSET, 0, new BasicPayload.TransferAsset(), 1);
    ElaTransaction deposit =
        open(TxType.TRANSFER_CROSS_CHAIN_ASSET, 1, new SideChainPayload.DepositV1(), 1);

    assertThat(ruleOf(check(signed(transfer, COUNCIL, 3, 0, 1, 2), height, LOCKED)))
        .isEqualTo(Rule.X_SPEND_TYPE);
    assertThat(ruleOf(check(signed(deposit, COUNCIL, 3, 0, 1, 2), height, LOCKED)))
        .isEqualTo(Rule.X_SPEND_TYPE);
  }

  @Test
  void refusesAggregatedSignatures() {
    Bytes signers = Bytes.of(new byte[] {0, 1, 2});
    ElaTransaction withdrawal =
        open(TxType.WITHDRAW_FROM_SIDE_CHAIN, 2, new SideChainPayload.WithdrawV2(signers), 1);
    ElaTransaction refund =
        open(
            TxType.RETURN_SIDE_CHAIN_DEPOSIT_COIN,
            1,
            new SideChainPayload.ReturnDepositV1(signers),
            1);

    assertThat(ruleOf(check(withdrawal, 300, LOCKED))).isEqualTo(Rule.X_SPEND_PAYLOAD_VERSION);
    assertThat(ruleOf(check(refund, 300, LOCKED))).isEqualTo(Rule.X_SPEND_PAYLOAD_VERSION);
  }

  @Test
  void refusesLockedAndFreeInputsTogetherAndInputsThatNobodyNamed() {
    ElaTransaction two = signed(withdrawal(2), COUNCIL, 2, 0, 1);

    assertThat(ruleOf(check(two, 300, LOCKED, FREE))).isEqualTo(Rule.X_SPEND_MIXED_INPUTS);
    assertThat(ruleOf(check(two, 300, LOCKED))).isEqualTo(Rule.X_SPEND_INPUTS_UNKNOWN);
  }

  @Test
  void needsTheWholeCouncilInTheScriptAndEnoughDistinctSignatures() {
    TestArbiters two = new TestArbiters(2);
    ElaTransaction open = withdrawal(1);

    assertThat(ruleOf(check(signed(open, NEXT_COUNCIL, 2, 0, 1), 300, LOCKED)))
        .isEqualTo(Rule.X_SPEND_ARBITERS);
    assertThat(ruleOf(check(signed(open, two, 2, 0, 1), 300, LOCKED)))
        .isEqualTo(Rule.X_SPEND_ARBITERS);
    assertThat(ruleOf(check(signed(open, COUNCIL, 1, 0), 300, LOCKED)))
        .isEqualTo(Rule.X_SPEND_TOO_FEW);
    assertThat(ruleOf(check(signed(open, COUNCIL, 2, 0), 300, LOCKED)))
        .isEqualTo(Rule.X_SPEND_TOO_FEW);
    assertThat(ruleOf(check(signed(open, COUNCIL, 2, 0, 0), 300, LOCKED)))
        .isEqualTo(Rule.X_SPEND_SIGNATURE);
    assertThat(ruleOf(check(signed(open, COUNCIL, 2, 0, 1, 2, 2), 300, LOCKED)))
        .isEqualTo(Rule.X_SPEND_SIGNATURE);
    assertThat(
            ruleOf(
                check(
                    open.withPrograms(signed(withdrawal(3), COUNCIL, 2, 0, 1).programs()),
                    300,
                    LOCKED)))
        .as("signatures of another transaction")
        .isEqualTo(Rule.X_SPEND_SIGNATURE);
  }

  @Test
  void refusesWitnessesOfAnotherShape() {
    ElaTransaction open = withdrawal(1);
    Program good = COUNCIL.witness(ArbiterWitness.CROSS_CHAIN, 2, open.unsigned(), 0, 1);
    byte[] code = good.code().bytes();
    List<Program> bad = new ArrayList<>();
    bad.add(COUNCIL.witness(ArbiterWitness.MULTI_SIGNATURE, 2, open.unsigned(), 0, 1));
    bad.add(new Program(good.parameter(), Bytes.EMPTY));
    bad.add(new Program(good.parameter(), Bytes.of(new byte[37])));
    bad.add(new Program(Bytes.of(new byte[3]), good.code()));
    bad.add(new Program(Bytes.of(new byte[65]), good.code()));
    bad.add(new Program(good.parameter(), edited(code, code.length - 2, 0x54)));
    bad.add(new Program(good.parameter(), edited(code, 0, 0x50)));
    bad.add(new Program(good.parameter(), edited(code, 0, 0x54)));
    bad.add(new Program(good.parameter(), edited(code, 1, 0x20)));
    bad.add(new Program(good.parameter(), edited(code, 2, 0x07)));

    for (Program each : bad) {
      assertThat(ruleOf(check(open.withPrograms(List.of(each)), 300, LOCKED)))
          .isEqualTo(Rule.X_SPEND_WITNESS);
      assertThat(ruleOf(check(open.withPrograms(List.of(good, each)), 300, LOCKED)))
          .isEqualTo(Rule.X_SPEND_WITNESS);
    }
    assertThat(ruleOf(check(open, 300, LOCKED))).isEqualTo(Rule.X_SPEND_WITNESS);
  }

  private static Bytes edited(byte[] bytes, int at, int value) {
    byte[] copy = bytes.clone();
    copy[at] = (byte) value;
    return Bytes.of(copy);
  }

  @Test
  void followsTheCouncilInForceAtTheHeight() {
    ConsensusState changing =
        new ConsensusState(
            ConsensusState.Mode.BPOS,
            STATE.arbiters(),
            List.of(new ConsensusState.Turn(300, state(NEXT_COUNCIL).arbiters())),
            0,
            299);
    ElaTransaction byNext = signed(withdrawal(1), NEXT_COUNCIL, 2, 0, 1);

    assertThat(ruleOf(rule.check(new XSpendRule.Spend(byNext, List.of(LOCKED), 300), changing)))
        .isEqualTo(Rule.X_SPEND_ARBITERS);
    assertThat(rule.check(new XSpendRule.Spend(byNext, List.of(LOCKED), 301), changing))
        .isEqualTo(Verdict.valid());
  }

  @Test
  void authorisesNobodyByWorkAloneOrWhenTheCouncilIsUnknown() {
    ElaTransaction tx = signed(withdrawal(1), COUNCIL, 2, 0, 1);
    XSpendRule.Spend spend = new XSpendRule.Spend(tx, List.of(LOCKED), 300);
    ConsensusState work =
        new ConsensusState(ConsensusState.Mode.WORK, STATE.arbiters(), List.of(), 0, 9);

    assertThat(ruleOf(rule.check(spend, work))).isEqualTo(Rule.X_SPEND_IN_WORK_MODE);
    assertThat(ruleOf(rule.check(spend, ConsensusState.starting(Optional.empty()))))
        .isEqualTo(Rule.X_SPEND_ARBITERS_UNKNOWN);
  }

  @Test
  void acceptsTheWithdrawalOfTheVectorsFromItsTwelve() {
    ElaTransaction tx =
        TxCodec.readTransaction(Vectors.bytes("synthetic-withdraw-v1")).orElseThrow();
    ArbiterWitness witness =
        ArbiterWitness.read(tx.programs().getFirst(), ArbiterWitness.CROSS_CHAIN).orElseThrow();
    ConsensusState twelve =
        ConsensusState.starting(
            Optional.of(new ArbiterSet(List.of(), List.copyOf(witness.signers()))));
    List<ProgramHash> owners = Collections.nCopies(tx.inputs().size(), LOCKED);
    XSpendRule main = new XSpendRule(ElaNetwork.MAINNET);

    assertThat(witness.signers()).hasSize(12);
    assertThat(main.check(new XSpendRule.Spend(tx, owners, 2_256_724), twelve))
        .isEqualTo(Verdict.valid());
    assertThat(ruleOf(main.check(new XSpendRule.Spend(tx, owners, 2_256_723), twelve)))
        .isEqualTo(Rule.X_SPEND_FROZEN);
    assertThat(ruleOf(main.check(new XSpendRule.Spend(tx, owners, 2_256_110), twelve)))
        .isEqualTo(Rule.X_SPEND_FROZEN);
    assertThat(main.check(new XSpendRule.Spend(tx, owners, 2_256_109), twelve))
        .isEqualTo(Verdict.valid());
  }
}
