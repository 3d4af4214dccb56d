// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.elastos.smartweb.chain.Bytes;

/// A peer behind a trustless gateway. Thread-safe.
public final class HttpBlockSource implements BlockSource {
  private final HttpClient client;
  private final URI gateway;
  private final Duration patience;

  /// The gateway at this address, whose answers begin within `patience`.
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
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return switch (response.statusCode()) {
          case 200 -> bounded(body.readNBytes(MAX_BLOCK_BYTES + 1));
          case 404 -> new Answer.Absent();
          default -> new Answer.Failed("unexpected_status");
        };
      }
    } catch (IOException e) {
      return new Answer.Failed("unreachable");
    } catch (InterruptedException e) {
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
