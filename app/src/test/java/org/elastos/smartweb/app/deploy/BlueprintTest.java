// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueprintTest {
  private static final ChainId BASE = new ChainId(8453);

  @TempDir private Path folder;

  @Test
  void isTheSameForTheSameArtifactsAndArguments() {
    EvmAddress address = plan(3).plan().address(Blueprint.COMMITTEE);
    assertThat(plan(3).plan().address(Blueprint.COMMITTEE)).isEqualTo(address);
    assertThat(plan(2).plan().address(Blueprint.COMMITTEE)).isNotEqualTo(address);
    Blueprint elsewhere = Blueprint.of(new ChainId(20), Optional.of(terms(3)), false);
    assertThat(elsewhere.plan().address(Blueprint.COMMITTEE)).isEqualTo(address);
  }

  @Test
  void putsDevelopmentMoneyAndACommitteeOnlyWhereTheyAreAskedFor() {
    assertThat(Blueprint.of(BASE, Optional.empty(), false).parts())
        .extracting(Blueprint.Part::contract)
        .containsExactly(
            "ChannelTrade",
            "ChannelOffice",
            "ChannelGasless",
            "ChannelViews",
            "Channel",
            "ChannelFactory");
    assertThat(Blueprint.of(BASE, Optional.of(terms(3)), true).parts())
        .extracting(Blueprint.Part::name)
        .containsExactly(
            "usd",
            "channel-trade",
            "channel-office",
            "channel-gasless",
            "channel-views",
            "channel",
            "factory",
            "committee");
  }

  @Test
  void refusesACommitteeThatNobodyShouldTrust() throws IOException {
    assertThatThrownBy(() -> terms(4)).isInstanceOf(IllegalArgumentException.class);
    Path file = Files.writeString(folder.resolve("c.json"), "{\"operators\":[],\"threshold\":1}");
    assertThatThrownBy(() -> CommitteeTerms.read(file))
        .isInstanceOfSatisfying(
            CommandFailure.class, e -> assertThat(e.code()).isEqualTo("bad_committee_file"));
    assertThatThrownBy(() -> CommitteeTerms.read(folder.resolve("none")))
        .isInstanceOfSatisfying(
            CommandFailure.class, e -> assertThat(e.code()).isEqualTo("no_such_file"));
  }

  @Test
  void readsBackTheRecordThatItWrote() {
    Deployer.Placed placed =
        new Deployer.Placed(EvmAddress.ZERO, Optional.of(new TxHash(Hash256.ZERO)), 12);
    DeploymentRecord record = DeploymentRecord.of("base", plan(3), Map.of("factory", placed));
    Path file = folder.resolve("sub").resolve("base.json");
    record.write(file);
    assertThat(DeploymentRecord.read(file)).isEqualTo(record);
    assertThat(DeploymentRecord.read(file).blueprint()).isEqualTo(plan(3));
    assertThat(record.isOf(plan(3))).isFalse();
    assertThat(record.lastBlock()).isEqualTo(12);
    assertThat(file).content().doesNotContain("private", "password");
  }

  @Test
  void refusesARecordOfAnotherFormOrVersion() throws IOException {
    Path none = folder.resolve("none.json");
    assertThatThrownBy(() -> DeploymentRecord.read(none))
        .isInstanceOfSatisfying(
            CommandFailure.class, e -> assertThat(e.code()).isEqualTo("not_deployed"));
    Path odd = Files.writeString(folder.resolve("odd.json"), "{\"version\":");
    assertThatThrownBy(() -> DeploymentRecord.read(odd))
        .isInstanceOfSatisfying(
            CommandFailure.class, e -> assertThat(e.code()).isEqualTo("bad_deployment_file"));
    Path later =
        Files.writeString(
            folder.resolve("later.json"),
            "{\"version\":2,\"network\":\"x\",\"chainId\":1,\"contracts\":{}}");
    assertThatThrownBy(() -> DeploymentRecord.read(later))
        .isInstanceOfSatisfying(
            CommandFailure.class, e -> assertThat(e.code()).isEqualTo("unknown_version"));
  }

  private static Blueprint plan(int threshold) {
    return Blueprint.of(BASE, Optional.of(terms(threshold)), false);
  }

  private static CommitteeTerms terms(int threshold) {
    List<String> operators =
        List.of(1, 2, 3, 4, 5).stream().map(i -> "0x" + String.valueOf(i).repeat(40)).toList();
    return new CommitteeTerms(operators, threshold, 60, 60, 2, 600, 2, 60, BigInteger.ZERO);
  }
}
