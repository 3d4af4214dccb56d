// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The few questions that the owner of the child process asks it. Our own child is trusted, so a
/// pattern reads its answers. Thread-safe.
final class AnvilRpc implements AutoCloseable {
  private static final Pattern TEXT_RESULT = Pattern.compile("\"result\":\"(0x[0-9a-f]*)\"");
  private static final Pattern NUMBER = Pattern.compile("\"number\":\"0x([0-9a-f]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final URI url;

  AnvilRpc(URI url) {
    this.url = url;
  }

  /// Whether it answers with this chain id.
  boolean answers(long chainId) {
    try {
      return text("eth_chainId", "[]").equals("0x" + Long.toHexString(chainId));
    } catch (IOException e) {
      return false;
    }
  }

  /// The height of `latest` or `finalized`.
  long height(String tag) throws IOException {
    String answer = post("eth_getBlockByNumber", "[\"" + tag + "\",false]");
    Matcher number = NUMBER.matcher(answer);
    return number.find() ? Long.parseLong(number.group(1), 16) : -1;
  }

  /// Whether a transaction stands in a block.
  boolean included(String transaction) throws IOException {
    return post("eth_getTransactionReceipt", "[\"" + transaction + "\"]").contains("\"blockHash\"");
  }

  /// An answer that is one hexadecimal text.
  String text(String method, String parameters) throws IOException {
    String answer = post(method, parameters);
    Matcher result = TEXT_RESULT.matcher(answer);
    return Optional.of(result)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .orElseThrow(() ->
            new DevnetException(
                "the development chain refused a request",
                Map.of("method", method, "answer", answer)));
  }

  private String post(String method, String parameters) throws IOException {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
            + method
            + "\",\"params\":"
            + parameters
            + "}";
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(5))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
