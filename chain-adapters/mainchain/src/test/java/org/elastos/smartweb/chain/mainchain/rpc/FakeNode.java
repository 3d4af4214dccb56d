// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.mainchain.ChainPosition;

/// A node's JSON-RPC on loopback that serves a list of blocks; tests replace the answer of any
/// method, as JSON text. Thread-safe.
public class FakeNode implements AutoCloseable {
  private final HttpServer server;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Function<JsonNode, String>> answers = new ConcurrentHashMap<>();
  private final ChainPosition root;
  private volatile List<DposBlock> blocks;

  /// @param blocks from height 1 up
  @SuppressWarnings("this-escape")
  public FakeNode(ChainPosition root, List<DposBlock> blocks) {
    this.root = root;
    this.blocks = List.copyOf(blocks);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  public RpcEndpoint endpoint(String name) {
    return new RpcEndpoint(name, url());
  }

  public void serve(List<DposBlock> others) {
    blocks = List.copyOf(others);
  }

  /// Answers a method with this result from now on.
  public void answer(String method, String result) {
    answers.put(method, _ -> "{\"result\":" + result + "}");
  }

  /// Answers a method with this error from now on.
  public void refuse(String method, int code) {
    answers.put(method, _ -> error(code, "refused"));
  }

  /// Answers a method by its parameters from now on.
  public void answer(String method, Function<JsonNode, String> result) {
    answers.put(method, parameters -> "{\"result\":" + result.apply(parameters) + "}");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /// Writes the whole response; tests change it.
  protected void respond(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /// Whether several questions may come together; tests change it.
  protected boolean knowsBatches() {
    return true;
  }

  private void handle(HttpExchange exchange) throws IOException {
    JsonNode request = json.readTree(exchange.getRequestBody().readAllBytes());
    JsonNode answer;
    if (request.isArray() && !knowsBatches()) {
      answer = json.readTree(error(-32600, "no batches here"));
    } else if (request.isArray()) {
      ArrayNode all = json.createArrayNode();
      for (JsonNode one : request) {
        all.add(answerTo(one));
      }
      answer = all;
    } else {
      answer = answerTo(request);
    }
    try (exchange) {
      respond(exchange, answer.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private JsonNode answerTo(JsonNode request) throws IOException {
    String method = request.get("method").asText();
    JsonNode parameters = request.get("params");
    Function<JsonNode, String> chosen = answers.get(method);
    String text = chosen != null ? chosen.apply(parameters) : standard(method, parameters);
    ObjectNode answer = (ObjectNode) json.readTree(text);
    if (!answer.has("id")) {
      answer.set("id", request.get("id"));
    }
    return answer.put("jsonrpc", "2.0");
  }

  private String standard(String method, JsonNode parameters) {
    return switch (method) {
      case "getblockcount" -> "{\"result\":" + (blocks.size() + 1) + ",\"error\":null}";
      case "getblockhash" -> hash(parameters.get("height").asInt());
      case "getblock" ->
          block(parameters)
              .map(block -> result(block.block().encoded().hex()))
              .orElse(error(44003, "Unknown Block"));
      case "getconfirmbyhash" ->
          block(parameters)
              .flatMap(DposBlock::confirm)
              .map(confirm -> result(ElaCodec.write(confirm, Confirm::write).hex()))
              .orElse(error(44004, "Unknown Confirm"));
      default -> error(-32601, "no such method");
    };
  }

  private String hash(int height) {
    if (height == 0) {
      return result(ElaHash.display(root.hash()));
    }
    return height <= blocks.size()
        ? result(ElaHash.display(blocks.get(height - 1).block().header().hash()))
        : error(42002, "Invalid Params");
  }

  private Optional<DposBlock> block(JsonNode parameters) {
    String hash = parameters.get("blockhash").asText();
    return blocks.stream()
        .filter(block -> ElaHash.display(block.block().header().hash()).equals(hash))
        .findFirst();
  }

  private static String result(String text) {
    return "{\"result\":\"" + text + "\",\"error\":null}";
  }

  private static String error(int code, String message) {
    return "{\"result\":null,\"error\":{\"code\":"
        + code
        + ",\"message\":\""
        + message
        + "\",\"id\":null}}";
  }
}
