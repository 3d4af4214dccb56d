// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.market.ProviderHint;

/// Whether what is about to be paid for could be had: one provider has the file's root block, and
/// as many licence nodes as a key takes answer (decision C8). Thread-safe; blocks.
final class Availability {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MAX_STATUS = 64 << 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;

  Availability(HttpClient http) {
    this.http = http;
  }

  /// Who answered.
  record Found(List<URI> providers, int nodes) {}

  /// Asks all of them at once.
  ///
  /// @throws CommandFailure `not_available`
  Found require(List<ProviderHint> hints, CommitteePin pin) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> serving =
          hints.stream().map(hint -> threads.submit(serves(hint))).toList();
      List<Future<Boolean>> alive =
          pin.nodes().stream().map(node -> threads.submit(answers(node, pin.groupKey()))).toList();
      List<URI> providers =
          hints.stream()
              .filter(hint -> holds(serving.get(hints.indexOf(hint))))
              .map(ProviderHint::url)
              .toList();
      int nodes = Math.toIntExact(alive.stream().filter(Availability::holds).count());
      if (providers.isEmpty() || nodes < pin.shape().threshold()) {
        throw new CommandFailure(
            "not_available",
            "what would be paid for cannot be had now; nothing was spent",
            "try again when a provider serves the file and enough licence nodes answer",
            Map.of(
                "providers", providers.size(),
                "nodes", nodes,
                "nodesNeeded", pin.shape().threshold()));
      }
      return new Found(providers, nodes);
    }
  }

  private Callable<Boolean> serves(ProviderHint hint) {
    URI block = URI.create(base(hint.url()) + "/ipfs/" + hint.cid() + "?format=raw");
    HttpRequest request =
        HttpRequest.newBuilder(block)
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .timeout(PATIENCE)
            .build();
    return () -> http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }

  /// A node counts when it says that it is the pinned one and has the committee's key.
  private Callable<Boolean> answers(CommitteePin.Node node, Hash256 groupKey) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base(node.endpoint()) + "/v1/status"))
            .timeout(PATIENCE)
            .build();
    return () -> {
      HttpResponse<byte[]> answer =
          http.send(
              request,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofByteArray(), MAX_STATUS));
      JsonNode status = JSON.readTree(answer.body());
      return answer.statusCode() == 200
          && Hash256.fromHex(status.path("gk").asText()).equals(groupKey)
          && Hash256.fromHex(status.path("identityKey").asText()).equals(node.identityKey());
    };
  }

  /// Whoever fails, for whatever reason, does not answer.
  private static boolean holds(Future<Boolean> asked) {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String base(URI address) {
    return address.toString().replaceFirst("/+$", "");
  }
}
