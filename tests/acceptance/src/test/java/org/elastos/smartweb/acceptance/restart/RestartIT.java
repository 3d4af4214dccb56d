// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.acceptance.process.Listeners;
import org.elastos.smartweb.acceptance.process.SmartWeb;
import org.elastos.smartweb.acceptance.process.Up;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {
  @TempDir private Path folder;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void whatWasBoughtIsStillThereAfterUpWasKilled() throws Exception {
    SmartWeb smartweb = SmartWeb.in(folder);
    JsonNode work;
    List<ProcessHandle> orphans;
    try (Up up = smartweb.up()) {
      JsonNode channel = smartweb.run("channel").ok();
      work = smartweb.run("publish", sample().toString(), "--price", "2.50").ok();
      assertThat(work.path("channel")).isEqualTo(channel.path("channel"));
      JsonNode bought = smartweb.run("buy", work.path("edition").asText()).ok();
      assertThat(bought.path("paid").asText()).isEqualTo("2.50");
      orphans = up.children();
      List<String> listening = Listeners.of(orphans);
      assertThat(listening).as("database, chain, nodes, market, homes").hasSizeGreaterThan(11);
      assertThat(listening).allMatch(Listeners::isLoopback);
      up.kill();
    }
    assertThat(orphans).hasSizeGreaterThan(8);
    assertThat(smartweb.run("editions").refused().at("/error/code").asText())
        .isEqualTo("not_running");

    try (Up again = smartweb.up()) {
      assertThat(orphans).as("what the killed one left").noneMatch(ProcessHandle::isAlive);
      String edition = work.path("edition").asText();
      assertThat(smartweb.run("editions").ok().at("/editions/0/edition").asText())
          .isEqualTo(edition);
      JsonNode fetched = smartweb.run("fetch", edition).ok();
      assertThat(fetched.path("cid")).isEqualTo(work.path("cid"));
      Path sound = folder.resolve("sound.wav");
      JsonNode played =
          smartweb.run("play", fetched.path("path").asText(), "--out", sound.toString()).ok();
      assertThat(played.at("/license/needed").asInt()).isEqualTo(3);
      assertThat(Files.size(sound)).isGreaterThan(1_000_000);
      orphans = again.children();
    }
    assertThat(orphans).as("what ended in order").noneMatch(ProcessHandle::isAlive);
  }

  private Path sample() throws Exception {
    Path file = folder.resolve("song.ogg");
    try (InputStream in = RestartIT.class.getResourceAsStream("/sample/sample.ogg")) {
      Files.copy(in, file);
    }
    return file;
  }
}
