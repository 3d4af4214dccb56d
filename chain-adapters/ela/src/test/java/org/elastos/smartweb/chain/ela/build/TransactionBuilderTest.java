// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.build;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.ela.address.P256PrivateKey;
import org.elastos.smartweb.chain.ela.address.Script;
import org.elastos.smartweb.chain.ela.tx.Attribute;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.SideChainPayload;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;
import org.junit.jupiter.api.Test;

class TransactionBuilderTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final P256PrivateKey OWNER = P256PrivateKey.generate(RANDOM);
  private static final ElaAddress HOME = new Script.Standard(OWNER.publicKey()).address();
  private static final ElaAddress OTHER =
      new Script.Standard(P256PrivateKey.generate(RANDOM).publicKey()).address();
  private static final ElaAddress ESC =
      ElaAddress.read("XVbCTM7vqM1qHKsABSFH4xKN1qbp7ijpWf").orElseThrow();
  private static final EvmAddress RECIPIENT = EvmAddress.fromHex("0x" + "ab".repeat(20));
  private static final List<Attribute> NOTES =
      List.of(new Attribute(Attribute.NONCE, Bytes.fromHex("0102030405060708")));

  @Test
  void paysFromTheLargestOutputsAndReturnsTheRest() {
    Purse purse = purse(coin(1, 50), coin(2, 900), coin(3, 400), foreign(4, 5_000));
    ElaTransaction tx = ready(TransactionBuilder.transfer(purse, List.of(to(OTHER, 1_000)), NOTES));

    assertThat(tx.inputs())
        .containsExactly(spent(coin(2, 900), 0xffff_ffffL), spent(coin(3, 400), 0xffff_ffffL));
    assertThat(tx.outputs()).containsExactly(to(OTHER, 1_000), to(HOME, 200));
    assertThat(tx.attributes()).isEqualTo(NOTES);
    assertThat(tx.lockTime()).isZero();
    assertThat(tx.type()).isEqualTo(TxType.TRANSFER_ASSET);
  }

  @Test
  void leavesNoChangeWhenNothingIsLeft() {
    ElaTransaction tx =
        ready(TransactionBuilder.transfer(purse(coin(1, 600)), List.of(to(OTHER, 500)), NOTES));

    assertThat(tx.outputs()).containsExactly(to(OTHER, 500));
  }

  @Test
  void choosesTheSameInputsWhateverTheOrderAndNeverOneTwice() {
    List<Spendable> coins = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      coins.add(coin(i, 100));
      coins.add(coin(i, 100));
    }
    Built first = TransactionBuilder.transfer(purse(coins), List.of(to(OTHER, 1_000)), NOTES);
    Collections.reverse(coins);
    Built second = TransactionBuilder.transfer(purse(coins), List.of(to(OTHER, 1_000)), NOTES);

    assertThat(second).isEqualTo(first);
    assertThat(ready(first).inputs()).hasSize(11).doesNotHaveDuplicates();
    assertThat(TransactionBuilder.transfer(purse(coins), List.of(to(OTHER, 1_901)), NOTES))
        .isEqualTo(new Built.Refused(Built.Reason.INSUFFICIENT_FUNDS));
  }

  @Test
  void spendsLockedOutputsOnlyBelowTheHeightAndSaysSo() {
    Spendable locked = locked(1, 10_000, 99);
    Spendable later = locked(2, 90_000, 100);
    ElaTransaction tx =
        ready(TransactionBuilder.transfer(purse(locked, later), List.of(to(OTHER, 500)), NOTES));

    assertThat(tx.inputs()).containsExactly(spent(locked, 0xffff_fffeL));
    assertThat(tx.lockTime()).isEqualTo(99);
  }

  @Test
  void depositsWithTheFeeOnTopOfTheAmount() {
    DepositTarget target =
        new DepositTarget(ESC, RECIPIENT, new Sela(70_000), new Sela(10_000), Bytes.EMPTY);
    ElaTransaction tx = ready(TransactionBuilder.deposit(purse(coin(1, 1_000_000)), target, NOTES));

    assertThat(tx.type()).isEqualTo(TxType.TRANSFER_CROSS_CHAIN_ASSET);
    assertThat(tx.payload()).isEqualTo(new SideChainPayload.DepositV1());
    TxOutput output = tx.outputs().get(0);
    assertThat(output.value()).isEqualTo(new Sela(80_000));
    assertThat(output.programHash()).isEqualTo(ESC.programHash());
    assertThat(output.payload())
        .isEqualTo(
            new OutputPayload.CrossChain(
                Bytes.of(("0x" + "ab".repeat(20)).getBytes(US_ASCII)),
                new Sela(70_000),
                Bytes.EMPTY));
    assertThat(tx.outputs().get(1)).isEqualTo(to(HOME, 919_900));
  }

  @Test
  void refusesDepositsThatNodesOrArbitersWouldNotTake() {
    Purse purse = purse(coin(1, 1_000_000));

    assertThat(deposit(purse, target(HOME, 1, 10_000, 0)))
        .isEqualTo(new Built.Refused(Built.Reason.NOT_A_SIDE_CHAIN));
    assertThat(deposit(purse, target(ESC, 1, 9_999, 0)))
        .isEqualTo(new Built.Refused(Built.Reason.FEE_TOO_LOW));
    assertThat(deposit(purse, target(ESC, 0, 10_000, 0)))
        .isEqualTo(new Built.Refused(Built.Reason.BAD_AMOUNT));
    assertThat(deposit(purse, target(ESC, Long.MAX_VALUE, 10_000, 0)))
        .isEqualTo(new Built.Refused(Built.Reason.BAD_AMOUNT));
    assertThat(deposit(purse, target(ESC, 1, 10_000, 1025)))
        .isEqualTo(new Built.Refused(Built.Reason.TARGET_DATA_TOO_LONG));
    assertThat(deposit(purse, target(ESC, 1, 10_000, 1024))).isInstanceOf(Built.Ready.class);
  }

  @Test
  void refusesTransfersThatCannotBe() {
    Purse purse = purse(coin(1, 1_000));
    Purse cheap = new Purse(HOME, List.of(coin(1, 1_000)), new Sela(99), 100);
    Purse vast = purse(coin(1, Long.MAX_VALUE), coin(2, Long.MAX_VALUE));
    List<Spendable> dust = new ArrayList<>();
    for (int i = 0; i < 501; i++) {
      dust.add(coin(i, 1));
    }

    assertThat(transfer(purse, 901)).isEqualTo(new Built.Refused(Built.Reason.INSUFFICIENT_FUNDS));
    assertThat(transfer(purse, 0)).isEqualTo(new Built.Refused(Built.Reason.BAD_AMOUNT));
    assertThat(transfer(purse, -5)).isEqualTo(new Built.Refused(Built.Reason.BAD_AMOUNT));
    assertThat(transfer(purse, Long.MAX_VALUE))
        .isEqualTo(new Built.Refused(Built.Reason.BAD_AMOUNT));
    assertThat(transfer(vast, Long.MAX_VALUE - 50))
        .isEqualTo(new Built.Refused(Built.Reason.BAD_AMOUNT));
    assertThat(transfer(vast, Long.MAX_VALUE - 100)).isInstanceOf(Built.Ready.class);
    assertThat(transfer(cheap, 1)).isEqualTo(new Built.Refused(Built.Reason.FEE_TOO_LOW));
    assertThat(transfer(purse(dust), 401))
        .isEqualTo(new Built.Refused(Built.Reason.TOO_MANY_INPUTS));
    assertThat(Built.Reason.TOO_MANY_INPUTS.code()).isEqualTo("too_many_inputs");
  }

  @Test
  void signsSoThatTheOwnersKeyVerifies() {
    ElaTransaction unsigned = ready(transfer(purse(coin(1, 1_000)), 500));
    ElaTransaction signed = Signing.sign(unsigned, OWNER, RANDOM);

    assertThat(signed.txid()).isEqualTo(unsigned.txid());
    byte[] parameter = signed.programs().get(0).parameter().bytes();
    Bytes signature = Bytes.of(Arrays.copyOfRange(parameter, 1, 65));
    assertThat(OWNER.publicKey().verifies(signed.unsigned().bytes(), signature)).isTrue();
    assertThat(ElaAddress.of(ElaAddress.Kind.STANDARD, signed.programs().get(0).code()))
        .isEqualTo(HOME);
  }

  @Test
  void takesWhatAnOutputIsWorthFromItsTransactionAndFromNobodyElse() {
    ElaTransaction funding = funding(7, to(HOME, 1_000));
    Spendable coin = Spendable.named(funding.txid(), 0, funding).orElseThrow();

    assertThat(coin).isEqualTo(Spendable.of(funding, 0).orElseThrow());
    assertThat(coin.output().value()).isEqualTo(new Sela(1_000));
    assertThat(coin).hasToString(funding.txid().hex() + ":0").hasSameHashCodeAs(coin(7, 1_000));
    assertThat(coin).isNotEqualTo(coin(8, 1_000)).isNotEqualTo("coin");
    assertThat(Spendable.of(funding, 1)).isEmpty();
    assertThat(Spendable.of(funding, -1)).isEmpty();
    ElaTransaction larger = funding(7, to(HOME, 9_000));
    assertThat(Spendable.named(funding.txid(), 0, larger))
        .as("a node shows another transaction, in which the output is worth more")
        .isEmpty();
  }

  private static Built transfer(Purse purse, long amount) {
    return TransactionBuilder.transfer(purse, List.of(to(OTHER, amount)), NOTES);
  }

  private static Built deposit(Purse purse, DepositTarget target) {
    return TransactionBuilder.deposit(purse, target, NOTES);
  }

  private static DepositTarget target(ElaAddress chain, long amount, long fee, int data) {
    return new DepositTarget(
        chain, RECIPIENT, new Sela(amount), new Sela(fee), Bytes.of(new byte[data]));
  }

  private static ElaTransaction ready(Built built) {
    assertThat(built).isInstanceOf(Built.Ready.class);
    return ((Built.Ready) built).transaction();
  }

  private static Purse purse(Spendable... coins) {
    return purse(List.of(coins));
  }

  private static Purse purse(List<Spendable> coins) {
    return new Purse(HOME, coins, new Sela(100), 100);
  }

  private static Spendable coin(int number, long value) {
    return spendable(number, to(HOME, value));
  }

  private static Spendable foreign(int number, long value) {
    return spendable(number, to(OTHER, value));
  }

  private static Spendable locked(int number, long value, long lock) {
    return spendable(
        number,
        new TxOutput(
            TxOutput.ELA, new Sela(value), lock, HOME.programHash(), new OutputPayload.None()));
  }

  /// An output of a transaction that nobody needs to have made.
  private static Spendable spendable(int number, TxOutput output) {
    return Spendable.of(funding(number, output), 0).orElseThrow();
  }

  private static ElaTransaction funding(int number, TxOutput output) {
    return new ElaTransaction(
        ElaTransaction.VERSION_9,
        TxType.TRANSFER_ASSET,
        0,
        new BasicPayload.TransferAsset(),
        List.of(),
        List.of(new TxInput(id(number), 0, TxInput.FINAL_SEQUENCE)),
        List.of(output),
        0,
        List.of());
  }

  private static TxInput spent(Spendable coin, long sequence) {
    return new TxInput(coin.txid(), coin.index(), sequence);
  }

  private static TxOutput to(ElaAddress address, long value) {
    return TxOutput.of(address.programHash(), new Sela(value));
  }

  private static Hash256 id(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    bytes[1] = (byte) (number >> 8);
    return Hash256.of(bytes);
  }
}
