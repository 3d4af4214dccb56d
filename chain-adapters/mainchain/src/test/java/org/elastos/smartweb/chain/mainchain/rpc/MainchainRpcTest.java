// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.rpc.RpcReply.Failed;
import org.elastos.smartweb.chain.mainchain.rpc.RpcReply.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What wallets and bridges ask, and in which byte order.
@Timeout(60)
class MainchainRpcTest {
  private static final RpcLimits LIMITS = new RpcLimits(Duration.ofSeconds(5), 1 << 20, 10);
  private static final Hash256 HASH =
      Hash256.fromHex("00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f");
  private static final String DISPLAY = ElaHash.display(HASH);

  private final TestBlocks mint = TestBlocks.byWork(4);
  private final AtomicReference<String> authorization = new AtomicReference<>("");
  private final FakeNode node =
      new FakeNode(mint.root(), mint.chain(mint.root(), 3)) {
        @Override
        protected void respond(HttpExchange exchange, byte[] body) throws IOException {
          authorization.set(String.valueOf(exchange.getRequestHeaders().getFirst("authorization")));
          super.respond(exchange, body);
        }
      };
  private final MainchainRpc rpc = MainchainRpc.open(node.endpoint("node"), LIMITS);

  @AfterEach
  void close() {
    rpc.close();
    node.close();
  }

  @Test
  void readsHeightAndHashOfTheChain() {
    assertThat(rpc.height().answered()).contains(3L);
    assertThat(rpc.blockHash(0).answered()).contains(mint.root().hash());
    assertThat(rpc.blockHash(9)).isEqualTo(new Refused<>(new RpcRefusal(42002, "Invalid Params")));
  }

  @Test
  void readsATransactionAndChecksItsHash() {
    ElaTransaction payment = payment();
    node.answer("getrawtransaction", "\"" + payment.encoded().hex() + "\"");
    assertThat(rpc.transaction(payment.txid()).answered()).contains(payment);
    assertThat(rpc.transaction(HASH)).isInstanceOf(Failed.class);
  }

  @Test
  void tellsInWhichBlockANodeSeesATransaction() {
    node.answer("getrawtransaction", "{\"BlockHash\":\"" + DISPLAY + "\"}");
    assertThat(rpc.blockOf(HASH).answered()).contains(Optional.of(HASH));
    node.answer("getrawtransaction", "{\"blockhash\":\"\"}");
    assertThat(rpc.blockOf(HASH).answered()).contains(Optional.empty());
    node.answer("getrawtransaction", "{\"blockhash\":\"" + DISPLAY + "\",\"blockHash\":\"\"}");
    assertThat(rpc.blockOf(HASH)).isInstanceOf(Failed.class);
  }

  @Test
  void sendsATransactionAndWantsItsOwnHashBack() {
    ElaTransaction payment = payment();
    node.answer("sendrawtransaction", "\"" + ElaHash.display(payment.txid()) + "\"");
    assertThat(rpc.send(payment).answered()).contains(payment.txid());
    node.answer("sendrawtransaction", "\"" + DISPLAY + "\"");
    assertThat(rpc.send(payment)).isInstanceOf(Failed.class);
    node.refuse("sendrawtransaction", 43001);
    assertThat(rpc.send(payment)).isInstanceOf(Refused.class);
  }

  @Test
  void readsUnspentOutputsInWholeSela() {
    node.answer("listunspent", "[" + unspent("\"12.00000001\"", "7") + "]");
    assertThat(rpc.unspent(List.of("E")).answered())
        .contains(
            List.of(new UnspentOutput(new OutputId(HASH, 1), "E", new Sela(1_200_000_001L), 7, 0)));
    node.answer("getutxosbyamount", "[" + unspent("0.5", "\"7\"") + "]");
    assertThat(rpc.unspentFor("E", new Sela(1)).answered().orElseThrow().getFirst().amount())
        .isEqualTo(new Sela(50_000_000));
    node.answer("listunspent", "null");
    assertThat(rpc.unspent(List.of("E")).answered()).contains(List.of());
  }

  @Test
  void refusesAmountsThatAreNoneInSela() {
    for (String amount : List.of("\"0.000000001\"", "-1", "\"1e3\"", "1e30", "\"\"", "null")) {
      node.answer("listunspent", "[" + unspent(amount, "1") + "]");
      assertThat(rpc.unspent(List.of("E"))).as(amount).isInstanceOf(Failed.class);
    }
  }

  @Test
  void readsTheAmountOfInputs() {
    node.answer(
        "getamountbyinputs",
        parameters ->
            parameters.get("inputs").asText().equals("01" + HASH.hex() + "0100ffffffff")
                ? "\"3.5\""
                : "\"0\"");
    assertThat(rpc.amountOf(List.of(new OutputId(HASH, 1))).answered())
        .contains(new Sela(350_000_000));
  }

  @Test
  void readsArbitersWithEmptySeats() {
    String key = "02" + "ab".repeat(32);
    node.answer(
        "getarbitratorgroupbyheight",
        "{\"ondutyarbitratorindex\":1,\"Arbitrators\":[\"" + key + "\",\"\"]}");
    assertThat(rpc.arbiters(5).answered())
        .contains(new ArbiterGroup(1, List.of(Optional.of(Bytes.fromHex(key)), Optional.empty())));
    node.answer(
        "getarbitratorgroupbyheight", "{\"ondutyarbitratorindex\":1,\"arbitrators\":[\"02ab\"]}");
    assertThat(rpc.arbiters(5)).isInstanceOf(Failed.class);
  }

  @Test
  void asksForRepeatedWithdrawalsInInternalOrder() {
    node.answer(
        "getexistwithdrawtransactions",
        parameters ->
            parameters.get("txs").get(0).asText().equals(HASH.hex())
                ? "[\"" + HASH.hex() + "\"]"
                : "[]");
    assertThat(rpc.existingWithdrawals(List.of(HASH)).answered()).contains(List.of(HASH));
    node.answer("getexistreturndeposittransactions", "null");
    assertThat(rpc.existingRefunds(List.of(HASH)).answered()).contains(List.of());
    node.answer("getexistreturndeposittransactions", "[\"" + DISPLAY + "\"]");
    assertThat(rpc.existingRefunds(List.of(HASH))).isInstanceOf(Failed.class);
  }

  @Test
  void mergeMiningSpeaksInternalOrder() {
    node.answer(
        "createauxblock",
        "{\"chainid\":1224,\"height\":5,\"coinbasevalue\":\"175799086\",\"bits\":\"207fffff\","
            + "\"hash\":\""
            + HASH.hex()
            + "\",\"previousblockhash\":\""
            + DISPLAY
            + "\"}");
    assertThat(rpc.createAuxBlock("E").answered())
        .contains(
            new AuxBlock(
                1224, 5, new Sela(175_799_086), 0x207fffffL, HASH, ElaHash.reversed(HASH)));
    node.answer(
        "submitauxblock",
        parameters -> Boolean.toString(parameters.get("blockhash").asText().equals(HASH.hex())));
    assertThat(rpc.submitAuxBlock(HASH, Bytes.EMPTY).answered()).contains(true);
  }

  @Test
  void onlyDevelopmentNodesSpeakOfTheirOwnNetwork() {
    assertThat(DevelopmentNetwork.of(rpc)).isInstanceOf(Refused.class);
    node.answer("dev_parameters", "{\"genesis\":\"" + HASH.hex() + "\"}");
    assertThat(DevelopmentNetwork.of(rpc)).isInstanceOf(Refused.class);
  }

  @Test
  void letsItselfInWithoutShowingHow() {
    try (SecretBytes secret = SecretBytes.copyOf("user:word".getBytes(StandardCharsets.UTF_8))) {
      assertThat(shown(new RpcCredentials(RpcCredentials.Scheme.BASIC, secret)))
          .isEqualTo("Basic dXNlcjp3b3Jk");
      assertThat(shown(new RpcCredentials(RpcCredentials.Scheme.BEARER, secret)))
          .isEqualTo("Bearer user:word");
    }
  }

  private String shown(RpcCredentials credentials) {
    RpcEndpoint guarded = new RpcEndpoint("guarded", node.url(), Optional.of(credentials));
    try (MainchainRpc asked = MainchainRpc.open(guarded, LIMITS)) {
      assertThat(asked.height().answered()).contains(3L);
    }
    assertThat(guarded.toString()).doesNotContain("127.0.0.1", "user", "word");
    assertThat(credentials.toString()).doesNotContain("user", "word");
    return authorization.get();
  }

  @Test
  void endpointsAreHttpAndCarryNoCredentials() {
    for (String url : List.of("ftp://a/", "http:///x", "http://user:word@a/")) {
      assertThatThrownBy(() -> new RpcEndpoint("node", URI.create(url)))
          .as(url)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void deeplyNestedAnswersAreRefused() {
    node.answer("getblockcount", "[".repeat(900) + "]".repeat(900));
    assertThat(rpc.height())
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.failure().code()).isEqualTo(Code.SHAPE));
  }

  private ElaTransaction payment() {
    return mint.payment(new OutputId(HASH, 0), ProgramHash.of(new byte[21]), 5);
  }

  private static String unspent(String amount, String confirmations) {
    return "{\"txid\":\""
        + DISPLAY
        + "\",\"vout\":1,\"Address\":\"E\",\"amount\":"
        + amount
        + ",\"confirmations\":"
        + confirmations
        + ",\"outputlock\":0,\"assetid\":\"\"}";
  }
}
