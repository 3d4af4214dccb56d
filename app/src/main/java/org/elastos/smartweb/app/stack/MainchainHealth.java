// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.platform.process.Child;

/// Waits for the ELA development node by asking it for its height. Thread-safe.
final class MainchainHealth {
  private static final Duration ASK = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 150;
  private static final String QUESTION =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"getblockcount\",\"params\":{}}";

  private final HttpClient http;

  MainchainHealth(HttpClient http) {
    this.http = http;
  }

  /// Waits until the node answers.
  void await(Child child, URI rpc, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!answers(rpc)) {
      if (!child.isAlive() || System.nanoTime() > deadline) {
        throw new CommandFailure(
            child.isAlive() ? "service_not_ready" : "service_ended",
            "the ELA development node does not answer",
            "look at its log",
            Map.of("log", child.log().toString()));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private boolean answers(URI rpc) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(rpc)
            .timeout(ASK)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(QUESTION))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().contains("\"result\"");
    } catch (IOException e) {
      return false;
    }
  }
}
