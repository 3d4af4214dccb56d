// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Output;
import org.junit.jupiter.api.Test;

class StoryTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long now;

  private Story story(boolean json) {
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Story(new Output(to, to, json), () -> now);
  }

  @Test
  void tellsEachStepWithItsTimeAndEvidence() throws Exception {
    Story story = story(true);
    story.step(
        1,
        "first",
        evidence -> {
          now += 1_230_000_000L;
          evidence.put("seen", 3).check("holds", true);
        });
    story.finish(Map.of("more", "x"));
    JsonNode told = new ObjectMapper().readTree(out.toByteArray());
    assertThat(told.path("ok").asBoolean()).isTrue();
    assertThat(told.path("more").asText()).isEqualTo("x");
    assertThat(told.at("/steps/0/seconds").asDouble()).isEqualTo(1.23);
    assertThat(told.at("/steps/0/evidence/seen").asInt()).isEqualTo(3);
    assertThat(told.at("/steps/0/evidence/holds").asBoolean()).isTrue();
  }

  @Test
  void stopsAtTheFirstStepWhoseCheckDoesNotHold() throws Exception {
    Story story = story(true);
    assertThat(story.step(1, "bad", evidence -> evidence.check("holds", false))).isFalse();
    assertThat(story.step(2, "never", evidence -> evidence.put("ran", true))).isFalse();
    story.finish(Map.of());
    JsonNode told = new ObjectMapper().readTree(out.toByteArray());
    assertThat(told.path("ok").asBoolean()).isFalse();
    assertThat(told.path("steps")).hasSize(1);
    assertThat(told.at("/steps/0/error/code").asText()).isEqualTo("check_failed");
  }

  @Test
  void keepsTheCodeAndTheFactsOfARefusal() throws Exception {
    Story story = story(true);
    story.step(
        8,
        "licence",
        evidence -> {
          throw new CommandFailure(
              "not_enough_shares", "too few", "start nodes", Map.of("needed", 3));
        });
    story.finish(Map.of());
    JsonNode told = new ObjectMapper().readTree(out.toByteArray());
    assertThat(told.at("/steps/0/error/code").asText()).isEqualTo("not_enough_shares");
    assertThat(told.at("/steps/0/error/needed").asInt()).isEqualTo(3);
  }

  @Test
  void tellsTheStepThatFellToAnErrorOfTheJvm() throws Exception {
    Story story = story(true);
    story.step(1, "fine", evidence -> evidence.check("holds", true));
    boolean held =
        story.step(
            2,
            "fall",
            evidence -> {
              evidence.put("seen", 1);
              throw new OutOfMemoryError("Java heap space");
            });
    story.finish(Map.of());
    JsonNode told = new ObjectMapper().readTree(out.toByteArray());
    assertThat(held).isFalse();
    assertThat(told.path("ok").asBoolean()).isFalse();
    assertThat(told.at("/steps/0/ok").asBoolean()).isTrue();
    assertThat(told.at("/steps/1/error/code").asText()).isEqualTo("fault");
    assertThat(told.at("/steps/1/error/message").asText()).contains("Java heap space");
    assertThat(told.at("/steps/1/evidence/seen").asInt()).isEqualTo(1);
  }

  @Test
  void printsALineAStepForPeople() {
    Story story = story(false);
    story.step(1, "look", evidence -> evidence.put("a", "b"));
    story.step(
        2,
        "fall",
        evidence -> {
          throw new IllegalStateException("boom");
        });
    story.finish(Map.of());
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(" 1  ok ", "look", "a: b", " 2  FAILED", "! code: fault", "FAILED after");
  }
}
