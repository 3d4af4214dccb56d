// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.elastos.smartweb.license.RefusalCode;

/// What a node tells Prometheus: a counter and a timer of decisions, and gauges of what its
/// operator has to know. No label names a wallet, an asset or a session. Thread-safe.
final class NodeMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /// Metrics with these gauges, by name without the prefix.
  NodeMetrics(Map<String, Supplier<Number>> gauges) {
    gauges.forEach(
        (name, value) -> Gauge.builder("smartweb_license_" + name, value).register(registry));
    // A refusal that never happened is a zero, not a gap, so that an alert on its rate can fire.
    for (RefusalCode code : RefusalCode.values()) {
      counter("licenses", code.text());
    }
    counter("licenses", "granted");
  }

  /// Counts one decision.
  ///
  /// @param call such as `licenses`
  /// @param outcome `granted` or the refusal's code
  void decided(String call, String outcome, Duration took) {
    counter(call, outcome).increment();
    Timer.builder("smartweb_license_decision")
        .tag("call", call)
        .serviceLevelObjectives(
            Duration.ofMillis(2),
            Duration.ofMillis(8),
            Duration.ofMillis(40),
            Duration.ofMillis(200),
            Duration.ofSeconds(1))
        .register(registry)
        .record(took);
  }

  /// The text that Prometheus reads.
  String scrape() {
    return registry.scrape();
  }

  private Counter counter(String call, String outcome) {
    return Counter.builder("smartweb_license_decisions")
        .tag("call", call)
        .tag("outcome", outcome)
        .register(registry);
  }
}
