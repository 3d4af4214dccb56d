// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a metric is to reach. All targets stand in {@link #ALL}.
///
/// @param bound in the metric's unit
public record Target(String bench, String metric, Sense sense, double bound) {
  /// Whether more is better.
  public enum Sense {
    /// The value is to be this or more.
    AT_LEAST("at least"),
    /// The value is to be this or less.
    AT_MOST("at most");

    private final String words;

    Sense(String words) {
      this.words = words;
    }
  }

  /// Every target of every bench.
  public static final List<Target> ALL =
      List.of(
          new Target("license-crypto", "share_crypto_ms_bc", Sense.AT_MOST, 0.9),
          new Target("license-crypto", "share_crypto_ms_jni", Sense.AT_MOST, 0.45),
          new Target("license-crypto", "dkg_5of9_ms", Sense.AT_MOST, 1_000),
          new Target("ela-headers", "auxpow_headers_per_s", Sense.AT_LEAST, 200_000),
          new Target("evm-indexer", "events_per_s", Sense.AT_LEAST, 10_000),
          new Target("evm-indexer", "reorg64_recovery_ms", Sense.AT_MOST, 1_000),
          new Target("gas", "buy_native_gas", Sense.AT_MOST, 68_000),
          new Target("gas", "buy_native_10000_holders_gas", Sense.AT_MOST, 68_000),
          new Target("gas", "buy_native_20_holders_gas", Sense.AT_MOST, 68_000),
          new Target("gas", "buy_erc20_gas", Sense.AT_MOST, 86_000),
          new Target("gas", "buy_erc20_20_holders_gas", Sense.AT_MOST, 86_000),
          new Target("gas", "push5_native_gas", Sense.AT_MOST, 124_000),
          new Target("gas", "push20_native_gas", Sense.AT_MOST, 275_000),
          new Target("gas", "gasless_gas", Sense.AT_MOST, 120_000),
          new Target("gas", "resale_native_gas", Sense.AT_MOST, 98_000),
          new Target("gas", "claim_gas", Sense.AT_MOST, 45_000),
          new Target("gas", "claim_10000th_holder_gas", Sense.AT_MOST, 45_000),
          new Target("gas", "share_transfer_gas", Sense.AT_MOST, 45_000),
          new Target("gas", "create_edition_20_holders_gas", Sense.AT_MOST, 150_000),
          new Target("gas", "create_channel_gas", Sense.AT_MOST, 150_000));

  /// The targets of a bench.
  public static List<Target> of(String bench) {
    return ALL.stream().filter(target -> target.bench.equals(bench)).toList();
  }

  /// Whether the report reaches it; a metric that is not there does not.
  public boolean metBy(BenchReport report) {
    return valueIn(report)
        .filter(value -> sense == Sense.AT_LEAST ? value >= bound : value <= bound)
        .isPresent();
  }

  /// Such as `events_per_s is 9000, wanted at least 10000`.
  public String shortfall(BenchReport report) {
    String value = valueIn(report).map(v -> Metric.rounded(v).toString()).orElse("missing");
    return metric + " is " + value + ", wanted " + sense.words + " " + Metric.rounded(bound);
  }

  /// As it stands in the JSON.
  public Map<String, Object> asMap(BenchReport report) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("metric", metric);
    map.put(sense == Sense.AT_LEAST ? "at_least" : "at_most", Metric.rounded(bound));
    map.put("value", valueIn(report).map(Metric::rounded).orElse(null));
    map.put("met", metBy(report));
    return map;
  }

  private Optional<Double> valueIn(BenchReport report) {
    return report.metrics().stream()
        .filter(one -> one.name().equals(metric))
        .map(Metric::value)
        .findFirst();
  }
}
