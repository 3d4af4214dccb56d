// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.elastos.smartweb.market.Samples;
import org.elastos.smartweb.market.service.internal.index.MarketIndexer;
import org.elastos.smartweb.platform.db.AsyncDb;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ContractTest {
  private final Map<String, Map<String, Map<String, Object>>> paths = paths();

  @Test
  void namesExactlyTheRoutesThatAreServed() {
    Set<String> named = new TreeSet<>();
    paths.forEach((path, methods) ->
        methods
            .keySet()
            .forEach(method -> named.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    Set<String> served = new TreeSet<>();
    routes().routes().forEach(route -> served.add(route.method() + " " + route.path()));

    assertThat(named).isEqualTo(served).isNotEmpty();
  }

  @Test
  void givesEveryRouteANameAndEveryAnswerAMeaning() {
    Set<Object> names = new TreeSet<>();
    paths
        .values()
        .forEach(methods ->
            methods
                .values()
                .forEach(operation -> {
                  assertThat(names.add(operation.get("operationId"))).isTrue();
                  assertThat(operation).containsKeys("summary", "responses");
                }));
  }

  private static MarketRoutes routes() {
    StatusReader status =
        new StatusReader(
            new StatusReader.Followed(Samples.CHAIN, Samples.address(1), 10),
            () -> new MarketIndexer.State(Optional.empty(), Instant.EPOCH, Optional.empty()),
            InstantSource.system());
    return new MarketRoutes((AsyncDb) null, status, true, InstantSource.system());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Map<String, Object>>> paths() {
    Map<String, Object> document =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(new ByteArrayInputStream(Contract.bytes()));
    return (Map<String, Map<String, Map<String, Object>>>) document.get("paths");
  }
}
