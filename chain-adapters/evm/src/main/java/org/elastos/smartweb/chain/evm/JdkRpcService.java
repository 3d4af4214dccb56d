// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.web3j.protocol.Service;

/// web3j's transport on the JDK's HTTP client: bounded in time from the first byte sent to the last
/// byte read, and bounded in size. Follows no redirects. Thread-safe.
final class JdkRpcService extends Service {
  private static final int OK = 200;

  private final HttpClient http;
  private final URI url;
  private final ReadPolicy limits;
  private final TokenBucket rate;

  JdkRpcService(HttpClient http, RpcSource source, ReadPolicy limits) {
    super(false);
    this.http = http;
    this.url = source.url();
    this.limits = limits;
    this.rate = new TokenBucket(source.limits(), System::nanoTime);
  }

  @Override
  protected InputStream performIO(String request) throws IOException {
    return new ByteArrayInputStream(exchange(request.getBytes(StandardCharsets.UTF_8), 1));
  }

  /// Sends one HTTP request that holds so many questions, when the source's limits allow it.
  byte[] exchange(byte[] request, int questions) {
    rate.take(questions, limits.timeout());
    HttpRequest post =
        HttpRequest.newBuilder(url)
            .header("content-type", "application/json")
            .timeout(limits.timeout())
            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
            .build();
    var whole = BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.maxResponseBytes());
    CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(post, whole);
    try {
      HttpResponse<byte[]> response =
          exchange.get(limits.timeout().toNanos(), TimeUnit.NANOSECONDS);
      if (response.statusCode() != OK) {
        throw new SourceFault("HTTP status " + response.statusCode());
      }
      return response.body();
    } catch (TimeoutException e) {
      throw new SourceFault(SourceFault.LATE, e);
    } catch (ExecutionException e) {
      boolean tooLong = String.valueOf(e.getMessage()).contains("body exceeds limit");
      throw tooLong
          ? SourceFault.tooMuch("answer is too long", e)
          : new SourceFault("no usable answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceFault("no longer waited for", e);
    } finally {
      exchange.cancel(true);
    }
  }

  @Override
  public void close() {
    // The HTTP client belongs to all sources together and is closed with them.
  }
}
