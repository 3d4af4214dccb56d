// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.platform.state.SecretFile;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeveloperKeyTest {
  private final SecureRandom random = new SecureRandom();
  @TempDir private Path folder;

  @Test
  void makesAKeyOnceAndReadsItAgain() {
    Path file = folder.resolve("dev.key");
    try (SecretBytes made = DeveloperKey.readOrCreate(file, random);
        SecretBytes read = DeveloperKey.readOrCreate(file, random)) {
      assertThat(Ed25519.publicKey(read)).isEqualTo(Ed25519.publicKey(made));
    }
  }

  @Test
  void refusesAFileThatIsMissingOpenToOthersOrNoKey() throws IOException {
    refuses(folder.resolve("none.key"));
    Path open = Files.writeString(folder.resolve("open.key"), "00".repeat(32));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    refuses(open);
    Path shorter = folder.resolve("short.key");
    SecretFile.write(shorter, "00");
    refuses(shorter);
    Path other = folder.resolve("other.key");
    SecretFile.write(other, "x".repeat(64));
    refuses(other);
  }

  @Test
  void signsTheSamePlayerForOneStateDirectory() {
    StatePaths paths = new StatePaths(folder);
    Bundle bundle = Player.bundle(paths, random);
    assertThat(Player.bundle(paths, random).releaseId()).isEqualTo(bundle.releaseId());
    assertThat(bundle.manifest().release()).isEqualTo(Player.MIN_RELEASE);
  }

  private static void refuses(Path file) {
    assertThatThrownBy(() -> DeveloperKey.read(file))
        .isInstanceOfSatisfying(
            CommandFailure.class, failure -> assertThat(failure.code()).isEqualTo("bad_key_file"));
  }
}
