// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.elastos.smartweb.market.MarketException;
import org.elastos.smartweb.market.json.JsonFields;
import org.elastos.smartweb.market.json.JsonShapeException;

/// Requests and answers of the client. A body above the limit is cut off while it arrives.
final class MarketHttp {
  private static final long MAX_BODY = 4L << 20;

  private final HttpClient http;
  private final String base;
  private final Duration timeout;

  MarketHttp(HttpClient http, URI base, Duration timeout) {
    this.http = http;
    this.base = base.toString().replaceFirst("/+$", "");
    this.timeout = timeout;
  }

  <T> Answer<T> get(String path, Function<JsonFields, T> read) {
    return send(request(path).GET().build(), read);
  }

  <T> Answer<T> post(String path, ObjectNode body, Function<JsonFields, T> read) {
    HttpRequest.BodyPublisher text =
        HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8);
    return send(request(path).header("Content-Type", "application/json").POST(text).build(), read);
  }

  /// Keeps an answer only when it is about what was asked.
  static <T> T expect(T value, Predicate<T> holds) {
    if (!holds.test(value)) {
      throw new MarketException("the market answered about something else", Map.of());
    }
    return value;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(timeout)
        .header("Accept", "application/json");
  }

  private <T> Answer<T> send(HttpRequest request, Function<JsonFields, T> read) {
    try {
      HttpResponse<byte[]> response =
          http.send(
              request,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofByteArray(), MAX_BODY));
      return response.statusCode() / 100 == 2
          ? new Answer.Given<>(read.apply(JsonFields.parse(response.body())))
          : refused(response);
    } catch (HttpTimeoutException late) {
      return new Answer.Failed<>("timeout", "the market did not answer in time");
    } catch (IOException failed) {
      return new Answer.Failed<>("unreachable", String.valueOf(failed.getMessage()));
    } catch (MarketException malformed) {
      return new Answer.Failed<>(
          "malformed_answer", malformed.getMessage() + " " + malformed.details());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Answer.Failed<>("unreachable", "interrupted");
    }
  }

  private static <T> Answer<T> refused(HttpResponse<byte[]> response) {
    try {
      JsonFields problem = JsonFields.parse(response.body());
      return new Answer.Refused<>(
          response.statusCode(),
          problem.text("code", 100),
          problem.optionalText("detail", 2_000).orElse(""));
    } catch (JsonShapeException noProblem) {
      return new Answer.Failed<>(
          "malformed_answer", "status " + response.statusCode() + " without a problem document");
    }
  }
}
