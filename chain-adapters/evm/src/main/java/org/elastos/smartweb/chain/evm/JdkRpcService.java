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

  JdkRpcService(HttpClient http, URI url, ReadPolicy limits) {
    super(false);
    this.http = http;
    this.url = url;
    this.limits = limits;
  }

  @Override
  protected InputStream performIO(String request) throws IOException {
    HttpRequest post =
        HttpRequest.newBuilder(url)
            .header("content-type", "application/json")
            .timeout(limits.timeout())
            .POST(HttpRequest.BodyPublishers.ofString(request))
            .build();
    var whole = BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.maxResponseBytes());
    CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(post, whole);
    try {
      HttpResponse<byte[]> response =
          exchange.get(limits.timeout().toNanos(), TimeUnit.NANOSECONDS);
      if (response.statusCode() != OK) {
        throw new SourceFault("HTTP status " + response.statusCode());
      }
      return new ByteArrayInputStream(response.body());
    } catch (TimeoutException e) {
      throw new SourceFault("no answer in time", e);
    } catch (ExecutionException e) {
      throw new SourceFault("no usable answer", e);
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
