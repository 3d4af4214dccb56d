// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a command writes: results to standard output (text for people or one JSON object),
/// progress and errors to standard error. Not thread-safe apart from {@link #progress}.
public final class Output {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;

  /// @param json one JSON object instead of text
  public Output(PrintStream out, PrintStream err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  /// Whether the caller asked for JSON.
  public boolean json() {
    return json;
  }

  /// Prints the result: the JSON object, or the text.
  public void result(Map<String, ?> object, String text) {
    if (json) {
      out.println(toJson(object));
    } else {
      out.println(text);
    }
    out.flush();
  }

  /// One line of text for people; nothing under `--json`.
  public void line(String text) {
    if (!json) {
      out.println(text);
      out.flush();
    }
  }

  /// One line of progress, on standard error.
  public void progress(String text) {
    err.println(text);
    err.flush();
  }

  /// Prints a failure: under `--json` as the result object, else on standard error.
  public void failure(CommandFailure failure) {
    if (json) {
      out.println(toJson(asMap(failure)));
      out.flush();
    } else {
      err.println("smartweb: " + failure.getMessage() + " [" + failure.code() + "]");
      failure.facts().forEach((name, value) -> err.println("  " + name + ": " + value));
      err.println("  -> " + failure.remedy());
      err.flush();
    }
  }

  private static Map<String, Object> asMap(CommandFailure failure) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", failure.code());
    error.put("message", String.valueOf(failure.getMessage()));
    error.put("remedy", failure.remedy());
    error.putAll(failure.facts());
    return Map.of("ok", false, "error", error);
  }

  private static String toJson(Map<String, ?> object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result is not JSON", e);
    }
  }
}
