// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A source that stands before a real node and misbehaves as a test wants.
final class RpcProxy implements AutoCloseable {
  private static final int OK = 200;

  private final HttpServer server;
  private final URI upstream;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<String, CountDownLatch> answered = new ConcurrentHashMap<>();
  private volatile Behaviour behaviour = Behaviour.honest();

  RpcProxy(URI upstream) {
    this.upstream = upstream;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  RpcProxy behaving(Behaviour other) {
    behaviour = other;
    return this;
  }

  /// Lies in the result of one method.
  RpcProxy lying(String method, UnaryOperator<JsonNode> lie) {
    return behaving((request, honest) -> {
      ObjectNode answer = honest.ask(request);
      if (request.get("method").asString().equals(method) && answer.has("result")) {
        answer.set("result", lie.apply(answer.get("result")));
      }
      return Reply.json(answer);
    });
  }

  RpcProxy silent() {
    return behaving((_, _) -> {
      closed.await();
      return Reply.text(OK, "");
    });
  }

  RpcProxy answering(int status, String body) {
    return behaving((_, _) -> Reply.text(status, body));
  }

  /// Waits until it answered such a question once; for ten seconds at most.
  void awaitAnswered(String method) throws InterruptedException {
    if (!answered(method).await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody asked " + method);
    }
  }

  private CountDownLatch answered(String method) {
    return answered.computeIfAbsent(method, _ -> new CountDownLatch(1));
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      JsonNode request = JsonRpc.JSON.readTree(exchange.getRequestBody().readAllBytes());
      Reply reply =
          request.isArray()
              ? together(request)
              : behaviour.answer((ObjectNode) request, this::honest);
      if (reply.status() / 100 == 3) {
        exchange.getResponseHeaders().add("location", upstream.toString());
      }
      exchange.sendResponseHeaders(reply.status(), reply.body().length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(reply.body());
      }
      if (request.isObject()) {
        answered(request.get("method").asString()).countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Misbehaves at each question of a batch; what is no answer at all stands for the whole.
  private Reply together(JsonNode questions) throws InterruptedException {
    ArrayNode answers = JsonRpc.JSON.createArrayNode();
    for (JsonNode question : questions) {
      Reply reply = behaviour.answer((ObjectNode) question, this::honest);
      if (reply.status() != OK) {
        return reply;
      }
      try {
        answers.add(JsonRpc.JSON.readTree(reply.body()));
      } catch (JacksonException e) {
        return reply;
      }
    }
    return Reply.json(answers);
  }

  private ObjectNode honest(JsonNode request) {
    byte[] body = JsonRpc.JSON.writeValueAsBytes(request);
    return (ObjectNode) JsonRpc.JSON.readTree(JsonRpc.post(upstream, body));
  }

  /// How a source answers.
  @FunctionalInterface
  interface Behaviour {
    Reply answer(ObjectNode request, Upstream honest) throws InterruptedException;

    static Behaviour honest() {
      return (request, honest) -> Reply.json(honest.ask(request));
    }
  }

  /// The real node.
  @FunctionalInterface
  interface Upstream {
    ObjectNode ask(JsonNode request);
  }

  /// What goes back over HTTP.
  record Reply(int status, byte[] body) {
    static Reply json(JsonNode node) {
      return new Reply(OK, JsonRpc.JSON.writeValueAsBytes(node));
    }

    static Reply text(int status, String text) {
      return new Reply(status, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
