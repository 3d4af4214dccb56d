// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Output;

/// Runs the steps of the demo in order, each with its time and its evidence, and stops at the first
/// that fails. Not thread-safe.
final class Story {
  /// What a step proved; names in the order given.
  static final class Evidence {
    private final Map<String, Object> facts = new LinkedHashMap<>();

    Evidence put(String name, Object value) {
      facts.put(name, value);
      return this;
    }

    /// Fails the step unless `holds`.
    Evidence check(String name, boolean holds) {
      facts.put(name, holds);
      if (!holds) {
        throw new CheckFailed(name);
      }
      return this;
    }
  }

  /// A check of a step did not hold.
  static final class CheckFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckFailed(String check) {
      super(check);
    }
  }

  /// The work of one step.
  interface Step {
    void run(Evidence evidence) throws Exception;
  }

  /// One step as it is told.
  private record Told(
      int step,
      String title,
      boolean ok,
      double seconds,
      Map<String, Object> evidence,
      Map<String, Object> error) {
    Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("step", step);
      map.put("title", title);
      map.put("ok", ok);
      map.put("seconds", seconds);
      map.put("evidence", evidence);
      if (!ok) {
        map.put("error", error);
      }
      return map;
    }
  }

  private final Output output;
  private final LongSupplier nanos;
  private final List<Told> steps = new ArrayList<>();
  private final long began;

  /// @param nanos a monotonic clock in nanoseconds
  Story(Output output, LongSupplier nanos) {
    this.output = output;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
  }

  /// Runs one step unless an earlier one failed.
  ///
  /// @return whether it succeeded
  boolean step(int number, String title, Step step) {
    if (!steps.isEmpty() && !steps.getLast().ok) {
      return false;
    }
    Evidence evidence = new Evidence();
    long start = nanos.getAsLong();
    Map<String, Object> error = errorOf(step, evidence);
    Told told = new Told(number, title, error.isEmpty(), seconds(start), evidence.facts, error);
    steps.add(told);
    print(told);
    return told.ok;
  }

  boolean succeeded() {
    return !steps.isEmpty() && steps.getLast().ok;
  }

  /// Prints the closing line, or under `--json` the whole story as one object.
  void finish(Map<String, ?> more) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", succeeded());
    result.put("seconds", seconds(began));
    result.put("steps", steps.stream().map(Told::asMap).toList());
    result.putAll(more);
    output.result(
        result,
        (succeeded() ? "All " + steps.size() + " steps hold" : "FAILED")
            + String.format(Locale.ROOT, " after %.1f s.", seconds(began)));
  }

  /// Runs the step; empty when it succeeded. An error of the JVM fails the step like any fault, so
  /// that what was told so far is still printed.
  private static Map<String, Object> errorOf(Step step, Evidence evidence) {
    try {
      step.run(evidence);
      return Map.of();
    } catch (CheckFailed e) {
      return error("check_failed", "this does not hold: " + e.getMessage(), Map.of());
    } catch (CommandFailure e) {
      return error(e.code(), String.valueOf(e.getMessage()), e.facts());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return error("interrupted", "stopped by the user", Map.of());
    } catch (Exception | Error e) {
      return error("fault", e.toString(), Map.of());
    }
  }

  private static Map<String, Object> error(String code, String message, Map<String, ?> facts) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    error.putAll(facts);
    return error;
  }

  private double seconds(long since) {
    return Math.round((nanos.getAsLong() - since) / 1e7) / 100.0;
  }

  private void print(Told told) {
    String state = told.ok ? "ok" : "FAILED";
    output.line(
        String.format(
            Locale.ROOT, "%2d  %-6s %6.2f s  %s", told.step, state, told.seconds, told.title));
    told.evidence.forEach((name, value) -> output.line(" ".repeat(20) + name + ": " + value));
    told.error.forEach((name, value) -> output.line(" ".repeat(18) + "! " + name + ": " + value));
  }
}
