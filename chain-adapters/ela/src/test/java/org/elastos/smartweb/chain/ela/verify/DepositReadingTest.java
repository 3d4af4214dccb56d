// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.Vectors;
import org.elastos.smartweb.chain.ela.tx.Attribute;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.Payload;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;
import org.elastos.smartweb.chain.ela.verify.DepositReading.Flaw;
import org.elastos.smartweb.chain.ela.verify.DepositReading.SideChainOutput;
import org.elastos.smartweb.chain.ela.verify.DepositReading.TreasuryOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepositReadingTest {
  private static final ProgramHash TREASURY = ProgramHash.fromHex("12" + "0a".repeat(20));
  private static final ProgramHash OURS = ProgramHash.fromHex("4b" + "0b".repeat(20));
  private static final ProgramHash OTHER = ProgramHash.fromHex("4b" + "0c".repeat(20));
  private static final EvmAddress TARGET = EvmAddress.fromHex("0x" + "ab".repeat(20));
  private static final Sela FEE = new Sela(10_000);

  private static Bytes text(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ElaTransaction transaction(
      TxType type, int version, Payload payload, List<Attribute> notes, TxOutput... outputs) {
    return new ElaTransaction(
        9, type, version, payload, notes, List.of(), List.of(outputs), 0, List.of());
  }

  private static ElaTransaction transfer(List<Attribute> notes, TxOutput... outputs) {
    return transaction(TxType.TRANSFER_ASSET, 0, new BasicPayload.TransferAsset(), notes, outputs);
  }

  private static Attribute memo(String memo) {
    return new Attribute(Attribute.MEMO, text(memo));
  }

  private static TxOutput pay(ProgramHash to, long value) {
    return TxOutput.of(to, new Sela(value));
  }

  private static TxOutput cross(ProgramHash to, long value, String target, long amount) {
    return new TxOutput(
        TxOutput.ELA,
        new Sela(value),
        0,
        to,
        new OutputPayload.CrossChain(text(target), new Sela(amount), text("data")));
  }

  private static List<SideChainOutput> sideChain(TxOutput... outputs) {
    return DepositReading.sideChain(
        transaction(
            TxType.TRANSFER_CROSS_CHAIN_ASSET,
            1,
            new SideChainPayload.DepositV1(),
            List.of(),
            outputs),
        OURS,
        FEE);
  }

  @Test
  void findsEachOutputThatPaysTheTreasuryItself() {
    ElaTransaction tx =
        transfer(
            List.of(new Attribute(Attribute.NONCE, text("1")), memo("to")),
            pay(OTHER, 7),
            pay(TREASURY, 5),
            pay(OURS, 9),
            pay(TREASURY, 6));

    assertThat(DepositReading.treasury(tx, TREASURY))
        .containsExactly(
            new TreasuryOutput.Deposit(1, new Sela(5), text("to")),
            new TreasuryOutput.Deposit(3, new Sela(6), text("to")));
    assertThat(DepositReading.treasury(tx, ProgramHash.fromHex("21" + "0a".repeat(20))))
        .as("another prefix is another owner")
        .isEmpty();
  }

  @Test
  void keepsMoneyWithoutOneClearMemoApart() {
    assertThat(DepositReading.treasury(transfer(List.of(), pay(TREASURY, 5)), TREASURY))
        .containsExactly(new TreasuryOutput.Unusable(0, new Sela(5), Flaw.MEMO_MISSING));
    assertThat(
            DepositReading.treasury(
                transfer(List.of(memo("a"), memo("a")), pay(TREASURY, 5)), TREASURY))
        .containsExactly(new TreasuryOutput.Unusable(0, new Sela(5), Flaw.MEMO_AMBIGUOUS));
  }

  @Test
  void takesOnlyFreeElaThatStays() {
    TxOutput asset = new TxOutput(Hash256.ZERO, new Sela(5), 0, TREASURY, new OutputPayload.None());
    TxOutput locked =
        new TxOutput(TxOutput.ELA, new Sela(5), 9, TREASURY, new OutputPayload.None());

    assertThat(
            DepositReading.treasury(
                transfer(List.of(memo("a")), asset, locked, pay(TREASURY, 0), pay(TREASURY, -4)),
                TREASURY))
        .extracting(found -> ((TreasuryOutput.Unusable) found).flaw())
        .containsExactly(Flaw.OTHER_ASSET, Flaw.LOCKED, Flaw.NO_AMOUNT, Flaw.NO_AMOUNT);
    ElaTransaction reward =
        transaction(
            TxType.COINBASE,
            4,
            new BasicPayload.CoinBase(Bytes.EMPTY),
            List.of(memo("a")),
            pay(TREASURY, 5));
    assertThat(DepositReading.treasury(reward, TREASURY))
        .containsExactly(new TreasuryOutput.Unusable(0, new Sela(5), Flaw.COINBASE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0xABababababababababababababababababababab",
        "abababababababababababababababababababab"
      })
  void readsSideChainDepositsPerOutput(String address) {
    assertThat(
            sideChain(
                cross(OTHER, 99_999, address, 1),
                cross(OURS, 30_000, address, 20_000),
                cross(OURS, 30_000, address, 20_001)))
        .containsExactly(
            new SideChainOutput.Deposit(1, TARGET, new Sela(20_000), FEE, text("data")),
            new SideChainOutput.Unusable(2, Flaw.FEE_TOO_LOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0x",
        "0xab",
        "0xzzababababababababababababababababababab",
        "XVbCTM7vqM1qHKsABSFH4xKN1qbp7ijpWf",
        "0xabababababababababababababababababababab "
      })
  void refusesTargetsThatAreNoEvmAddress(String address) {
    assertThat(sideChain(cross(OURS, 30_000, address, 1)))
        .containsExactly(new SideChainOutput.Unusable(0, Flaw.TARGET_MALFORMED));
  }

  @Test
  void refusesAmountsThatAreNone() {
    String address = TARGET.hex();

    assertThat(
            sideChain(
                cross(OURS, 30_000, address, 0),
                cross(OURS, 30_000, address, -1),
                cross(OURS, -1, address, 1),
                cross(OURS, Long.MAX_VALUE, address, Long.MIN_VALUE),
                cross(OURS, 1, address, Long.MAX_VALUE)))
        .containsExactly(
            new SideChainOutput.Unusable(0, Flaw.NO_AMOUNT),
            new SideChainOutput.Unusable(1, Flaw.NO_AMOUNT),
            new SideChainOutput.Unusable(2, Flaw.NO_AMOUNT),
            new SideChainOutput.Unusable(3, Flaw.NO_AMOUNT),
            new SideChainOutput.Unusable(4, Flaw.FEE_TOO_LOW));
  }

  @Test
  void findsNoTargetInPlainOutputsOrOtherTypes() {
    assertThat(sideChain(pay(OURS, 5)))
        .containsExactly(new SideChainOutput.Unusable(0, Flaw.TARGET_MISSING));
    assertThat(
            DepositReading.sideChain(
                transfer(List.of(), cross(OURS, 30_000, TARGET.hex(), 1)), OURS, FEE))
        .containsExactly(new SideChainOutput.Unusable(0, Flaw.TARGET_MISSING));
  }

  @Test
  void readsOldDepositsByTheOutputThatTheyName() {
    ElaTransaction tx =
        transaction(
            TxType.TRANSFER_CROSS_CHAIN_ASSET,
            0,
            new SideChainPayload.DepositV0(
                Arrays.asList(
                    target(1, 20_000),
                    target(2, 1),
                    target(2, 1),
                    target(0, 20_000),
                    target(-1, 5),
                    target(Long.MAX_VALUE, 5))),
            List.of(),
            pay(OTHER, 90_000),
            pay(OURS, 30_000),
            pay(OURS, 30_000),
            pay(OURS, 30_000));

    assertThat(DepositReading.sideChain(tx, OURS, FEE))
        .containsExactly(
            new SideChainOutput.Deposit(1, TARGET, new Sela(20_000), FEE, Bytes.EMPTY),
            new SideChainOutput.Unusable(2, Flaw.TARGET_AMBIGUOUS),
            new SideChainOutput.Unusable(3, Flaw.TARGET_MISSING));
  }

  private static SideChainPayload.DepositV0.Target target(long index, long amount) {
    return new SideChainPayload.DepositV0.Target(text(TARGET.hex()), index, new Sela(amount));
  }

  @Test
  void readsTheDepositOfTheVectors() {
    ElaTransaction tx =
        TxCodec.readTransaction(Vectors.bytes("synthetic-deposit-v1")).orElseThrow();
    List<SideChainOutput> found =
        tx.outputs().stream()
            .map(TxOutput::programHash)
            .filter(owner -> owner.prefix() == XSpendRule.CROSS_CHAIN_PREFIX)
            .distinct()
            .flatMap(owner -> DepositReading.sideChain(tx, owner, FEE).stream())
            .toList();

    assertThat(found).hasSize(1).first().isInstanceOf(SideChainOutput.Deposit.class);
    assertThat(((SideChainOutput.Deposit) found.getFirst()).fee()).isEqualTo(FEE);
  }
}
