// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A command that ran in this process with `--json`: its exit code and its result. Uses the
/// process's own streams: one at a time.
record Ran(int code, JsonNode json) {
  static Ran json(String... args) {
    return jsonOn("", args);
  }

  /// The same with text on standard input.
  static Ran jsonOn(String input, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--json");
    Told told = run(input, all);
    try {
      return new Ran(told.code, new ObjectMapper().readTree(told.out));
    } catch (IOException e) {
      throw new AssertionError("the result is not JSON: " + told.out, e);
    }
  }

  /// What the command prints for people.
  static String text(String... args) {
    return run("", List.of(args)).out;
  }

  private record Told(int code, String out) {}

  private static Told run(String input, List<String> args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    InputStream inBefore = System.in;
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    System.setOut(to);
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      int code = SmartWebCommand.run(args.toArray(String[]::new), to, System.err);
      return new Told(code, out.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setIn(inBefore);
    }
  }

  String error() {
    return json.at("/error/code").asText();
  }
}
