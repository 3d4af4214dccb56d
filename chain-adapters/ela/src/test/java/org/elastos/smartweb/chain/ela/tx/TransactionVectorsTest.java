// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Refusal;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.Sha256d;
import org.elastos.smartweb.chain.ela.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TransactionVectorsTest {
  static Stream<String> transactions() {
    return Vectors.names().stream()
        .filter(name ->
            (name.startsWith("tx-") && !name.contains("unsigned"))
                || name.startsWith("synthetic-deposit")
                || name.startsWith("synthetic-withdraw"));
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void readsPublishedTransactionsAndWritesTheSameBytes(String name) {
    byte[] bytes = Vectors.bytes(name);
    ElaTransaction tx = TxCodec.readTransaction(bytes).orElseThrow();

    assertThat(tx.encoded()).isEqualTo(Bytes.of(bytes));
    assertThat(ElaHash.display(tx.txid())).isEqualTo(Vectors.expected(name, "txidDisplay"));
    JsonNode expected = Vectors.read(name).path("expected");
    if (expected.has("type")) {
      assertThat(tx.type().code()).isEqualTo(expected.path("type").asInt());
      assertThat(tx.version()).isEqualTo(expected.path("version").asInt());
      assertThat(tx.payloadVersion()).isEqualTo(expected.path("payloadVersion").asInt());
      assertThat(tx.lockTime()).isEqualTo(expected.path("lockTime").asLong());
    }
    if (expected.has("inputs")) {
      comparesOutputs(tx, expected.path("outputs"));
      comparesInputs(tx, expected.path("inputs"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tx-withdraw-v0-unsigned",
        "tx-deposit-v0-unsigned",
        "tx-crosschain-v0-in-v9-unsigned"
      })
  void readsPublishedUnsignedTransactions(String name) {
    byte[] bytes = Vectors.bytes(name);
    ElaTransaction tx = TxCodec.readTransaction(bytes).orElseThrow();

    assertThat(tx.encoded()).isEqualTo(Bytes.of(bytes));
    assertThat(ElaHash.display(tx.txid())).isEqualTo(Vectors.expected(name, "txidDisplay"));
    assertThat(tx.payload())
        .isInstanceOfAny(SideChainPayload.WithdrawV0.class, SideChainPayload.DepositV0.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"genesis-mainnet", "genesis-testnet-regnet", "genesis-doc-custom-foundation"})
  void readsGenesisBlocksAndTheirMerkleRoot(String name) {
    byte[] bytes = Vectors.bytes(name);
    ElaBlock block = TxCodec.readBlock(bytes).orElseThrow();

    assertThat(block.encoded()).isEqualTo(Bytes.of(bytes));
    assertThat(block.header().hash().hex()).isEqualTo(Vectors.expected(name, "hashInternalHex"));
    assertThat(block.transactions()).hasSize(2);
    ElaTransaction coinbase = block.transactions().get(0);
    ElaTransaction asset = block.transactions().get(1);
    assertThat(asset.txid()).isEqualTo(TxOutput.ELA);
    assertThat(Sha256d.of(coinbase.txid(), asset.txid())).isEqualTo(block.header().merkleRoot());
    assertThat(asset.payload()).isInstanceOf(BasicPayload.RegisterAsset.class);
    assertThat(block.header().encoded().size()).isLessThan(bytes.length);
    assertThat(ElaCodec.readHeader(block.header().encoded().bytes()).orElseThrow())
        .isEqualTo(block.header());
    assertThat(block.header().auxPow().parts().coinbase().inputs()).isEmpty();
  }

  @Test
  void findsTheCoinbaseOfMainnetBlock123AtTheRootOfItsHeader() {
    ElaTransaction coinbase =
        TxCodec.readTransaction(Vectors.bytes("tx-coinbase-123-mainnet")).orElseThrow();

    assertThat(coinbase.txid())
        .isEqualTo(
            ElaCodec.readHeader(Vectors.bytes("header-123-mainnet")).orElseThrow().merkleRoot());
    assertThat(coinbase.type()).isEqualTo(TxType.COINBASE);
    assertThat(coinbase.programs()).isEmpty();
  }

  @Test
  void readsANoteOfAUsageThatTheNodeNoLongerTakes() {
    ElaTransaction tx = TxCodec.readTransaction(Vectors.bytes("tx-elatest")).orElseThrow();

    assertThat(tx.attributes()).hasSize(1).noneMatch(Attribute::isKnown);
  }

  @Test
  void readsDepositTargetsAndWithdrawalSources() {
    ElaTransaction deposit =
        TxCodec.readTransaction(Vectors.bytes("synthetic-deposit-v1")).orElseThrow();
    ElaTransaction withdraw =
        TxCodec.readTransaction(Vectors.bytes("synthetic-withdraw-v1")).orElseThrow();

    var target = (OutputPayload.CrossChain) deposit.outputs().get(0).payload();
    assertThat(deposit.outputs().get(0).value().minus(target.targetAmount()))
        .isEqualTo(new Sela(10_000));
    var source = (OutputPayload.Withdrawal) withdraw.outputs().get(0).payload();
    assertThat("0x" + ElaHash.display(source.sideTransaction()))
        .isEqualTo(Vectors.expected("synthetic-withdraw-v1", "evmTxHash"));
    assertThat(withdraw.payload()).isEqualTo(new SideChainPayload.WithdrawV1());
  }

  @Test
  void readsABlockWithAndWithoutConfirm() {
    ElaBlock block = TxCodec.readBlock(Vectors.bytes("genesis-mainnet")).orElseThrow();
    var confirm = ElaCodec.readConfirm(Vectors.bytes("synthetic-confirm")).orElseThrow();

    for (DposBlock each :
        List.of(
            new DposBlock(block, Optional.empty()), new DposBlock(block, Optional.of(confirm)))) {
      assertThat(TxCodec.readDposBlock(each.encoded().bytes()))
          .isEqualTo(new Decoded.Value<>(each));
    }
    byte[] other = new DposBlock(block, Optional.empty()).encoded().bytes();
    other[other.length - 1] = 2;
    assertThat(TxCodec.readDposBlock(other))
        .isEqualTo(
            new Decoded.Refused<>(Refusal.NON_CANONICAL_BOOLEAN, other.length - 1, "haveConfirm"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0400", "0600", "090400", "09ff00", "0703", "090802", "091402", "096302"})
  void refusesTypesAndVersionsWhoseLayoutIsNotKnown(String start) {
    byte[] bytes = HexFormat.of().parseHex(start + "00000000000000000000");

    assertThat(TxCodec.readTransaction(bytes))
        .isInstanceOfSatisfying(
            Decoded.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(Refusal.UNSUPPORTED_PAYLOAD));
  }

  @Test
  void refusesToHoldWhatCouldNotBeWritten() {
    ElaTransaction tx = TxCodec.readTransaction(Vectors.bytes("tx-elatest")).orElseThrow();
    TxOutput typed =
        new TxOutput(
            TxOutput.ELA,
            Sela.ZERO,
            0,
            ProgramHash.of(new byte[21]),
            new OutputPayload.Stake(ProgramHash.of(new byte[21])));

    assertThatThrownBy(() -> with(tx, 5, TxType.TRANSFER_ASSET, tx.outputs()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(tx, 0, TxType.REVERT_TO_POW, tx.outputs()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(tx, 0, TxType.COINBASE, tx.outputs()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(tx, 0, TxType.TRANSFER_ASSET, List.of(typed)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ElaTransaction with(
      ElaTransaction tx, int version, TxType type, List<TxOutput> outputs) {
    return new ElaTransaction(
        version, type, 0, tx.payload(), tx.attributes(), tx.inputs(), outputs, 0, tx.programs());
  }

  private static void comparesOutputs(ElaTransaction tx, JsonNode expected) {
    assertThat(tx.outputs()).hasSize(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      TxOutput output = tx.outputs().get(i);
      JsonNode node = expected.get(i);
      assertThat(ElaHash.display(output.assetId())).isEqualTo(node.path("asset").asString());
      assertThat(output.value().units()).isEqualTo(node.path("value").asLong());
      assertThat(output.programHash().hex()).isEqualTo(node.path("programHash").asString());
      assertThat(output.outputLock()).isEqualTo(node.path("lock").asLong());
      assertThat(output.payload().type()).isEqualTo(node.path("type").asInt());
    }
  }

  private static void comparesInputs(ElaTransaction tx, JsonNode expected) {
    assertThat(tx.inputs()).hasSize(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      TxInput input = tx.inputs().get(i);
      assertThat(ElaHash.display(input.previous())).isEqualTo(expected.get(i).get(0).asString());
      assertThat(input.index()).isEqualTo(expected.get(i).get(1).asInt());
      assertThat(input.sequence()).isEqualTo(expected.get(i).get(2).asLong());
    }
  }
}
