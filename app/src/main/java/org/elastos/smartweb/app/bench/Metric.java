// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One measured quantity, beside a peer's where there is one.
///
/// @param name stable, for programs, with its unit such as `events_per_s`
/// @param noise how far the rounds lay apart, as a share of the value
public record Metric(String name, double value, String unit, double noise, @Nullable Peer peer) {
  private static final double WHOLE_FROM = 1000;

  /// Somebody else's program that did the same in the same run.
  public record Peer(String name, double value) {}

  /// A quantity without a peer.
  public static Metric of(String name, Sample sample, String unit) {
    return new Metric(name, sample.median(), unit, sample.noise(), null);
  }

  /// The same beside a peer.
  public Metric beside(String peerName, Sample sample) {
    return new Metric(name, value, unit, noise, new Peer(peerName, sample.median()));
  }

  /// As it stands in the JSON: `ratio` is the value over the peer's.
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("value", rounded(value));
    map.put("unit", unit);
    map.put("peer", peer == null ? null : peer.name);
    map.put("peer_value", peer == null ? null : rounded(peer.value));
    map.put("ratio", peer == null || peer.value == 0 ? null : rounded(value / peer.value));
    map.put("noise", rounded(noise));
    return map;
  }

  /// Whole above a thousand, else three decimals: more would be noise.
  static Number rounded(double number) {
    if (Math.abs(number) >= WHOLE_FROM) {
      return Math.round(number);
    }
    return Math.round(number * 1000) / 1000.0;
  }
}
