// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.DevKey;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;
import org.elastos.smartweb.chain.devnet.ela.rules.Script;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.Attribute;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.OutputPayload;
import org.elastos.smartweb.chain.ela.tx.Program;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the development chain takes and refuses of ordinary transactions.
class SpendingTest {
  private static final DevKey ALICE = TestChain.key("alice");
  private static final DevKey BOB = TestChain.key("bob");
  private static final DevKey CAROL = TestChain.key("carol");
  private static final ProgramHash TO = TestChain.owner(BOB);

  @TempDir Path directory;
  private DevChain chain;
  private OutPoint coin;

  @BeforeEach
  void openChain() {
    chain = TestChain.open(directory, TestChain.RULES);
    coin = TestChain.fund(chain, TestChain.owner(ALICE), 100_000);
  }

  @AfterEach
  void closeChain() {
    chain.close();
  }

  @Test
  void takesASignedTransferIntoTheNextBlock() {
    ElaTransaction tx = TestChain.signed(pay(coin, 90_000), ALICE);
    assertThat(send(tx)).isEmpty();
    assertThat(send(tx)).isEqualTo("duplicate");
    chain.mine(1);
    assertThat(chain.place(tx.txid()).orElseThrow().height()).isEqualTo(chain.height());
    assertThat(send(tx)).isEqualTo("duplicate");
    assertThat(chain.unspent(TO)).hasSize(1);
  }

  @Test
  void refusesADoubleSpendWaitingAndInTheChain() {
    ElaTransaction first = TestChain.signed(pay(coin, 90_000), ALICE);
    ElaTransaction second = TestChain.signed(pay(coin, 80_000), ALICE);
    assertThat(send(first)).isEmpty();
    assertThat(send(second)).isEqualTo("double_spend");
    chain.mine(1);
    assertThat(send(second)).isEqualTo("unknown_or_spent");
    ElaTransaction twice =
        TestChain.transfer(List.of(TestChain.input(coin), TestChain.input(coin)), outputs(90_000));
    assertThat(send(TestChain.signed(twice, ALICE))).isEqualTo("input_twice");
  }

  @Test
  void refusesOtherKeysAndChangedTransactions() {
    ElaTransaction tx = pay(coin, 90_000);
    assertThat(send(TestChain.signed(tx, BOB))).isEqualTo("program_owner");
    assertThat(send(tx)).isEqualTo("program_count");
    ElaTransaction changed = pay(coin, 90_001).withPrograms(TestChain.signed(tx, ALICE).programs());
    assertThat(send(changed)).isEqualTo("signature");
    Bytes code = Script.standard(ALICE.publicKey());
    assertThat(send(TestChain.withProgram(tx, Bytes.EMPTY, code))).isEqualTo("signature_count");
    assertThat(send(TestChain.withProgram(tx, Bytes.EMPTY, Bytes.fromHex("51"))))
        .isEqualTo("program_code");
  }

  @Test
  void refusesAmountsThatDoNotAddUp() {
    assertThat(send(TestChain.signed(pay(coin, 99_901), ALICE))).isEqualTo("fee");
    assertThat(send(TestChain.signed(pay(coin, 99_900), ALICE))).isEmpty();
    assertThat(send(TestChain.signed(pay(coin, -1), ALICE))).isEqualTo("negative_value");
    List<TxOutput> huge =
        List.of(
            TxOutput.of(TO, new Sela(Long.MAX_VALUE)), TxOutput.of(TO, new Sela(Long.MAX_VALUE)));
    ElaTransaction overflow = TestChain.transfer(List.of(TestChain.input(coin)), huge);
    assertThat(send(TestChain.signed(overflow, ALICE))).isEqualTo("amount_overflow");
    TxOutput other = new TxOutput(Hash256.ZERO, new Sela(1), 0, TO, new OutputPayload.None());
    ElaTransaction asset = TestChain.transfer(List.of(TestChain.input(coin)), List.of(other));
    assertThat(send(TestChain.signed(asset, ALICE))).isEqualTo("asset");
  }

  @Test
  void refusesShapesThatNoNodeTakes() {
    assertThat(send(TestChain.transfer(List.of(), outputs(1)))).isEqualTo("no_inputs");
    assertThat(send(TestChain.transfer(List.of(TestChain.input(coin)), List.of())))
        .isEqualTo("output_count");
    ProgramHash odd = ProgramHash.of(new byte[ProgramHash.BYTES]);
    ElaTransaction toNobody =
        TestChain.transfer(List.of(TestChain.input(coin)), List.of(TxOutput.of(odd, new Sela(1))));
    assertThat(send(toNobody)).isEqualTo("output_owner");
    ElaTransaction noted = withAttribute(pay(coin, 1), new Attribute(0x77, Bytes.EMPTY));
    assertThat(send(noted)).isEqualTo("attribute_usage");
    ElaTransaction coinbase =
        chain.block(chain.hashAt(1).orElseThrow()).orElseThrow().block().transactions().getFirst();
    assertThat(send(coinbase)).isEqualTo("type_not_taken");
  }

  @Test
  void wantsTheSignatureOfAScriptAttributeToo() {
    Attribute script = new Attribute(Attribute.SCRIPT, Bytes.of(TestChain.owner(BOB).bytes()));
    ElaTransaction tx = withAttribute(pay(coin, 90_000), script);
    assertThat(send(TestChain.signed(tx, ALICE))).isEqualTo("program_count");
    List<Program> both = new ArrayList<>();
    both.addAll(TestChain.signed(tx, BOB).programs());
    both.addAll(TestChain.signed(tx, ALICE).programs());
    assertThat(send(tx.withPrograms(both))).isEmpty();
  }

  @Test
  void holdsCoinbasesUntilTheyMature() {
    chain.mine(1);
    List<Unspent> rewards = chain.unspent(chain.wallet().owner());
    Unspent young = rewards.getLast();
    assertThat(young.mature()).isFalse();
    ElaTransaction tx = TestChain.signed(pay(young.at(), 1), chain.wallet().key());
    assertThat(send(tx)).isEqualTo("immature");
    chain.mine(1);
    assertThat(send(tx)).isEmpty();
  }

  @Test
  void keepsLockTimesAndLockedOutputs() {
    ElaTransaction later = at(pay(coin, 90_000), chain.height() + 1, TxInput.FINAL_SEQUENCE);
    assertThat(send(TestChain.signed(later, ALICE))).isEqualTo("lock_time");
    assertThat(send(TestChain.signed(at(pay(coin, 1), chain.height() + 9, 0xffff), ALICE)))
        .isEmpty();
    OutPoint other = TestChain.fund(chain, TestChain.owner(ALICE), 50_000);
    TxOutput locked =
        new TxOutput(
            TxOutput.ELA, new Sela(40_000), 6, TestChain.owner(ALICE), new OutputPayload.None());
    ElaTransaction lock =
        TestChain.signed(
            TestChain.transfer(List.of(TestChain.input(other)), List.of(locked)), ALICE);
    assertThat(send(lock)).isEmpty();
    chain.mine(3);
    ElaTransaction spend = pay(new OutPoint(lock.txid(), 0), 30_000);
    assertThat(send(TestChain.signed(spend, ALICE))).isEqualTo("output_locked");
    assertThat(send(TestChain.signed(at(spend, 5, TxInput.LOCKED_SEQUENCE), ALICE)))
        .isEqualTo("output_locked");
    assertThat(send(TestChain.signed(at(spend, 6, TxInput.LOCKED_SEQUENCE), ALICE))).isEmpty();
  }

  @Test
  void takesEnoughDistinctSignaturesOfAMultiSignature() {
    List<Bytes> keys = List.of(ALICE.publicKey(), BOB.publicKey(), CAROL.publicKey());
    Bytes code = Script.multi(2, keys, Script.MULTI_END);
    OutPoint shared = TestChain.fund(chain, Script.owner(Script.MULTI_SIGNATURE, code), 70_000);
    ElaTransaction tx = pay(shared, 60_000);
    assertThat(send(TestChain.signed(tx, code, List.of(ALICE)))).isEqualTo("signature_count");
    assertThat(send(TestChain.signed(tx, code, List.of(ALICE, ALICE)))).isEqualTo("signature");
    assertThat(send(TestChain.signed(tx, code, List.of(ALICE, TestChain.key("eve")))))
        .isEqualTo("signature");
    assertThat(send(TestChain.signed(tx, code, List.of(CAROL, ALICE)))).isEmpty();
  }

  @Test
  void refusesSchnorrScripts() {
    Bytes code = Bytes.fromHex("5121" + ALICE.publicKey().hex());
    OutPoint schnorr = TestChain.fund(chain, Script.owner(Script.STANDARD, code), 70_000);
    ElaTransaction tx = TestChain.withProgram(pay(schnorr, 1), Bytes.of(new byte[64]), code);
    assertThat(send(tx)).isEqualTo("schnorr_not_active");
  }

  private String send(ElaTransaction tx) {
    return chain.submit(tx).map(Flaw::code).orElse("");
  }

  private static List<TxOutput> outputs(long sela) {
    return List.of(TxOutput.of(TO, new Sela(sela)));
  }

  private static ElaTransaction pay(OutPoint from, long sela) {
    return TestChain.transfer(List.of(TestChain.input(from)), outputs(sela));
  }

  private static ElaTransaction withAttribute(ElaTransaction tx, Attribute attribute) {
    return new ElaTransaction(
        tx.version(),
        tx.type(),
        0,
        new BasicPayload.TransferAsset(),
        List.of(attribute),
        tx.inputs(),
        tx.outputs(),
        0,
        List.of());
  }

  private static ElaTransaction at(ElaTransaction tx, long lockTime, long sequence) {
    TxInput input = tx.inputs().getFirst();
    return new ElaTransaction(
        tx.version(),
        tx.type(),
        0,
        new BasicPayload.TransferAsset(),
        List.of(),
        List.of(new TxInput(input.previous(), input.index(), sequence)),
        tx.outputs(),
        lockTime,
        List.of());
  }
}
