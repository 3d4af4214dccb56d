// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  private static final Path ROOT = Path.of(System.getProperty("smartweb.root"));
  private static final int WAITERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void copyLauncher() throws Exception {
    project = new Project(folder.resolve("project"), ROOT.resolve("smartweb"));
  }

  @Test
  void buildsOneAtATimeThoughManyWaitedForADeadOwner() throws Exception {
    Path lock = Files.createDirectories(project.home().resolve(".smartweb/build.lock"));
    Files.createFile(lock.resolve("4194304-1"));
    List<Process> waiters = new ArrayList<>();
    for (int i = 0; i < WAITERS; i++) {
      waiters.add(project.start("config"));
    }
    for (Process waiter : waiters) {
      assertThat(Project.end(waiter)).isEqualTo(1);
    }
    List<String> builds = project.builds();
    assertThat(builds).hasSize(2 * WAITERS);
    for (int i = 0; i < builds.size(); i++) {
      assertThat(builds.get(i)).as("%s", builds).isEqualTo(i % 2 == 0 ? "begin" : "end");
    }
    assertThat(lock).doesNotExist();
  }

  @Test
  void waitsForABuildThatOutlivesItsKilledLauncher() throws Exception {
    Path hold = Files.createFile(project.home().resolve("hold"));
    Process first = project.start("config");
    Awaitility.await().atMost(PATIENCE).until(() -> project.builds().contains("begin"));
    first.destroyForcibly();

    Process second = project.start("config");
    assertThat(second.waitFor(2, TimeUnit.SECONDS)).as("it waits").isFalse();
    assertThat(project.builds()).containsExactly("begin");
    Files.delete(hold);
    assertThat(Project.end(second)).isEqualTo(1);
    assertThat(project.builds()).containsExactly("begin", "end", "begin", "end");
    assertThat(project.home().resolve(".smartweb/build.lock")).doesNotExist();
  }

  @Test
  void takesOverOnlyJarsThatFitTheSources() throws Exception {
    Path jars = Files.createDirectories(project.home().resolve("app/target/dist"));
    Files.writeString(jars.resolve("app.jar"), "jar");
    String stamp = said("source-stamp");
    assertThat(Project.end(project.start("take-over", stamp))).isZero();
    Path taken = project.home().resolve(".smartweb/dist/" + stamp + "/app.jar");
    assertThat(taken).hasContent("jar");
    Files.writeString(jars.resolve("app.jar"), "tested later");
    assertThat(Project.end(project.start("take-over", stamp))).isZero();
    assertThat(taken).hasContent("tested later");

    Path source = project.home().resolve("app/src/main/java/New.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class New {}");
    assertThat(said("source-stamp")).isNotEqualTo(stamp);
    assertThat(Project.end(project.start("take-over", stamp))).isEqualTo(1);
  }

  @Test
  void buildsAnewForAnotherJdkAndForOtherOptionsOfMaven() throws Exception {
    String stamp = said("source-stamp");
    Files.writeString(project.home().resolve("jdk/release"), "JAVA_VERSION=\"25.0.2\"\n");
    String later = said("source-stamp");
    assertThat(later).isNotEqualTo(stamp);
    Files.createDirectories(project.home().resolve(".mvn"));
    Files.writeString(project.home().resolve(".mvn/maven.config"), "-T1C");
    assertThat(said("source-stamp")).isNotIn(stamp, later);
  }

  @Test
  void theDoctorNamesWhatIsThereAndWhatIsMissing() throws Exception {
    assertThat(said("doctor")).contains("JDK 25", project.home().resolve("jdk").toString());
    Files.writeString(project.home().resolve("tools/node"), "#!/bin/sh\necho v18.1.0\n");
    Process ill = project.start("doctor", "--json");
    JsonNode told = new ObjectMapper().readTree(ill.getInputStream());
    assertThat(Project.end(ill)).isEqualTo(1);
    assertThat(told.path("ok").asBoolean(true)).isFalse();
    JsonNode node =
        told.path("checks")
            .valueStream()
            .filter(check -> check.path("name").asText().startsWith("Node"))
            .findFirst()
            .orElseThrow();
    assertThat(node.path("ok").asBoolean(true)).isFalse();
    assertThat(node.path("found").asText()).isEqualTo("18.1.0");
    assertThat(node.path("remedy").asText()).contains("install Node.js");
    assertThat(Project.end(project.start("config"))).as("nothing is built for it").isEqualTo(1);
    assertThat(project.builds()).isEmpty();
  }

  private String said(String... command) throws Exception {
    Process process = project.start(command);
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(Project.end(process)).as(text).isZero();
    return text;
  }
}
