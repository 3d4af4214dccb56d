// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A development chain of this test's own, with unlocked accounts and a block per transaction.
final class DevelopmentChain implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("Listening on (127\\.0\\.0\\.1:\\d+)");
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();

  private final Process anvil;
  private final URI endpoint;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  /// What came of a transaction.
  record Receipt(boolean ok, EvmAddress created, List<EvmLog> logs, long gasUsed) {}

  private DevelopmentChain(Process anvil, URI endpoint) {
    this.anvil = anvil;
    this.endpoint = endpoint;
  }

  static DevelopmentChain start(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread guard = Thread.ofVirtual().start(() -> endAfter(process, LIMIT));
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      StringBuilder said = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        Matcher found = LISTENING.matcher(line);
        if (found.find()) {
          guard.interrupt();
          return new DevelopmentChain(process, URI.create("http://" + found.group(1)));
        }
      }
      throw new AssertionError("the development chain did not start:\n" + said);
    }
  }

  EvmAddress account(int index) {
    return EvmAddress.fromHex(ask("eth_accounts", "").get(index).asString());
  }

  Receipt send(EvmAddress from, EvmTransaction transaction) {
    StringBuilder fields =
        new StringBuilder("{\"from\":\"" + from + "\",\"data\":\"" + transaction.data() + "\"");
    transaction.to().ifPresent(to -> fields.append(",\"to\":\"").append(to).append('"'));
    fields
        .append(",\"gas\":\"0xf00000\",\"value\":\"0x")
        .append(transaction.value().toString(16))
        .append("\"}");
    JsonNode hash = ask("eth_sendTransaction", fields.toString());
    String parameters = "\"" + hash.asString() + "\"";
    return receipt(
        Awaitility.await()
            .atMost(LIMIT)
            .until(() -> ask("eth_getTransactionReceipt", parameters), JsonNode::isObject));
  }

  <R> R read(EvmAddress contract, ContractQuery<R> query) {
    EvmCall call = query.on(contract);
    JsonNode answer =
        ask(
            "eth_call",
            "{\"to\":\"" + contract + "\",\"data\":\"" + call.data() + "\"},\"latest\"");
    return query.decodeResult(Bytes.fromHex(answer.asString()));
  }

  /// The revert data of a call that is refused.
  Bytes refusal(EvmAddress from, EvmCall call) {
    String parameters =
        "{\"from\":\""
            + from
            + "\",\"to\":\""
            + call.to().orElseThrow()
            + "\",\"data\":\""
            + call.data()
            + "\"},\"latest\"";
    JsonNode error = post("eth_call", parameters).path("error");
    return Bytes.fromHex(error.path("data").asString());
  }

  BigInteger balance(EvmAddress of) {
    return number(ask("eth_getBalance", "\"" + of + "\",\"latest\""));
  }

  int codeSize(EvmAddress of) {
    return Bytes.fromHex(ask("eth_getCode", "\"" + of + "\",\"latest\"").asString()).size();
  }

  @Override
  public void close() {
    anvil.destroy();
    endAfter(anvil, Duration.ofSeconds(5));
  }

  private static void endAfter(Process process, Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode ask(String method, String parameters) {
    JsonNode answer = post(method, parameters);
    if (answer.has("error") || !answer.has("result")) {
      throw new AssertionError(method + ": " + answer);
    }
    return answer.get("result");
  }

  private JsonNode post(String method, String parameters) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
            + method
            + "\",\"params\":["
            + parameters
            + "]}";
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new AssertionError("the development chain does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static Receipt receipt(JsonNode node) {
    List<EvmLog> logs = new ArrayList<>();
    node.get("logs").forEach(log -> logs.add(log(log)));
    JsonNode created = node.path("contractAddress");
    return new Receipt(
        node.get("status").asString().equals("0x1"),
        created.isString() ? EvmAddress.fromHex(created.asString()) : EvmAddress.ZERO,
        List.copyOf(logs),
        number(node.get("gasUsed")).longValueExact());
  }

  private static EvmLog log(JsonNode node) {
    List<Hash256> topics = new ArrayList<>();
    node.get("topics").forEach(topic -> topics.add(Hash256.fromHex(topic.asString())));
    return new EvmLog(
        EvmAddress.fromHex(node.get("address").asString()),
        topics,
        Bytes.fromHex(node.get("data").asString()),
        number(node.get("blockNumber")).longValueExact(),
        Hash256.fromHex(node.get("blockHash").asString()),
        TxHash.fromHex(node.get("transactionHash").asString()),
        number(node.get("logIndex")).intValueExact());
  }

  private static BigInteger number(JsonNode hex) {
    return new BigInteger(hex.asString().substring(2), 16);
  }
}
