// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OwnCapsulesTest {
  private static final Path CAPSULES = Path.of("../capsules");
  private static final String COMPILER = "Debian clang version 14.0.6";

  @TempDir Path made;

  @Test
  void theSameInputPacksToTheSameBytes() {
    Bundle one = OwnCapsules.audioPlayer(Bundles.DEVELOPER);

    assertThat(one.encode()).isEqualTo(OwnCapsules.audioPlayer(Bundles.DEVELOPER).encode());
    assertThat(one.sign(Bundles.DEVELOPER)).isEqualTo(one);
    assertThat(one.manifest().renders()).containsExactly(OwnCapsules.OGG_VORBIS);
  }

  @Test
  void theModulesAreTheCommittedOnes() throws IOException {
    List<String> sums = Files.readAllLines(CAPSULES.resolve("dist/SHA256SUMS"));
    List<Bytes> modules = OwnCapsules.audioPlayer(Bundles.DEVELOPER).modules();

    assertThat(sums)
        .containsExactly(
            Sha256.of(modules.get(0).bytes()).hex() + "  audio-player.wasm",
            Sha256.of(modules.get(1).bytes()).hex() + "  audio-player-loader.wasm");
  }

  @Test
  void theThirdPartySourcesAreThePinnedOnes() throws IOException {
    Path folder = CAPSULES.resolve("third_party");
    for (String line : Files.readAllLines(folder.resolve("SHA256SUMS"))) {
      byte[] file = Files.readAllBytes(folder.resolve(line.substring(66)));
      assertThat(Sha256.of(file).hex()).as(line).isEqualTo(line.substring(0, 64));
    }
  }

  @Test
  @Timeout(170)
  void buildingAgainGivesTheCommittedModules() throws IOException, InterruptedException {
    assumeTrue(hasCompiler(), "clang 14 not installed");

    Process build =
        new ProcessBuilder("sh", CAPSULES.resolve("build.sh").toString(), made.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(made.toFile(), "log"))
            .start();
    boolean ended = build.waitFor(150, TimeUnit.SECONDS);
    if (!ended) {
      build.destroyForcibly();
    }

    assertThat(ended).isTrue();
    assertThat(build.exitValue()).as(Files.readString(made.resolve("log"))).isZero();
    assertThat(made.resolve("SHA256SUMS"))
        .hasSameTextualContentAs(CAPSULES.resolve("dist/SHA256SUMS"));
  }

  /// The very compiler, its linker and the C library; another one gives other bytes.
  private static boolean hasCompiler() throws InterruptedException {
    try {
      Process clang = new ProcessBuilder("clang-14", "--version").redirectErrorStream(true).start();
      String text = new String(clang.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return clang.waitFor(10, TimeUnit.SECONDS)
          && text.startsWith(COMPILER)
          && Files.exists(Path.of("/usr/lib/wasm32-wasi/libc.a"))
          && Files.exists(Path.of("/usr/bin/wasm-ld-14"));
    } catch (IOException e) {
      return false;
    }
  }
}
