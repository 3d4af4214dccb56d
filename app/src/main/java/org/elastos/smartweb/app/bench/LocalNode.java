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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.chain.devnet.AnvilSettings;
import org.elastos.smartweb.platform.state.FreePorts;

/// An anvil process of a bench's own on a free loopback port, asked in JSON-RPC. It keeps nothing
/// and is gone when closed. Not thread-safe.
public final class LocalNode implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final URI url;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private LocalNode(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /// Starts it and waits until it answers.
  ///
  /// @param options anvil's own, such as `--hardfork cancun`
  /// @throws IOException when it does not start; see the log
  public static LocalNode start(Path projectRoot, Path log, List<String> options)
      throws IOException, InterruptedException {
    int port = FreePorts.next();
    List<String> command = new ArrayList<>();
    command.add(AnvilSettings.binaryIn(projectRoot.resolve("contracts")).toString());
    command.addAll(options);
    command.addAll(List.of("--host", "127.0.0.1", "--port", Integer.toString(port)));
    command.addAll(List.of("--chain-id", Anvil.CHAIN.toString(), "--quiet"));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    LocalNode node = new LocalNode(process, URI.create("http://127.0.0.1:" + port));
    try {
      node.awaitAnswer();
      return node;
    } catch (IOException | RuntimeException | InterruptedException e) {
      node.close();
      throw e;
    }
  }

  /// Where it answers.
  public URI url() {
    return url;
  }

  /// The result of one question.
  ///
  /// @throws IllegalStateException when the node answers with an error
  public JsonNode ask(String method, List<?> parameters) throws IOException, InterruptedException {
    return result(method, JSON.readTree(post(call(method, parameters, 1))));
  }

  /// The results of several questions at once, in their order.
  ///
  /// @throws IllegalStateException when the node answers one with an error
  public List<JsonNode> askAll(String method, List<? extends List<?>> parameters)
      throws IOException, InterruptedException {
    List<Object> calls = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      calls.add(call(method, parameters.get(i), i));
    }
    List<JsonNode> results = new ArrayList<>();
    for (JsonNode answer : JSON.readTree(post(calls))) {
      results.add(result(method, answer));
    }
    return results;
  }

  /// How many bytes the answer to one question has.
  public long answerBytes(String method, List<?> parameters)
      throws IOException, InterruptedException {
    return post(call(method, parameters, 1)).length;
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

  private static JsonNode result(String method, JsonNode answer) {
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
}
