// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.chain.devnet.AnvilSettings;
import org.elastos.smartweb.platform.state.FreePorts;

/// A development chain of its own that mines when told to, with a contract that emits as many
/// events as its call data says, each with three topics and one word, as a token transfer has.
final class EventChain implements AutoCloseable {
  private static final int BATCH = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SIGNATURE =
      "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
  private static final String RUNTIME =
      "6000355b8015603c5780600052"
          + "33817f"
          + SIGNATURE
          + "60206000a3"
          + "60019003"
          + "600356"
          + "5b00";
  private static final String CREATION =
      "60%02x8060093d393df3%s".formatted(RUNTIME.length() / 2, RUNTIME);

  private final Process process;
  private final URI url;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String from = Anvil.accounts().getFirst().toString();
  private EvmAddress contract = EvmAddress.ZERO;

  private EventChain(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  static EventChain start(Path projectRoot, Path log) throws IOException, InterruptedException {
    int port = FreePorts.next();
    Process process =
        new ProcessBuilder(
                AnvilSettings.binaryIn(projectRoot.resolve("contracts")).toString(),
                "--hardfork",
                "shanghai",
                "--no-mining",
                "--gas-limit",
                "1000000000",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--chain-id",
                Anvil.CHAIN.toString(),
                "--quiet")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    EventChain chain = new EventChain(process, URI.create("http://127.0.0.1:" + port));
    try {
      chain.awaitAnswer();
      chain.deploy();
      return chain;
    } catch (IOException | RuntimeException | InterruptedException e) {
      chain.close();
      throw e;
    }
  }

  URI url() {
    return url;
  }

  EvmAddress contract() {
    return contract;
  }

  /// So many blocks with so many transactions each, of so many events each.
  void mine(int blocks, int transactions, int events) throws IOException, InterruptedException {
    for (int block = 0; block < blocks; block++) {
      List<Object> calls = new ArrayList<>();
      for (int i = 0; i < transactions; i++) {
        calls.add(call("eth_sendTransaction", List.of(emission(events)), i));
      }
      for (int at = 0; at < calls.size(); at += BATCH) {
        post(calls.subList(at, Math.min(calls.size(), at + BATCH)));
      }
      ask("evm_mine", List.of());
    }
  }

  /// Replaces the last blocks by as many others, each with one transaction of so many events: if
  /// nothing were different, the new blocks would be the old ones.
  void reorganise(int depth, int events) throws IOException, InterruptedException {
    List<Object> transactions = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      transactions.add(List.of(emission(events), i));
    }
    ask("anvil_reorg", List.of(depth, transactions));
  }

  long height() throws IOException, InterruptedException {
    return number(ask("eth_blockNumber", List.of()));
  }

  /// The raw answer to one question about events, in bytes.
  long rawLogs(long fromBlock, long toBlock) throws IOException, InterruptedException {
    return post(call("eth_getLogs", List.of(filter(fromBlock, toBlock)), 1)).length;
  }

  /// `<block hash>/<index>` of every event that stands there, as the node itself says.
  List<String> events(long fromBlock, long toBlock) throws IOException, InterruptedException {
    List<String> events = new ArrayList<>();
    for (JsonNode log : ask("eth_getLogs", List.of(filter(fromBlock, toBlock)))) {
      events.add(log.get("blockHash").asText() + "/" + number(log.get("logIndex")));
    }
    return events;
  }

  @Override
  public void close() {
    http.shutdownNow();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        ask("eth_chainId", List.of());
        return;
      } catch (IOException e) {
        if (System.nanoTime() > deadline || process.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw e;
        }
      }
    }
  }

  private void deploy() throws IOException, InterruptedException {
    Map<String, Object> creation = new HashMap<>();
    creation.put("from", from);
    creation.put("data", "0x" + CREATION);
    creation.put("gas", "0x100000");
    String hash = ask("eth_sendTransaction", List.of(creation)).asText();
    ask("evm_mine", List.of());
    JsonNode receipt = ask("eth_getTransactionReceipt", List.of(hash));
    contract = EvmAddress.fromHex(receipt.get("contractAddress").asText());
  }

  private Map<String, Object> emission(int events) {
    return Map.of(
        "from",
        from,
        "to",
        contract.toString(),
        "data",
        "0x%064x".formatted(events),
        "gas",
        "0x80000");
  }

  private Map<String, Object> filter(long fromBlock, long toBlock) {
    return Map.of(
        "address",
        contract.toString(),
        "fromBlock",
        "0x" + Long.toHexString(fromBlock),
        "toBlock",
        "0x" + Long.toHexString(toBlock));
  }

  private JsonNode ask(String method, List<?> parameters) throws IOException, InterruptedException {
    JsonNode answer = JSON.readTree(post(call(method, parameters, 1)));
    if (answer.has("error")) {
      throw new IllegalStateException(method + ": " + answer.get("error"));
    }
    return answer.get("result");
  }

  private static Map<String, Object> call(String method, List<?> parameters, int id) {
    return Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters);
  }

  private byte[] post(Object body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    return http.send(request, BodyHandlers.ofByteArray()).body();
  }

  private static long number(JsonNode quantity) {
    return Long.decode(quantity.asText());
  }
}
