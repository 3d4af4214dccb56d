// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.platform.PlatformException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildProcessesTest {
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  @TempDir Path temporary;
  private ChildProcesses children;

  @BeforeEach
  void open() {
    children = new ChildProcesses(temporary.resolve("run"));
  }

  @AfterEach
  void endAll() {
    children.endLeftovers(Duration.ofMillis(100));
  }

  @Test
  void startsRecordsAndStopsInOrder() {
    Child child = children.start(sleeper("anvil"));
    assertThat(child.isAlive()).isTrue();
    assertThat(temporary.resolve("run/anvil.process")).hasContent(identity(child).toLine());
    assertThat(child.stop(DEADLINE)).isTrue();
    assertThat(child.isAlive()).isFalse();
    assertThat(temporary.resolve("run/anvil.process")).doesNotExist();
    assertThat(child.stop(DEADLINE)).isTrue();
  }

  @Test
  void givesArgumentsAndEnvironmentAsTheyAreAndKeepsTheOutput() {
    List<String> command =
        List.of("/bin/sh", "-c", "echo \"$1 $NAME\"; pwd; echo bad >&2", "sh", "a 'b' $(c) *");
    Child child = children.start(new ChildSpec("echo", command, Map.of("NAME", "x y"), temporary));
    await().atMost(DEADLINE).until(() -> !child.isAlive());
    assertThat(child.log()).hasContent("a 'b' $(c) * x y\n" + temporary + "\nbad");
  }

  @Test
  void endsByForceWhatDoesNotListen() {
    List<String> stubborn =
        List.of("/bin/sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done");
    Child child = children.start(new ChildSpec("stubborn", stubborn, Map.of(), temporary));
    await().atMost(DEADLINE).until(() -> Files.readString(child.log()).contains("ready"));
    assertThat(child.stop(Duration.ofMillis(300))).isFalse();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void refusesASecondChildOfTheSameName() {
    Child child = children.start(sleeper("node_1"));
    assertThatThrownBy(() -> children.start(sleeper("node_1")))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("runs already")
        .hasMessageContaining(Long.toString(child.pid()));
  }

  @Test
  void findsAndEndsWhatAnEarlierOwnerLeft() {
    Child left = children.start(sleeper("node_1"));
    ChildProcesses next = new ChildProcesses(temporary.resolve("run"));
    assertThat(next.adopt("node_1").orElseThrow().pid()).isEqualTo(left.pid());
    assertThat(next.running()).extracting(Child::name).containsExactly("node_1");
    assertThat(next.endLeftovers(DEADLINE)).containsExactly("node_1");
    assertThat(left.isAlive()).isFalse();
    assertThat(next.endLeftovers(DEADLINE)).isEmpty();
  }

  @Test
  void leavesAloneAProcessThatGotTheSamePid() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      ProcessIdentity real = ProcessIdentity.of(stranger.toHandle()).orElseThrow();
      Files.writeString(
          temporary.resolve("run/node_1.process"),
          new ProcessIdentity(real.pid(), "1@" + real.started()).toLine());
      assertThat(children.adopt("node_1")).isEmpty();
      assertThat(children.endLeftovers(DEADLINE)).isEmpty();
      assertThat(stranger.isAlive()).isTrue();
      assertThat(temporary.resolve("run/node_1.process")).doesNotExist();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void takesADamagedRecordForNoProcess() throws Exception {
    for (String damaged :
        List.of("", "x", "12", "12 ", "-1 2", "99999999999999999999 1", "1 2 3")) {
      Files.writeString(temporary.resolve("run/node_1.process"), damaged);
      assertThat(children.adopt("node_1")).as("'%s'", damaged).isEmpty();
    }
  }

  @Test
  void keepsTheChildsInputOpenAsLongAsTheParentLives() {
    List<String> reader = List.of("/bin/sh", "-c", "cat; echo ended");
    Child child = children.start(new ChildSpec("reader", reader, Map.of(), temporary));
    await()
        .during(Duration.ofMillis(300))
        .atMost(DEADLINE)
        .until(() -> !Files.readString(child.log()).contains("ended"));
  }

  @Test
  void tellsTheChildThatItsParentIsGone() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    ParentWatch.onParentExit(new ByteArrayInputStream(new byte[10]), gone::countDown);
    assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void refusesNamesThatLeaveTheDirectory() {
    assertThatThrownBy(() -> sleeper("../up")).isInstanceOf(PlatformException.class);
  }

  private ChildSpec sleeper(String name) {
    return new ChildSpec(name, List.of("sleep", "60"), Map.of(), temporary);
  }

  private static ProcessIdentity identity(Child child) {
    return ProcessIdentity.of(child.pid()).orElseThrow();
  }
}
