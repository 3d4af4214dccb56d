// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.elastos.smartweb.chain.Bytes;

/// A peer behind a trustless gateway. Thread-safe. Neither a slow nor an endless answer holds it
/// up.
public final class HttpBlockSource implements BlockSource {
  private final HttpClient client;
  private final URI gateway;
  private final Duration patience;

  /// The gateway at this address, whose whole answers take at most `patience`.
  public HttpBlockSource(HttpClient client, URI gateway, Duration patience) {
    this.client = client;
    this.gateway = gateway;
    this.patience = patience;
  }

  @Override
  public String name() {
    return gateway.toString();
  }

  @Override
  public Answer fetch(Cid cid) {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/ipfs/" + cid + "?format=raw"))
            .timeout(patience)
            .header("Accept", TrustlessGateway.RAW_BLOCK)
            .build();
    CompletableFuture<HttpResponse<byte[]>> asked =
        client.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), MAX_BLOCK_BYTES + 1L));
    try {
      HttpResponse<byte[]> response = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return switch (response.statusCode()) {
        case 200 -> bounded(response.body());
        case 404 -> new Answer.Absent();
        default -> new Answer.Failed("unexpected_status");
      };
    } catch (ExecutionException e) {
      return new Answer.Failed("transfer_failed");
    } catch (TimeoutException e) {
      asked.cancel(true);
      return new Answer.Failed("too_slow");
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Failed("interrupted");
    }
  }

  private static Answer bounded(byte[] bytes) {
    return bytes.length > MAX_BLOCK_BYTES
        ? new Answer.Failed("block_too_large")
        : new Answer.Block(Bytes.of(bytes));
  }
}
