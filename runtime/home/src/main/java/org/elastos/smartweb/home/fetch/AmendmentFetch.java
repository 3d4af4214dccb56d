// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.content.Amendments;
import org.elastos.smartweb.home.content.Amendments.Amended;
import org.elastos.smartweb.home.outcome.Outcome;

/// Asks peers for what a creator added to a work that the home holds. Peers that do not answer,
/// answer nonsense or stand where the home does not ask are passed over. Thread-safe; blocks, for a
/// bounded time.
public final class AmendmentFetch {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_PEERS = 4;

  private final Amendments amendments;
  private final HttpClient http;
  private final ProviderRule rule;

  /// @param http follows no redirects
  public AmendmentFetch(Amendments amendments, HttpClient http, ProviderRule rule) {
    this.amendments = amendments;
    this.http = http;
    this.rule = rule;
  }

  /// Asks the first few of these gateways.
  ///
  /// @return what was new, summed over the peers
  public Outcome<Amended> refresh(Hash256 asset, List<URI> gateways) {
    Amended sum = Amended.NOTHING;
    for (URI gateway : gateways.stream().filter(rule::allows).limit(MOST_PEERS).toList()) {
      Optional<byte[]> answer = ask(gateway, asset);
      if (answer.isPresent()
          && amendments.offerOfStranger(asset, answer.get())
              instanceof Outcome.Done<Amended>(Amended more)) {
        sum = new Amended(sum.statements() + more.statements(), sum.envelopes() + more.envelopes());
      }
    }
    return new Outcome.Done<>(sum);
  }

  private Optional<byte[]> ask(URI gateway, Hash256 asset) {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/ddrm/" + asset.hex() + "/sidecar"))
            .timeout(PATIENCE)
            .build();
    CompletableFuture<HttpResponse<byte[]>> asked =
        http.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), Amendments.MAX_BYTES + 1L));
    try {
      HttpResponse<byte[]> response = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      asked.cancel(true);
      return Optional.empty();
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
