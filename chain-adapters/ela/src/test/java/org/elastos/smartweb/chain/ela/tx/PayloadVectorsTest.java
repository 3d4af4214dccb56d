// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Transactions serialised by the node's own code.
class PayloadVectorsTest {
  static Stream<JsonNode> transactions() {
    return all().filter(vector -> vector.has("txid"));
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void readsWhatTheNodeWritesAndWritesTheSameBytes(JsonNode vector) {
    byte[] bytes = HexFormat.of().parseHex(vector.path("hex").asString());
    ElaTransaction tx = TxCodec.readTransaction(bytes).orElseThrow();

    assertThat(tx.encoded()).isEqualTo(Bytes.of(bytes));
    assertThat(tx.txid().hex()).isEqualTo(vector.path("txid").asString());
    assertThat(tx.type().code()).isEqualTo(vector.path("type").asInt());
    assertThat(tx.payloadVersion()).isEqualTo(vector.path("payloadVersion").asInt());
    ElaWriter payload = new ElaWriter();
    tx.payload().write(payload);
    assertThat(payload.toBytes().hex()).isEqualTo(vector.path("payload").asString());
    assertThat(tx.outputs().get(0).payload().type()).isEqualTo(vector.path("outputType").asInt());
    assertThat(tx.attributes().get(0))
        .isEqualTo(new Attribute(Attribute.NONCE, Bytes.fromHex("6e6f6e6365")));
  }

  @Test
  void coversEveryTypeEveryVersionThatMattersAndEveryOutput() {
    Set<TxType> types = EnumSet.noneOf(TxType.class);
    Set<Class<?>> payloads = new HashSet<>();
    Set<Integer> outputs = new HashSet<>();
    transactions()
        .map(vector -> HexFormat.of().parseHex(vector.path("hex").asString()))
        .map(bytes -> TxCodec.readTransaction(bytes).orElseThrow())
        .forEach(tx -> {
          types.add(tx.type());
          payloads.add(
              tx.payload() instanceof CrcProposal proposal
                  ? proposal.body().getClass()
                  : tx.payload().getClass());
          outputs.add(tx.outputs().get(0).payload().type());
        });

    assertThat(types).containsExactlyInAnyOrder(TxType.values());
    assertThat(outputs).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(payloads)
        .contains(ProposalBody.class.getPermittedSubclasses())
        .contains(SideChainPayload.Withdraw.class.getPermittedSubclasses())
        .contains(StakePayload.Voting.class.getPermittedSubclasses());
  }

  @Test
  void readsTheNodesConfirmAndHeader() {
    JsonNode confirm = bare("confirm");
    JsonNode header = bare("header");

    Bytes bytes = Bytes.fromHex(confirm.path("hex").asString());
    Confirm read = ElaCodec.readConfirm(bytes.bytes()).orElseThrow();
    assertThat(ElaCodec.write(read, Confirm::write)).isEqualTo(bytes);
    assertThat(read.proposal().hash().hex()).isEqualTo(confirm.path("hash").asString());
    Bytes headerBytes = Bytes.fromHex(header.path("hex").asString());
    var readHeader = ElaCodec.readHeader(headerBytes.bytes()).orElseThrow();
    assertThat(readHeader.encoded()).isEqualTo(headerBytes);
    assertThat(readHeader.hash().hex()).isEqualTo(header.path("hash").asString());
    assertThat(readHeader.auxPow().parts().coinbaseBranch()).isNotEmpty();
  }

  private static JsonNode bare(String what) {
    return all().filter(v -> v.path("what").asString("").equals(what)).findFirst().orElseThrow();
  }

  private static Stream<JsonNode> all() {
    return StreamSupport.stream(Vectors.read("payloads").path("vectors").spliterator(), false);
  }
}
