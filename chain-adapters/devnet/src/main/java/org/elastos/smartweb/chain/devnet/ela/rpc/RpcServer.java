// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.elastos.smartweb.chain.devnet.ela.chain.DevChain;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Serves JSON-RPC over HTTP on loopback: POST alone, no browsers, bodies of bounded size.
/// Thread-safe.
public final class RpcServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RpcServer.class);
  private static final int MOST_BYTES = 17_000_000;
  private static final int MOST_BATCH = 200;
  private static final int AT_ONCE = 32;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, RpcMethod> methods = new LinkedHashMap<>();
  private final Semaphore permits = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  private RpcServer(DevChain chain, Map<String, RpcMethod> more, HttpServer server) {
    this.server = server;
    methods.putAll(new ChainMethods(chain).all());
    methods.putAll(new WalletMethods(chain).all());
    methods.putAll(new MiningMethods(chain).all());
    methods.putAll(new DevMethods(chain).all());
    methods.putAll(more);
    methods.put("help", RpcMethod.of(_ -> methods.keySet().stream().sorted().toList()));
  }

  /// What the node knows of itself besides the chain.
  public interface NodeInfo {
    /// Where the node speaks the peer protocol.
    int peerPort();

    /// How many peers are connected.
    int peers();
  }

  /// Listens on a loopback port; 0 takes any.
  public static RpcServer start(DevChain chain, NodeInfo node, int port) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
      RpcServer server = new RpcServer(chain, about(chain, node, http), http);
      http.setExecutor(server.threads);
      http.createContext("/", server::handle);
      http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The port.
  public int port() {
    return server.getAddress().getPort();
  }

  private static Map<String, RpcMethod> about(DevChain chain, NodeInfo node, HttpServer http) {
    return Map.of(
        "getconnectioncount",
        RpcMethod.of(_ -> node.peers()),
        "getneighbors",
        RpcMethod.of(_ -> List.of()),
        "getnodestate",
        RpcMethod.of(_ -> {
          Map<String, Object> out = new LinkedHashMap<>();
          out.put("compile", "SmartWeb development node: for development only");
          out.put("development", true);
          out.put("height", chain.height());
          out.put("version", 80_000);
          out.put("services", "SFNodeNetwork|SFTxFiltering|SFNodeBloom");
          out.put("port", node.peerPort());
          out.put("rpcport", http.getAddress().getPort());
          out.put("neighbors", List.of());
          return out;
        }));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!permits.tryAcquire()) {
        respond(exchange, 503, error(null, RpcRefusal.INTERNAL, "too many requests at once"));
        return;
      }
      try {
        answer(exchange);
      } finally {
        permits.release();
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      respond(exchange, 405, error(null, RpcRefusal.REQUEST, "JSON-RPC needs POST"));
      return;
    }
    if (exchange.getRequestHeaders().containsKey("Origin") || !isLoopbackName(exchange)) {
      respond(exchange, 403, error(null, RpcRefusal.REQUEST, "not for web pages"));
      return;
    }
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(MOST_BYTES + 1);
    }
    if (body.length > MOST_BYTES) {
      respond(exchange, 413, error(null, RpcRefusal.REQUEST, "the request is too large"));
      return;
    }
    JsonNode request;
    try {
      request = json.readTree(body);
    } catch (JacksonException e) {
      respond(exchange, 400, error(null, RpcRefusal.PARSE, "the request is no JSON"));
      return;
    }
    respond(exchange, 200, request.isArray() ? batch(request) : call(request));
  }

  /// A web page may reach loopback under a name of its own.
  private static boolean isLoopbackName(HttpExchange exchange) {
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    return host.matches("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?");
  }

  private Object batch(JsonNode requests) {
    if (requests.isEmpty() || requests.size() > MOST_BATCH) {
      return error(null, RpcRefusal.REQUEST, "1 to 200 requests at once");
    }
    List<Object> answers = new ArrayList<>();
    requests.forEach(request -> answers.add(call(request)));
    return answers;
  }

  private Object call(JsonNode request) {
    JsonNode id = request.path("id");
    Object answerId = id.isMissingNode() || id.isNull() ? null : id;
    String name = request.path("method").isString() ? request.path("method").asString() : "";
    RpcMethod method = methods.get(name);
    if (method == null) {
      return error(answerId, RpcRefusal.METHOD, "JSON-RPC method " + name + " not found");
    }
    JsonNode given = request.path("params");
    if (!given.isMissingNode() && !given.isNull() && !given.isArray() && !given.isObject()) {
      return error(answerId, RpcRefusal.REQUEST, "params format error, must be an array or a map");
    }
    try {
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      out.put("error", null);
      out.put("id", answerId);
      out.put("jsonrpc", "2.0");
      out.put("result", method.body().answer(new RpcParameters(given, method.parameters())));
      return out;
    } catch (RpcRefusal e) {
      return error(answerId, e.code(), e.text());
    } catch (RuntimeException e) {
      LOG.atError()
          .setCause(e)
          .addKeyValue("method", name)
          .log("the development node failed to answer");
      return error(answerId, RpcRefusal.INTERNAL, "Internal error");
    }
  }

  private static Object error(@Nullable Object id, int code, String text) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("id", id);
    error.put("message", text);
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("error", error);
    out.put("id", id);
    out.put("jsonrpc", "2.0");
    out.put("result", null);
    return out;
  }

  private void respond(HttpExchange exchange, int status, Object answer) throws IOException {
    byte[] body = json.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
