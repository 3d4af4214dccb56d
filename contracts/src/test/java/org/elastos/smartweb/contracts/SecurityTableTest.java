// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Holds docs/security/contracts.md to the contracts as they are.
class SecurityTableTest {
  private static final Path TABLE = Path.of("../docs/security/contracts.md");
  private static final Path TESTS = Path.of("solidity/test");
  private static final Pattern CODE = Pattern.compile("`(\\w+)`");
  private static final Set<String> READING = Set.of("view", "pure");

  @ParameterizedTest
  @ValueSource(strings = {"Channel", "ChannelFactory"})
  void listsEveryFunctionOnce(String contract) throws IOException {
    List<String> changing =
        rows(contract).stream().map(row -> names(row).getFirst()).sorted().toList();
    assertThat(changing).isEqualTo(functions(contract, kind -> !READING.contains(kind)));
    assertThat(views(contract)).isEqualTo(functions(contract, READING::contains));
  }

  @Test
  void namesTestsThatExist() throws IOException {
    String sources = sources();
    for (String row : rows("Channel")) {
      String[] cells = row.split("\\|");
      assertThat(names(cells[4])).as(row).isNotEmpty();
      assertThat(names(cells[4]))
          .as(row)
          .allMatch(
              test -> sources.contains("test_" + test) || sources.contains("testFuzz_" + test));
    }
  }

  private static List<String> functions(String contract, Predicate<String> kind)
      throws IOException {
    JsonNode abi =
        new ObjectMapper()
            .readTree(Files.readString(Path.of("artifacts", contract + ".json")))
            .get("abi");
    return Stream.iterate(0, i -> i < abi.size(), i -> i + 1)
        .map(abi::get)
        .filter(entry -> entry.get("type").asString().equals("function"))
        .filter(entry -> kind.test(entry.get("stateMutability").asString()))
        .map(entry -> entry.get("name").asString())
        .sorted()
        .toList();
  }

  private static List<String> rows(String contract) throws IOException {
    return section(contract).lines().filter(line -> line.startsWith("| `")).toList();
  }

  private static List<String> views(String contract) throws IOException {
    String line =
        section(contract).lines().filter(one -> one.startsWith("Views:")).findFirst().orElseThrow();
    return names(line).stream().sorted().toList();
  }

  private static String section(String contract) throws IOException {
    return Stream.of(Files.readString(TABLE).split("\n## "))
        .filter(part -> part.startsWith(contract + "\n"))
        .collect(Collectors.joining());
  }

  private static List<String> names(String text) {
    return CODE.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static String sources() throws IOException {
    Set<String> all = new TreeSet<>();
    try (Stream<Path> files = Files.list(TESTS)) {
      files.filter(Files::isRegularFile).forEach(file -> all.add(read(file)));
    }
    return String.join("\n", all);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
