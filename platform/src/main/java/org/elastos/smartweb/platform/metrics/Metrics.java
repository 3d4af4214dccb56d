// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// The meters of one process. A name is words in lower case with dots between them; Prometheus
/// shows `chain.reads` as `chain_reads_total`. A meter keeps at most a thousand combinations of
/// labels, so that nothing that comes from outside can make it grow without end: further ones count
/// under `other`. Thread-safe; never blocks.
public final class Metrics {
  private static final int MOST_SERIES = 1_000;
  private static final String OTHER = "other";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, Map<Map<String, String>, AtomicReference<Double>>> gauges =
      new ConcurrentHashMap<>();
  private final Map<String, Map<Map<String, String>, Boolean>> series = new ConcurrentHashMap<>();

  /// Adds one.
  public void count(String name, Map<String, String> labels) {
    Counter.builder(name).tags(tags(name, labels)).register(registry).increment();
  }

  /// Adds one occurrence that took so long.
  public void took(String name, Map<String, String> labels, Duration duration) {
    Timer.builder(name).tags(tags(name, labels)).register(registry).record(duration);
  }

  /// Says how something stands now.
  public void set(String name, Map<String, String> labels, double value) {
    Map<String, String> bounded = bounded(name, labels);
    gauges
        .computeIfAbsent(name, _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(bounded, known -> gauge(name, known))
        .set(value);
  }

  /// The same of a whole number; above 2^53 it is rounded.
  public void set(String name, Map<String, String> labels, long value) {
    set(name, labels, (double) value);
  }

  /// Everything in Prometheus's text format, version 0.0.4.
  public String prometheus() {
    return registry.scrape();
  }

  private AtomicReference<Double> gauge(String name, Map<String, String> labels) {
    AtomicReference<Double> value = new AtomicReference<>(0.0);
    Gauge.builder(name, value, AtomicReference::get).tags(tags(labels)).register(registry);
    return value;
  }

  private Tags tags(String name, Map<String, String> labels) {
    return tags(bounded(name, labels));
  }

  private Map<String, String> bounded(String name, Map<String, String> labels) {
    Map<Map<String, String>, Boolean> known =
        series.computeIfAbsent(name, _ -> new ConcurrentHashMap<>());
    if (known.containsKey(labels)) {
      return labels;
    }
    if (known.size() < MOST_SERIES) {
      known.put(Map.copyOf(labels), true);
      return labels;
    }
    Map<String, String> other = new LinkedHashMap<>();
    labels.keySet().forEach(label -> other.put(label, OTHER));
    return other;
  }

  private static Tags tags(Map<String, String> labels) {
    Tags tags = Tags.empty();
    for (Map.Entry<String, String> label : labels.entrySet()) {
      tags = tags.and(label.getKey(), label.getValue());
    }
    return tags;
  }
}
