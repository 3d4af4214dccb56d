// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.devnet.ela.ElaDevNode;
import org.elastos.smartweb.chain.devnet.ela.ElaDevSettings;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.mainchain.sync.CheckpointFile;
import org.elastos.smartweb.chain.mainchain.sync.Origins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// `smartweb ela sync` and `ela status` on a real development node and a real database.
@ResourceLock(Resources.SYSTEM_OUT)
class ElaSyncIT {
  @TempDir private Path folder;

  @Test
  void verifiesTheChainFromBothKindsOfSourcesAndGoesOnWhereItStopped() {
    ElaDevSettings settings = ElaDevSettings.onDemand(folder.resolve("node"), DevRules.standard());
    try (ElaDevNode node = ElaDevNode.start(settings, InstantSource.system(), new SecureRandom())) {
      node.chain().mine(40);
      assertThat(status().error()).isEqualTo("never_synced");
      Ran first = sync(node);
      assertThat(first.code()).as(first.json().toPrettyString()).isZero();
      assertThat(first.json().path("height").asLong()).isEqualTo(40);
      assertThat(first.json().path("hash").asText())
          .isEqualTo(ElaHash.display(node.chain().hashAt(40).orElseThrow()));
      assertThat(first.json().path("finalHeight").asLong()).isPositive();
      assertThat(first.json().path("consensus").asText()).isEqualTo("bpos");
      Ran looked = status();
      assertThat(looked.code()).isZero();
      assertThat(looked.json().path("height").asLong()).isEqualTo(40);
      node.chain().mine(5);
      assertThat(sync(node).json().path("height").asLong()).isEqualTo(45);
    }
  }

  @Test
  void aContestIsShownSettledEitherWayAndTheChainGoesOn() {
    ElaDevSettings settings = ElaDevSettings.onDemand(folder.resolve("node"), DevRules.standard());
    try (ElaDevNode node = ElaDevNode.start(settings, InstantSource.system(), new SecureRandom())) {
      node.chain().mine(40);
      assertThat(sync(node).code()).isZero();
      assertThat(settle("--keep").error()).isEqualTo("no_contest");
      node.chain().reorganize(2);
      Ran contested = sync(node);
      assertThat(contested.code()).isEqualTo(1);
      assertThat(contested.json().path("contest").path("code").asText())
          .isEqualTo("finality_contradicted");
      assertThat(status().code()).isEqualTo(1);
      assertThat(run("ela", "checkpoint", "--network", "development").error())
          .isEqualTo("chain_contested");
      assertThat(settle("--adopt=" + "77".repeat(32)).error()).isEqualTo("branch_unknown");
      assertThat(settle("--adopt=77").error()).isEqualTo("bad_hash");
      Ran adopted = settle("--adopt");
      assertThat(adopted.code()).as(adopted.json().toPrettyString()).isZero();
      assertThat(adopted.json().path("decision").asText()).isEqualTo("adopted");
      assertThat(adopted.json().path("undone").asLong()).isEqualTo(2);
      assertThat(status().code()).isZero();
      node.chain().mine(1);
      Ran onward = sync(node);
      assertThat(onward.code()).isZero();
      assertThat(onward.json().path("hash").asText())
          .isEqualTo(ElaHash.display(node.chain().hashAt(node.chain().height()).orElseThrow()));

      node.chain().reorganize(2);
      assertThat(sync(node).code()).isEqualTo(1);
      Ran kept = settle("--keep");
      assertThat(kept.json().path("decision").asText()).isEqualTo("kept");
      assertThat(status().code()).isZero();
      assertThat(sync(node).error())
          .as("both follow the branch that was decided against")
          .isEqualTo("no_source_left");
      assertThat(settle("--spends").json().path("spends").asInt()).isZero();
    }
  }

  @Test
  void writesACheckpointOfTheNewestFinalBlock() throws IOException {
    ElaDevSettings settings = ElaDevSettings.onDemand(folder.resolve("node"), DevRules.standard());
    assertThat(run("ela", "checkpoint", "--network", "development").error())
        .isEqualTo("never_synced");
    try (ElaDevNode node = ElaDevNode.start(settings, InstantSource.system(), new SecureRandom())) {
      node.chain().mine(20);
      assertThat(sync(node).code()).isZero();
    }
    Path file = folder.resolve("checkpoint.json");
    Ran made = run("ela", "checkpoint", "--network", "development", "--out", file.toString());
    assertThat(made.code()).as(made.json().toPrettyString()).isZero();
    assertThat(made.json().path("height").asLong()).isEqualTo(14);
    assertThat(made.json().path("arbitersKnown").asBoolean()).isTrue();
    assertThat(Files.readString(file)).isEqualTo(made.json().path("checkpoint").asText());
    assertThat(CheckpointFile.read(file).point().height()).isEqualTo(14);
    assertThat(
            run("ela", "checkpoint", "--network", "development", "--out", file.toString()).error())
        .isEqualTo("file_exists");
    assertThat(run("ela", "checkpoint", "--network", "development", "--height", "15").error())
        .isEqualTo("not_final");
    assertThat(
            run("ela", "checkpoint", "--network", "development", "--take", file.toString()).error())
        .isEqualTo("development_takes_none");
  }

  @Test
  void checksACheckpointWhollyBeforeAnythingIsStored() throws IOException {
    String sound = CheckpointFile.write(Origins.genesis(ElaNetwork.MAINNET));
    Path file = Files.writeString(folder.resolve("sound.json"), sound);
    Ran checked = run("ela", "checkpoint", "--network", "mainnet", "--check", file.toString());
    assertThat(checked.code()).isZero();
    assertThat(checked.json().path("height").asLong()).isZero();
    assertThat(run("ela", "checkpoint", "--network", "testnet", "--check", file.toString()).error())
        .isEqualTo("other_network");
    assertThat(run("ela", "checkpoint", "--network", "mainnet", "--take", file.toString()).error())
        .isEqualTo("never_synced");
    Path spoilt =
        Files.writeString(
            folder.resolve("spoilt.json"),
            sound.replaceFirst("\"hash\" : \"..", "\"hash\" : \"77"));
    for (String option : List.of("--check", "--take")) {
      assertThat(
              run("ela", "checkpoint", "--network", "mainnet", option, spoilt.toString()).error())
          .isEqualTo("checkpoint_unsound");
    }
    assertThat(
            run(
                    "ela",
                    "sync",
                    "--network",
                    "mainnet",
                    "--source",
                    "127.0.0.1:1",
                    "--checkpoint",
                    spoilt.toString())
                .error())
        .isEqualTo("checkpoint_unsound");
    assertThat(
            run(
                    "ela",
                    "sync",
                    "--network",
                    "mainnet",
                    "--source",
                    "127.0.0.1:1",
                    "--watch",
                    "nobody")
                .error())
        .isEqualTo("bad_address");
  }

  private Ran settle(String decision) {
    return run("ela", "settle", "--network", "development", decision);
  }

  @Test
  void saysWhatIsWrongWithWhatItIsGiven() {
    assertThat(run("ela", "sync", "--network", "mars", "--source", "x:1").error())
        .isEqualTo("unknown_network");
    assertThat(run("ela", "sync", "--network", "mainnet").error()).isEqualTo("source_missing");
    assertThat(run("ela", "sync", "--network", "mainnet", "--source", "a b").error())
        .isEqualTo("bad_source");
    assertThat(run("ela", "sync", "--network", "development", "--source", "x:1").error())
        .isEqualTo("source_missing");
    assertThat(
            run("ela", "sync", "--network", "development", "--source", "http://127.0.0.1:1/")
                .error())
        .isEqualTo("not_a_development_node");
    assertThat(
            run(
                    "ela",
                    "sync",
                    "--network",
                    "mainnet",
                    "--source",
                    "x:1",
                    "--checkpoint",
                    folder.resolve("none").toString())
                .error())
        .isEqualTo("checkpoint_unreadable");
  }

  private Ran sync(ElaDevNode node) {
    return run(
        "ela",
        "sync",
        "--network",
        "development",
        "--source",
        node.rpc().toString(),
        "--source",
        "127.0.0.1:" + node.peer().getPort(),
        "--until-synced");
  }

  private Ran status() {
    return run("ela", "status", "--network", "development");
  }

  private Ran run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--state-dir");
    all.add(folder.toString());
    return Ran.json(all.toArray(String[]::new));
  }
}
