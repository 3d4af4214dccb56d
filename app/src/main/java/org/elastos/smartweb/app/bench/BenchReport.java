// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/// What a bench measured. Immutable.
///
/// @param notes what a reader must know to judge the numbers
public record BenchReport(String bench, List<Metric> metrics, List<String> notes) {
  /// Copies the lists.
  public BenchReport {
    metrics = List.copyOf(metrics);
    notes = List.copyOf(notes);
  }

  /// The JSON object: bench, metrics, machine, commit, notes.
  public Map<String, Object> asMap(Surroundings where) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("bench", bench);
    map.put("metrics", metrics.stream().map(Metric::asMap).toList());
    map.put("machine", where.machine());
    map.put("commit", where.commit());
    map.put("notes", notes);
    return map;
  }

  /// The same for people.
  public String asText(Surroundings where) {
    StringJoiner text = new StringJoiner("\n");
    text.add(bench + " on " + where.machine() + ", commit " + where.commit());
    for (Metric metric : metrics) {
      text.add(line(metric));
    }
    notes.forEach(note -> text.add("  " + note));
    return text.toString();
  }

  private static String line(Metric metric) {
    String own =
        String.format(
            Locale.ROOT,
            "  %-28s %14s %s, noise %.0f %%",
            metric.name(),
            Metric.rounded(metric.value()),
            metric.unit(),
            100 * metric.noise());
    Metric.Peer peer = metric.peer();
    return peer == null
        ? own
        : own + ", beside " + peer.name() + " " + Metric.rounded(peer.value());
  }
}
