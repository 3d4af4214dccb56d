// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A peer that passes on what an honest gateway serves, with one bit flipped in the first leaf that
/// it is asked for. Thread-safe.
final class LyingPeer implements AutoCloseable {
  /// CIDv1 of raw leaves, SHA-256, base32: what a leaf's name begins with.
  private static final String RAW_LEAF = "bafkrei";

  private final URI honest;
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<@Nullable String> liedAbout = new AtomicReference<>();

  /// @param honest the gateway to pass on
  LyingPeer(URI honest) throws IOException {
    this.honest = honest;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /// Where it listens.
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// The block that it lied about.
  Optional<String> liedAbout() {
    return Optional.ofNullable(liedAbout.get());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpResponse<byte[]> answer = ask(exchange.getRequestURI());
      byte[] body = answer.body();
      String path = exchange.getRequestURI().getPath();
      String cid = path.substring(path.lastIndexOf('/') + 1);
      if (answer.statusCode() == 200 && cid.startsWith(RAW_LEAF) && body.length > 0) {
        liedAbout.compareAndSet(null, cid);
        if (cid.equals(liedAbout.get())) {
          body[body.length / 2] ^= 1;
        }
      }
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> ask(URI asked) throws IOException, InterruptedException {
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    URI target = honest.resolve(asked.getRawPath() + query);
    HttpRequest request =
        HttpRequest.newBuilder(target).header("Accept", "application/vnd.ipld.raw").build();
    return http.send(request, BodyHandlers.ofByteArray());
  }
}
