// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.Vectors;
import org.elastos.smartweb.chain.ela.address.P256PrivateKey;
import org.elastos.smartweb.chain.ela.address.P256PublicKey;
import org.elastos.smartweb.chain.ela.address.Script;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Program;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.elastos.smartweb.chain.ela.tx.TxInput;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.elastos.smartweb.chain.ela.tx.TxType;
import org.junit.jupiter.api.Test;

class JointSpendTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<P256PrivateKey> KEYS =
      IntStream.range(0, 4)
          .mapToObj(i -> P256PrivateKey.generate(RANDOM))
          .sorted(Comparator.comparing(key -> key.publicKey().toString().substring(2)))
          .toList();
  private static final Script.MultiSignature SCRIPT =
      Script.MultiSignature.of(3, KEYS.stream().map(P256PrivateKey::publicKey).toList());

  @Test
  void completesWhateverOrderSignersCameInWithTheScriptsOrderInTheEnd() {
    ElaTransaction wish = wish(1);
    JointSpend first = signed(JointSpend.of(wish, SCRIPT), 3, 0);
    JointSpend second = signed(JointSpend.of(wish, SCRIPT), 2);
    JointSpend both = taken(first.merge(second));

    assertThat(both.missing()).isZero();
    assertThat(both.signers()).containsExactly(publicKey(0), publicKey(2), publicKey(3));
    ElaTransaction complete = ((Built.Ready) both.complete()).transaction();
    assertThat(complete.txid()).isEqualTo(wish.txid());
    byte[] message = wish.unsigned().bytes();
    byte[] parameter = complete.programs().get(0).parameter().bytes();
    assertThat(parameter).hasSize(3 * 65);
    int at = 0;
    for (int signer : new int[] {0, 2, 3}) {
      Bytes signature = Bytes.of(Arrays.copyOfRange(parameter, at + 1, at + 65));
      assertThat(publicKey(signer).verifies(message, signature)).isTrue();
      at += 65;
    }
  }

  @Test
  void takesNoMoreSignaturesThanRequired() {
    JointSpend all = signed(JointSpend.of(wish(1), SCRIPT), 3, 2, 1, 0);

    assertThat(all.signers()).hasSize(4);
    ElaTransaction complete = ((Built.Ready) all.complete()).transaction();
    assertThat(complete.programs().get(0).parameter().size()).isEqualTo(3 * 65);
    assertThat(taken(JointSpend.read(complete)).signers())
        .containsExactly(publicKey(0), publicKey(1), publicKey(2));
  }

  @Test
  void travelsBetweenSignersInAPartialTransaction() {
    JointSpend one = signed(JointSpend.of(wish(1), SCRIPT), 1);
    JointSpend arrived =
        taken(
            JointSpend.read(
                TxCodec.readTransaction(one.partial().encoded().bytes()).orElseThrow()));

    assertThat(arrived.signers()).containsExactly(publicKey(1));
    assertThat(arrived.missing()).isEqualTo(2);
    assertThat(arrived.complete()).isEqualTo(new Built.Refused(Built.Reason.SIGNATURES_MISSING));
  }

  @Test
  void readsThePublishedTransactionThatOneOfFourSigned() {
    ElaTransaction tx = TxCodec.readTransaction(Vectors.bytes("tx-multisig-partial")).orElseThrow();
    JointSpend spend = taken(JointSpend.read(tx));

    assertThat(spend.signers()).hasSize(1);
    assertThat(spend.missing()).isEqualTo(2);
    assertThat(spend.partial()).isEqualTo(tx);
    assertThat(spend.script().keys()).hasSize(4);
  }

  @Test
  void readsThePublishedTransactionThatThreeOfFourSigned() {
    ElaTransaction tx = TxCodec.readTransaction(Vectors.bytes("tx-elatx-2")).orElseThrow();
    JointSpend spend = taken(JointSpend.read(tx));

    assertThat(spend.missing()).isZero();
    assertThat(spend.complete()).isEqualTo(new Built.Ready(tx));
  }

  @Test
  void readsTheArbitersSignaturesOfAWithdrawal() {
    ElaTransaction tx =
        TxCodec.readTransaction(Vectors.bytes("synthetic-withdraw-v1")).orElseThrow();
    JointSpend spend = taken(JointSpend.read(tx));

    assertThat(spend.signers()).hasSize(8);
    assertThat(spend.script()).isInstanceOf(Script.Arbiters.class);
    assertThat(((Built.Ready) spend.complete()).transaction().programs().get(0).code())
        .isEqualTo(tx.programs().get(0).code());
  }

  @Test
  void refusesForeignKeysAndSignaturesForSomethingElse() {
    JointSpend spend = JointSpend.of(wish(1), SCRIPT);
    P256PrivateKey foreign = P256PrivateKey.generate(RANDOM);
    Bytes elsewhere = KEYS.get(0).sign(wish(2).unsigned().bytes(), RANDOM);

    assertThat(spend.sign(foreign, RANDOM))
        .isEqualTo(new JointSpend.Step.Refused(Built.Reason.FOREIGN_KEY));
    assertThat(spend.with(elsewhere))
        .isEqualTo(new JointSpend.Step.Refused(Built.Reason.BAD_SIGNATURE));
    assertThat(spend.merge(JointSpend.of(wish(2), SCRIPT)))
        .isEqualTo(new JointSpend.Step.Refused(Built.Reason.OTHER_TRANSACTION));
    assertThat(signed(spend, 1, 1).signers()).containsExactly(publicKey(1));
  }

  @Test
  void refusesTransactionsThatAreNoJointSpend() {
    ElaTransaction wish = wish(1);
    Program broken = new Program(Bytes.fromHex("4000"), SCRIPT.code());
    Program strange = new Program(Bytes.fromHex("40" + "11".repeat(64)), SCRIPT.code());
    Program endless = new Program(Bytes.of(new byte[5]), SCRIPT.code());
    Program standard = Signing.sign(wish, KEYS.get(0), RANDOM).programs().get(0);

    for (List<Program> programs :
        List.of(List.<Program>of(), List.of(broken), List.of(standard), List.of(endless))) {
      assertThat(JointSpend.read(wish.withPrograms(programs)))
          .isEqualTo(new JointSpend.Step.Refused(Built.Reason.OTHER_TRANSACTION));
    }
    assertThat(JointSpend.read(wish.withPrograms(List.of(strange))))
        .isEqualTo(new JointSpend.Step.Refused(Built.Reason.BAD_SIGNATURE));
  }

  private static ElaTransaction wish(int nonce) {
    byte[] id = new byte[32];
    id[0] = (byte) nonce;
    ElaTransaction funding =
        new ElaTransaction(
            ElaTransaction.VERSION_9,
            TxType.TRANSFER_ASSET,
            0,
            new BasicPayload.TransferAsset(),
            List.of(),
            List.of(new TxInput(Hash256.of(id), 0, TxInput.FINAL_SEQUENCE)),
            List.of(TxOutput.of(SCRIPT.address().programHash(), new Sela(10_000))),
            0,
            List.of());
    Spendable coin = Spendable.of(funding, 0).orElseThrow();
    Purse purse = new Purse(SCRIPT.address(), List.of(coin), new Sela(100), 1);
    Built built =
        TransactionBuilder.transfer(
            purse,
            List.of(TxOutput.of(SCRIPT.address().programHash(), new Sela(5_000))),
            List.of());
    return ((Built.Ready) built).transaction();
  }

  private static JointSpend signed(JointSpend spend, int... signers) {
    JointSpend next = spend;
    for (int signer : signers) {
      next = taken(next.sign(KEYS.get(signer), RANDOM));
    }
    return next;
  }

  private static P256PublicKey publicKey(int index) {
    return KEYS.get(index).publicKey();
  }

  private static JointSpend taken(JointSpend.Step step) {
    assertThat(step).isInstanceOf(JointSpend.Step.Taken.class);
    return ((JointSpend.Step.Taken) step).spend();
  }
}
