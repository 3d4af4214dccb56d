// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import org.elastos.smartweb.platform.PlatformException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateDirectoryTest {
  @TempDir Path temporary;

  @Test
  void followsTheDesktopRulesForItsPlace() {
    assertThat(StateDirectory.defaultPath(Map.of("XDG_STATE_HOME", "/s", "HOME", "/h")))
        .isEqualTo(Path.of("/s/smartweb"));
    assertThat(StateDirectory.defaultPath(Map.of("XDG_STATE_HOME", "relative", "HOME", "/h")))
        .isEqualTo(Path.of("/h/.local/state/smartweb"));
    assertThat(StateDirectory.defaultCache(Map.of("HOME", "/h")))
        .isEqualTo(Path.of("/h/.cache/smartweb"));
    assertThatThrownBy(() -> StateDirectory.defaultPath(Map.of()))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("name a state directory");
  }

  @Test
  void isPrivateWithEverythingBelow() throws Exception {
    try (StateDirectory state = StateDirectory.open(temporary.resolve("a/b"))) {
      assertThat(mode(state.root())).isEqualTo("rwx------");
      assertThat(mode(state.directory("nodes/node_1"))).isEqualTo("rwx------");
      assertThat(mode(state.root().resolve("nodes"))).isEqualTo("rwx------");
      assertThat(state.file("keys/owner.token").getParent()).isDirectory();
    }
  }

  @Test
  void refusesASecondOwnerAndNamesTheFirst() {
    Path root = temporary.resolve("state");
    try (StateDirectory first = StateDirectory.open(root)) {
      assertThat(first.root()).isEqualTo(root);
      assertThatThrownBy(() -> StateDirectory.open(root))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("pid=" + ProcessHandle.current().pid());
    }
    StateDirectory.open(root).close();
  }

  @Test
  void refusesPathsThatLeaveIt() {
    try (StateDirectory state = StateDirectory.open(temporary.resolve("state"))) {
      assertThatThrownBy(() -> state.file("../outside")).isInstanceOf(PlatformException.class);
      assertThatThrownBy(() -> state.directory("/etc")).isInstanceOf(PlatformException.class);
    }
  }

  @Test
  void keepsSecretsForTheOwnerOnly() throws Exception {
    Path file = temporary.resolve("token");
    String made = SecretFile.readOrCreate(file, new SecureRandom());
    assertThat(SecretFile.readOrCreate(file, new SecureRandom())).isEqualTo(made);
    assertThat(mode(file)).isEqualTo("rw-------");
    Files.writeString(file, "typed by hand\n");
    assertThat(SecretFile.read(file)).isEqualTo("typed by hand");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> SecretFile.read(file))
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("typed by hand");
    assertThatThrownBy(() -> SecretFile.read(temporary.resolve("none")))
        .isInstanceOf(PlatformException.class);
  }

  @Test
  void deletesADirectoryButNotWhatItsLinksPointTo() throws Exception {
    Path outside = Files.createDirectories(temporary.resolve("outside"));
    Files.writeString(outside.resolve("kept"), "x");
    Path doomed = Files.createDirectories(temporary.resolve("doomed/deep"));
    Files.createSymbolicLink(doomed.resolve("link"), outside);
    PrivateDirectory.delete(temporary.resolve("doomed"));
    assertThat(temporary.resolve("doomed")).doesNotExist();
    assertThat(outside.resolve("kept")).exists();
  }

  @Test
  void tellsFreePortsFromTakenOnes() throws Exception {
    int port = FreePorts.next();
    assertThat(FreePorts.isFree(port)).isTrue();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(FreePorts.isFree(taken.getLocalPort())).isFalse();
    }
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
