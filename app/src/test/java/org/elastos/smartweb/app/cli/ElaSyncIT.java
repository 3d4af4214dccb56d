// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.devnet.ela.ElaDevNode;
import org.elastos.smartweb.chain.devnet.ela.ElaDevSettings;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.ela.ElaHash;
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
