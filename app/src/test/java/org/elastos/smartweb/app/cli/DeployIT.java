// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.elastos.smartweb.app.wallet.Wallets;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.chain.devnet.SharedAnvil;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// `smartweb deploy` on a real development chain with a real database.
@ResourceLock(Resources.SYSTEM_OUT)
class DeployIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final Anvil anvil = SharedAnvil.get();

  @Test
  void deploysOnceHoweverOftenItIsRunAndFindsWhatIsNotTheSame() throws IOException {
    Wallets wallets = new Wallets(folder.resolve("wallets"), new SecureRandom());
    try (KeystoreWallet payer = wallets.open("payer")) {
      Ran poor = run(wallets, "--apply");
      assertThat(poor.error()).isEqualTo("wallet_empty");
      anvil.fund(List.of(payer.address()), BigInteger.TEN.pow(20));
    }
    Ran first = run(wallets, "--apply");
    assertThat(first.code()).as(first.json().toPrettyString()).isZero();
    assertThat(first.json().path("contracts"))
        .allSatisfy(one -> assertThat(one.path("code").asText()).isEqualTo("same"))
        .extracting(one -> one.path("name").asText())
        .containsExactly(
            "usd",
            "channel-trade",
            "channel-office",
            "channel-gasless",
            "channel-views",
            "channel",
            "factory",
            "committee",
            "treasury");
    assertThat(run(wallets, "--plan").json().at("/contracts/7/address"))
        .isEqualTo(first.json().at("/contracts/7/address"));
    Ran again = run(wallets, "--apply");
    assertThat(again.json().path("contracts")).isEqualTo(first.json().path("contracts"));
    Ran verified = run(wallets, "--verify");
    assertThat(verified.code()).isZero();
    assertThat(verified.json().path("sameArtifacts").asBoolean()).isTrue();
    findsWhatIsNotTheSame(wallets);
  }

  private void findsWhatIsNotTheSame(Wallets wallets) throws IOException {
    Path file = folder.resolve("deployments").resolve("development.json");
    String sound = Files.readString(file);
    String usd = JSON.readTree(sound).at("/contracts/usd/address").asText();
    tamper(file, sound, "factory", usd);
    Ran swapped = run(wallets, "--verify");
    assertThat(swapped.code()).isEqualTo(1);
    assertThat(codes(swapped))
        .containsExactly(
            "same", "same", "same", "same", "same", "same", "code_differs", "same", "same");
    ObjectNode other = (ObjectNode) JSON.readTree(sound);
    ((ObjectNode) other.path("committee")).put("timeLock", 1).put("bondLock", 61);
    Files.write(file, JSON.writeValueAsBytes(other));
    assertThat(codes(run(wallets, "--verify"))).endsWith("immutable_differs", "immutable_differs");
    Files.writeString(file, sound.replace("0x" + "2".repeat(40), "0x" + "5".repeat(40)));
    assertThat(codes(run(wallets, "--verify"))).element(7).isEqualTo("operators_differ");
    namesNothing(wallets, file, sound);
    Files.writeString(file, sound.replace("deploy/committee/", "deploy/committee/0"));
    Ran renamed = run(wallets, "--verify");
    assertThat(renamed.code()).isEqualTo(1);
    assertThat(renamed.json().path("sameArtifacts").asBoolean()).isFalse();
    assertThat(run(wallets, "--apply").error()).isEqualTo("already_deployed");
  }

  private void namesNothing(Wallets wallets, Path file, String sound) throws IOException {
    ObjectNode empty = (ObjectNode) JSON.readTree(sound);
    ((ObjectNode) empty.path("contracts")).removeAll();
    Files.write(file, JSON.writeValueAsBytes(empty));
    Ran nothing = run(wallets, "--verify");
    assertThat(nothing.code()).isEqualTo(1);
    assertThat(codes(nothing)).isNotEmpty().containsOnly("no_address");
    Files.writeString(file, sound.replace("31337", "31338"));
    assertThat(run(wallets, "--verify").error()).isEqualTo("other_network");
    Files.writeString(file, "{\"version\": 1, \"network\": \"development\"}");
    assertThat(run(wallets, "--verify").error()).isEqualTo("bad_deployment_file");
  }

  @Test
  void saysHowEachConfiguredChainLooksAndDeploysToOneOfThem() throws IOException {
    Path chains =
        Files.writeString(
            folder.resolve("chains.yaml"),
            """
            here:
              like: development
              sources: [{name: one, url: "%1$s"}, {name: two, url: "%1$s"}]
            gone:
              like: development
              chain-id: 31338
              sources: [{name: a, url: "http://127.0.0.1:1"}, {name: b, url: "http://127.0.0.1:1"}]
            """
                .formatted(anvil.url()));
    Ran status = Ran.json("chain", "status", "--chains", chains.toString());
    assertThat(status.code()).isEqualTo(1);
    assertThat(status.json().at("/chains/0/agreement").asText())
        .as(status.json().toPrettyString())
        .isEqualTo("agreed");
    assertThat(status.json().at("/chains/0/independent").asBoolean()).isFalse();
    assertThat(status.json().at("/chains/0/head/number").isNumber()).isTrue();
    assertThat(status.json().at("/chains/0/sources")).hasSize(2);
    assertThat(status.json().at("/chains/1/agreement").asText()).isEqualTo("sources_unavailable");
    assertThat(status.json().at("/chains/1/head").isNull()).isTrue();
    assertThat(Ran.text("chain", "status", "--chains", chains.toString())).contains("here (chain");
    assertThat(
            Ran.json("deploy", "--network", "here", "--chains", chains.toString(), "--plan")
                .json()
                .path("chainId")
                .asLong())
        .isEqualTo(31337);
    assertThat(
            Ran.json("deploy", "--network", "mars", "--chains", chains.toString(), "--plan")
                .error())
        .isEqualTo("unknown_chain_profile");
  }

  private static void tamper(Path file, String sound, String name, String address)
      throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(sound);
    ((ObjectNode) root.at("/contracts/" + name)).put("address", address);
    Files.write(file, JSON.writeValueAsBytes(root));
  }

  private static List<String> codes(Ran ran) {
    return ran.json().path("contracts").findValuesAsText("code");
  }

  private Ran run(Wallets wallets, String mode) throws IOException {
    Path committee =
        Files.writeString(
            folder.resolve("committee.json"),
            """
            {"operators": ["0x1111111111111111111111111111111111111111",
                           "0x2222222222222222222222222222222222222222",
                           "0x3333333333333333333333333333333333333333"],
             "threshold": 2, "commitBlocks": 60, "revealBlocks": 60,
             "complaintBlocks": 2, "confirmBlocks": 600,
             "timeLock": 2, "bondLock": 60, "minimumBond": 0}
            """);
    return Ran.json(
        "deploy",
        "--network",
        "development",
        mode,
        "--rpc",
        anvil.url().toString(),
        "--committee",
        committee.toString(),
        "--wallet",
        wallets.file("payer").toString(),
        "--wallet-password-file",
        wallets.passwordFile("payer").toString(),
        "--state-dir",
        folder.toString());
  }
}
