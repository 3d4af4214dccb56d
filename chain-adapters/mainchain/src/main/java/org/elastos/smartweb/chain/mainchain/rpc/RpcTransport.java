// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.internal.SourceFault;

/// One HTTP exchange with a node: bounded in time and size, without redirects. Thread-safe.
final class RpcTransport implements AutoCloseable {
  private static final int OK = 200;

  private final HttpClient http;
  private final RpcEndpoint endpoint;
  private final RpcLimits limits;

  RpcTransport(RpcEndpoint endpoint, RpcLimits limits) {
    this.endpoint = endpoint;
    this.limits = limits;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.timeout())
            .build();
  }

  /// @param most bytes that the answer may have by its questions
  /// @throws SourceFault without a whole answer
  byte[] post(byte[] body, long most) {
    CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request(body), whole(most));
    try {
      HttpResponse<byte[]> response =
          exchange.get(limits.timeout().toNanos(), TimeUnit.NANOSECONDS);
      int status = response.statusCode();
      // A node gives its own errors in a body beside 200; anything else is a proxy's trouble.
      if (status != OK) {
        throw new SourceFault(Code.REFUSED, "HTTP status " + status);
      }
      return response.body();
    } catch (TimeoutException e) {
      throw new SourceFault(Code.TIMEOUT, "no whole answer in time", e);
    } catch (ExecutionException e) {
      throw fault(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceFault(Code.TIMEOUT, "no longer waited for", e);
    } finally {
      exchange.cancel(true);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest request(byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.url())
            .header("content-type", "application/json")
            .timeout(limits.timeout())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    endpoint.authorization().ifPresent(value -> request.header("authorization", value));
    return request.build();
  }

  private HttpResponse.BodyHandler<byte[]> whole(long most) {
    return BodyHandlers.limiting(
        BodyHandlers.ofByteArray(), Math.min(most, limits.maxResponseBytes()));
  }

  private static SourceFault fault(Throwable cause) {
    if (cause instanceof java.net.http.HttpTimeoutException) {
      return new SourceFault(Code.TIMEOUT, "no answer in time", cause);
    }
    if (cause instanceof IOException && exceeded(cause)) {
      return new SourceFault(Code.TOO_LARGE, "more bytes than an answer may have", cause);
    }
    if (cause instanceof java.net.ConnectException) {
      return new SourceFault(Code.UNREACHABLE, "no connection", cause);
    }
    return new SourceFault(Code.CUT, cause.getClass().getSimpleName(), cause);
  }

  /// The JDK names the case in the text of its exception only.
  private static boolean exceeded(Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    return text.contains("limit") || text.contains("exceed") || text.contains("capacity");
  }
}
