// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.platform.process.Child;

/// Waits for services by asking their health. Thread-safe.
final class Health {
  private static final Duration ASK = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 150;

  private final HttpClient http;

  Health(HttpClient http) {
    this.http = http;
  }

  /// Waits until `/health/<what>` says yes.
  ///
  /// @param what `live` or `ready`
  void await(Child child, URI base, String what, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!says(base.resolve("/health/" + what))) {
      if (!child.isAlive()) {
        throw failure("service_ended", "the service ended while it was starting", child);
      }
      if (System.nanoTime() > deadline) {
        throw failure("service_not_" + what, "the service is not " + what + " in time", child);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /// Waits for a service of this process.
  ///
  /// @throws IllegalStateException when it is not in time
  void await(URI base, String what, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!says(base.resolve("/health/" + what))) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the service is not " + what + " in time: " + base);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private boolean says(URI address) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(ASK).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static CommandFailure failure(String code, String text, Child child) {
    return new CommandFailure(
        code, text + ": " + child.name(), "look at its log", Map.of("log", child.log().toString()));
  }
}
