// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.elastos.smartweb.acceptance.process.SmartWeb;
import org.elastos.smartweb.acceptance.process.Up;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whole demos take minutes: they run with `-Pdeep`.
@Tag("deep")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DemoIT {
  private static final int STEPS = 10;
  private static final int WITH_THE_KEY = 8;
  private static final double PROMISED_SECONDS = 10;
  private static final int TIMES = 10;
  private static final long THREE_MINUTES_OF_FRAMES = 3 * 60 * 44_100L;

  @TempDir private Path folder;
  private SmartWeb smartweb;

  @BeforeEach
  void prepare() throws Exception {
    smartweb = SmartWeb.in(folder);
  }

  @Test
  void holdsTwiceInARowBesideARunningUp() throws Exception {
    try (Up up = smartweb.up()) {
      holds(smartweb.demo().ok());
      holds(smartweb.demo().ok());
      assertThat(up.children()).isNotEmpty();
      smartweb.run("editions").ok();
    }
    assertThat(leftFolders()).isEmpty();
  }

  @Test
  void saysHowManyNodesAnsweredWhenTooFewAreLeft() throws Exception {
    JsonNode told = smartweb.demo("--kill-nodes", "3").refused();

    assertThat(told.path("ok").asBoolean()).isFalse();
    assertThat(told.path("steps")).hasSize(WITH_THE_KEY);
    JsonNode step = told.path("steps").get(WITH_THE_KEY - 1);
    assertThat(step.path("ok").asBoolean()).isFalse();
    assertThat(step.at("/error/code").asText()).isEqualTo("not_enough_shares");
    assertThat(step.at("/error/needed").asInt()).isEqualTo(3);
    assertThat(step.at("/error/answered").asInt()).as("the honest one and the liar").isEqualTo(2);
    assertThat(step.at("/error/verified").asInt()).isEqualTo(1);
    assertThat(step.path("seconds").asDouble()).isLessThan(PROMISED_SECONDS);
  }

  @Test
  void takesAnotherVorbisFile() throws Exception {
    Path file = resource("/audio/stereo.ogg");
    JsonNode told = smartweb.demo("--file", file.toString()).ok();
    holds(told);
    assertThat(told.path("file").asText()).isEqualTo(file.toString());
  }

  @Test
  void takesAFileOfMinutes() throws Exception {
    byte[] sample = Files.readAllBytes(resource("/sample/sample.ogg"));
    Path file = Files.write(folder.resolve("long.ogg"), LongSong.of(sample, TIMES));
    JsonNode told = smartweb.demo("--file", file.toString()).ok();
    holds(told);
    assertThat(told.at("/steps/8/evidence/frames").asLong()).isGreaterThan(THREE_MINUTES_OF_FRAMES);
  }

  private static void holds(JsonNode told) {
    assertThat(told.path("ok").asBoolean()).isTrue();
    assertThat(told.path("steps")).hasSize(STEPS);
  }

  private Path resource(String name) throws IOException {
    Path file = folder.resolve(Path.of(name).getFileName().toString());
    try (InputStream in = DemoIT.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file;
  }

  private Stream<Path> leftFolders() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
      return files
          .filter(path -> path.getFileName().toString().startsWith("smartweb-demo-"))
          .toList()
          .stream();
    }
  }
}
