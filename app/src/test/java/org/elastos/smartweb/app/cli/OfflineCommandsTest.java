// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.elastos.smartweb.sandbox.OwnCapsules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// The commands that need no running stack, as people call them.
@ResourceLock(Resources.SYSTEM_OUT)
class OfflineCommandsTest {
  @TempDir private Path folder;

  private record Ran(int code, JsonNode json) {}

  @Test
  void givesTheCidThatEveryIpfsToolGives() throws IOException {
    Path file = Files.writeString(folder.resolve("hello"), "hello world");
    Ran ran = run("cid", file.toString(), "--json");
    assertThat(ran.code).isZero();
    assertThat(ran.json.path("cid").asText())
        .isEqualTo("bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e");
    assertThat(ran.json.path("profile").asText()).isEqualTo("unixfs-v1-2025");
    assertThat(ran.json.path("bytes").asInt()).isEqualTo(11);
    Ran old = run("cid", file.toString(), "--profile", "unixfs-v0-2015", "--json");
    assertThat(old.json.path("cid").asText())
        .isEqualTo("Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD");
  }

  @Test
  void saysWhatIsWrongWithAStableCode() {
    Ran none = run("cid", folder.resolve("none").toString(), "--json");
    assertThat(none.code).isEqualTo(1);
    assertThat(none.json.at("/error/code").asText()).isEqualTo("no_such_file");
    Ran profile = run("cid", "x", "--profile", "y", "--json");
    assertThat(profile.json.at("/error/code").asText()).isEqualTo("unknown_profile");
    Ran stopped = run("editions", "--state-dir", folder.resolve("empty").toString(), "--json");
    assertThat(stopped.json.at("/error/code").asText()).isEqualTo("not_running");
    assertThat(stopped.json.at("/error/remedy").asText()).contains("smartweb up");
    Ran usage = run("editions", "--bogus", "--json");
    assertThat(usage.code).isEqualTo(2);
    assertThat(usage.json.at("/error/code").asText()).isEqualTo("wrong_usage");
    assertThat(usage.json.at("/error/remedy").asText()).contains("smartweb editions --help");
  }

  @Test
  void blamesTheMachineAndNotItselfForAStateDirectoryThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("state"), "a file");
    Ran ran = run("up", "--state-dir", file.toString(), "--json");
    assertThat(ran.code).isEqualTo(1);
    assertThat(ran.json.at("/error/code").asText()).isEqualTo("platform_fault");
    assertThat(ran.json.at("/error/directory").asText()).isEqualTo(file.toString());
  }

  @Test
  void refusesAWorkOfAnotherFormatBeforeTheDemoMakesAnything() throws IOException {
    Ran ran = run("demo", "--file", folder.toString(), "--json");
    assertThat(ran.code).isEqualTo(1);
    assertThat(ran.json.at("/error/code").asText()).isEqualTo("not_a_file");
  }

  @Test
  void inspectsNothingButContainers() throws IOException {
    Path file = Files.writeString(folder.resolve("x.ddrm"), "no container");
    Ran ran = run("inspect", file.toString(), "--json");
    assertThat(ran.code).isEqualTo(1);
    assertThat(ran.json.at("/error/code").asText()).isEqualTo("not_ddrm");
  }

  @Test
  void packsSignsVerifiesAndShowsACapsule() throws IOException {
    Path capsule = pack();
    Ran unsigned = run("capsule", "verify", capsule.toString(), "--json");
    assertThat(unsigned.code).isEqualTo(1);
    assertThat(unsigned.json.at("/error/code").asText()).isEqualTo("signature_missing");
    assertThat(run("capsule", "sign", capsule.toString(), "--key", key(), "--json").code).isZero();
    Ran verified = run("capsule", "verify", capsule.toString(), "--json");
    assertThat(verified.code).isZero();
    assertThat(verified.json.path("verified").asBoolean()).isTrue();
    Ran shown = run("capsule", "inspect", capsule.toString(), "--json");
    assertThat(shown.json.path("name").asText()).isEqualTo("my-player");
    assertThat(shown.json.path("appId")).isEqualTo(verified.json.path("appId"));
    assertThat(shown.json.path("signedBy")).hasSize(1);
    assertThat(shown.json.path("modules")).hasSize(2);
  }

  @Test
  void refusesACapsuleWithOneFlippedByte() throws IOException {
    Path capsule = pack();
    run("capsule", "sign", capsule.toString(), "--key", key(), "--json");
    byte[] bytes = Files.readAllBytes(capsule);
    bytes[bytes.length - 1] ^= 1;
    Files.write(capsule, bytes);
    Ran ran = run("capsule", "verify", capsule.toString(), "--json");
    assertThat(ran.code).isEqualTo(1);
    assertThat(ran.json.at("/error/code").asText()).isEqualTo("module_hash_mismatch");
    assertThat(ran.json.at("/error/stage").asText()).isEqualTo("hashes");
  }

  private Path pack() throws IOException {
    Path capsule = folder.resolve("my.capsule");
    Ran packed =
        run(
            "capsule",
            "pack",
            "--name",
            "my-player",
            "--json",
            "--main",
            module("audio-player.wasm").toString(),
            "--loader",
            module("audio-player-loader.wasm").toString(),
            "--request",
            "content",
            "--request",
            "audio",
            "--renders",
            OwnCapsules.OGG_VORBIS,
            "--key",
            key(),
            "--new-key",
            "--out",
            capsule.toString());
    assertThat(packed.code).isZero();
    return capsule;
  }

  private String key() {
    return folder.resolve("dev.key").toString();
  }

  private Path module(String name) throws IOException {
    try (InputStream in = OwnCapsules.class.getResourceAsStream("own/" + name)) {
      assertThat(in).isNotNull();
      return Files.write(folder.resolve(name), in.readAllBytes());
    }
  }

  private static Ran run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    System.setOut(to);
    try {
      int code = SmartWebCommand.run(args, to, System.err);
      return new Ran(code, new ObjectMapper().readTree(out.toByteArray()));
    } catch (IOException e) {
      throw new AssertionError("the result is not JSON: " + out, e);
    } finally {
      System.setOut(before);
    }
  }
}
