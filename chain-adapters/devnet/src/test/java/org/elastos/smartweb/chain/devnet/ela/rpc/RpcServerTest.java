// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.ElaDevNode;
import org.elastos.smartweb.chain.devnet.ela.ElaDevSettings;
import org.elastos.smartweb.chain.devnet.ela.chain.TestChain;
import org.elastos.smartweb.chain.devnet.ela.rules.DevKey;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.address.ElaAddress;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxCodec;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RpcServerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DevKey ALICE = TestChain.key("alice");
  private static final String ALICES = new ElaAddress(TestChain.owner(ALICE)).toString();

  @TempDir Path directory;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private ElaDevNode node;

  @BeforeEach
  void startNode() {
    node =
        ElaDevNode.start(
            ElaDevSettings.onDemand(directory, TestChain.RULES),
            TestChain.CLOCK,
            new SecureRandom());
  }

  @AfterEach
  void stopNode() {
    node.close();
    http.close();
  }

  @Test
  void answersAboutBlocksInAllForms() {
    String hash = result("dev_mine", List.of(2)).get(1).asString();
    assertThat(result("getblockcount", List.of()).asInt()).isEqualTo(3);
    assertThat(result("getcurrentheight", Map.of()).asInt()).isEqualTo(2);
    assertThat(result("getbestblockhash", List.of()).asString()).isEqualTo(hash);
    assertThat(result("getblockhash", Map.of("height", "2")).asString()).isEqualTo(hash);
    assertThat(result("getblockhash", List.of(0)).asString())
        .isEqualTo("6418be20291bc857c9a01e5ba205445b85a0593d47cc0b576d55a55e464f31b3");

    String raw = result("getblock", List.of(hash, 0)).asString();
    var block = TxCodec.readBlock(HexFormat.of().parseHex(raw)).orElseThrow();
    assertThat(ElaHash.display(block.header().hash())).isEqualTo(hash);
    JsonNode summary = result("getblock", List.of(hash));
    assertThat(summary.path("height").asInt()).isEqualTo(2);
    assertThat(summary.path("confirmations").asInt()).isEqualTo(1);
    String txid = summary.path("tx").get(0).asString();
    JsonNode whole = result("getblock", List.of(hash, 2)).path("tx").get(0);
    assertThat(whole.path("txid").asString()).isEqualTo(txid);
    assertThat(whole.path("payload").path("coinbasedata").asString()).contains("development");
    JsonNode byHeight = result("getblockbyheight", List.of(1));
    assertThat(byHeight.path("nextblockhash").asString()).isEqualTo(hash);
    byte[] auxPow = HexFormat.of().parseHex(byHeight.path("auxpow").asString());
    assertThat(ElaCodec.readAuxPow(auxPow).orElseThrow().parts().parentHeader()).isNotNull();

    JsonNode transaction = result("getrawtransaction", List.of(txid, true));
    assertThat(transaction.path("blockhash").asString()).isEqualTo(hash);
    assertThat(result("getrawtransaction", List.of(txid)).asString()).startsWith("09");
  }

  @Test
  void answersAboutConfirmsAndArbiters() {
    result("dev_mine", List.of(1));
    String raw = result("getconfirmbyheight", List.of(1, 0)).asString();
    var confirm = ElaCodec.readConfirm(HexFormat.of().parseHex(raw)).orElseThrow();
    JsonNode verbose = result("getconfirmbyheight", List.of(1));
    assertThat(verbose.path("blockhash").asString())
        .isEqualTo(ElaHash.display(confirm.proposal().blockHash()));
    assertThat(verbose.path("votes").size()).isEqualTo(confirm.votes().size());
    assertThat(result("getconfirmbyhash", List.of(verbose.path("blockhash").asString())))
        .isEqualTo(verbose);
    JsonNode arbiters = result("getarbitersinfo", List.of());
    assertThat(arbiters.path("arbiters").size()).isEqualTo(12);
    assertThat(result("getarbitratorgroupbyheight", List.of(1)).path("arbitrators"))
        .isEqualTo(arbiters.path("arbiters"));
    assertThat(result("getcrcpeersinfo", List.of()).path("nodepublickeys").size()).isEqualTo(4);
    result("dev_rotate", List.of());
    assertThat(result("getarbitersinfo", List.of()).path("nextarbiters").size()).isEqualTo(12);
    assertThat(error("getconfirmbyheight", List.of(0))).isEqualTo(44_004);
    assertThat(error("getblockhash", List.of(99))).isEqualTo(42_002);
    assertThat(error("getblockbyheight", List.of(99))).isEqualTo(44_003);
    assertThat(error("getrawtransaction", List.of("00".repeat(32)))).isEqualTo(44_001);
  }

  @Test
  void fundsListsAndSends() {
    result("discretemining", List.of(3));
    String funding = result("dev_fund", List.of(ALICES, "1.5")).asString();
    assertThat(result("getrawmempool", List.of()).get(0).asString()).isEqualTo(funding);
    result("dev_mine", List.of());
    JsonNode coin = result("listunspent", Map.of("addresses", List.of(ALICES))).get(0);
    assertThat(coin.path("amount").asString()).isEqualTo("1.50000000");
    assertThat(result("getutxosbyamount", List.of(ALICES, "1")).get(0)).isEqualTo(coin);
    assertThat(error("getutxosbyamount", List.of(ALICES, "2"))).isEqualTo(45_002);
    assertThat(result("getreceivedbyaddress", List.of(ALICES)).asString()).isEqualTo("1.50000000");

    OutPoint at =
        new OutPoint(ElaHash.fromDisplay(coin.path("txid").asString()), coin.path("vout").asInt());
    ElaTransaction tx =
        TestChain.signed(
            TestChain.transfer(
                List.of(TestChain.input(at)),
                List.of(TxOutput.of(TestChain.owner(ALICE), new Sela(149_000_000)))),
            ALICE);
    String inputs = "01" + at.txid().hex() + "0000ffffffff";
    assertThat(result("getamountbyinputs", List.of(inputs)).asString()).isEqualTo("1.50000000");
    String data = tx.encoded().hex();
    assertThat(result("sendrawtransaction", List.of(data)).asString())
        .isEqualTo(ElaHash.display(tx.txid()));
    JsonNode refusal = call("sendrawtransaction", List.of(data)).path("error");
    assertThat(refusal.path("code").asInt()).isEqualTo(43_001);
    assertThat(refusal.path("message").asString()).startsWith("duplicate");
    assertThat(error("sendrawtransaction", List.of(data + "00"))).isEqualTo(43_001);
    assertThat(error("sendrawtransaction", List.of("xyz"))).isEqualTo(42_002);
  }

  @Test
  void paysWithdrawalsAndKnowsThemUnreversed() {
    TestChain.lock(node.chain(), 1_000_000);
    String sideChain = new ElaAddress(TestChain.SIDE_CHAIN).toString();
    String sideTx = "12" + "34".repeat(31);
    result("dev_withdraw", List.of(sideChain, sideTx, ALICES, "0.0001"));
    JsonNode known =
        result("getexistwithdrawtransactions", Map.of("txs", List.of(sideTx, "00".repeat(32))));
    assertThat(known).hasSize(1);
    assertThat(known.get(0).asString()).isEqualTo(sideTx);
    assertThat(result("getexistreturndeposittransactions", List.of(List.of(sideTx)))).isEmpty();
  }

  @Test
  void takesAMergeMinersWork() {
    result("dev_mine", List.of(1));
    JsonNode work = result("createauxblock", List.of(ALICES));
    assertThat(work.path("chainid").asInt()).isEqualTo(1224);
    String hash = work.path("hash").asString();
    AuxPow.Parts unsolved = FakeParent.committingTo(Hash256.fromHex(hash));
    String bad = AuxPow.of(FakeParent.solved(unsolved, false)).encoded().hex();
    assertThat(error("submitauxblock", List.of(hash, bad))).isEqualTo(45_002);
    String good = AuxPow.of(FakeParent.solved(unsolved, true)).encoded().hex();
    assertThat(result("submitauxblock", List.of(hash, good)).asBoolean()).isTrue();
    assertThat(result("getbestblockhash", List.of()).asString())
        .isEqualTo(ElaHash.display(Hash256.fromHex(hash)));
    assertThat(error("submitauxblock", List.of(hash, good))).isEqualTo(45_002);
    assertThat(error("submitauxblock", List.of(hash, "00"))).isEqualTo(45_002);
  }

  @Test
  void reorganisesAndChangesModeOnDemand() {
    result("dev_mine", List.of(4));
    assertThat(result("dev_reorganize", List.of(2)).size()).isEqualTo(3);
    assertThat(result("getblockcount", List.of()).asInt()).isEqualTo(6);
    assertThat(error("dev_reorganize", List.of(500))).isEqualTo(45_002);
    assertThat(error("dev_reorganize", List.of(0))).isEqualTo(42_002);
    assertThat(result("dev_pow_mode", Map.of("on", true)).size()).isEqualTo(1);
    assertThat(error("getconfirmbyheight", List.of(6))).isEqualTo(44_004);
    assertThat(result("dev_pow_mode", Map.of("on", false)).size()).isEqualTo(1);
    String tip = result("getbestblockhash", List.of()).asString();
    var block = node.chain().block(ElaHash.fromDisplay(tip)).orElseThrow();
    assertThat(error("dev_submitblock", List.of(block.encoded().hex()))).isEqualTo(45_002);
    assertThat(error("dev_submitblock", List.of("00"))).isEqualTo(42_002);
  }

  @Test
  void saysThatItIsADevelopmentTool() {
    assertThat(result("getnodestate", List.of()).path("development").asBoolean()).isTrue();
    assertThat(result("getnodestate", List.of()).path("compile").asString())
        .contains("for development only");
    assertThat(result("dev_parameters", List.of()).path("arbiters").size()).isEqualTo(12);
    assertThat(result("dev_wallet", List.of()).path("address").asString())
        .isEqualTo(node.walletAddress().toString());
    assertThat(result("help", List.of()).toString()).contains("getblock", "dev_mine");
    assertThat(result("getconnectioncount", List.of()).asInt()).isZero();
  }

  @Test
  void refusesWhatIsNoRequest() throws Exception {
    assertThat(error("nonsense", List.of())).isEqualTo(-32_601);
    assertThat(error("getblockhash", List.of())).isEqualTo(42_002);
    assertThat(error("getblockhash", "text")).isEqualTo(-32_600);
    assertThat(error("listunspent", List.of("EUnknown"))).isEqualTo(42_002);
    assertThat(post("{", "text/plain").statusCode()).isEqualTo(400);
    assertThat(post("[]", "text/plain").body()).contains("1 to 200 requests");
    HttpRequest get = HttpRequest.newBuilder(node.rpc()).GET().build();
    assertThat(http.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    HttpRequest page =
        HttpRequest.newBuilder(node.rpc())
            .header("Origin", "https://example.org")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(http.send(page, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  @Test
  void refusesANameThatIsNotLoopbacks() throws IOException {
    URI at = node.rpc();
    try (Socket socket = new Socket(at.getHost(), at.getPort())) {
      socket.setSoTimeout(10_000);
      String request = "POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 2\r\n\r\n{}";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 403");
    }
  }

  private JsonNode result(String method, Object parameters) {
    JsonNode answer = call(method, parameters);
    assertThat(answer.path("error").isNull()).as("%s", answer).isTrue();
    return answer.path("result");
  }

  private int error(String method, Object parameters) {
    return call(method, parameters).path("error").path("code").asInt();
  }

  private JsonNode call(String method, Object parameters) {
    try {
      String body =
          JSON.writeValueAsString(Map.of("method", method, "params", parameters, "id", "7"));
      JsonNode answer = JSON.readTree(post(body, "application/json").body());
      assertThat(answer.path("id").asString()).isEqualTo("7");
      return answer;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> post(String body, String type)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(node.rpc())
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}
