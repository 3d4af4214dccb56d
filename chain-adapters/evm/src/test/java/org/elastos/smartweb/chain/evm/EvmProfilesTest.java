// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.junit.jupiter.api.Test;

class EvmProfilesTest {
  private static final List<?> SOURCES =
      List.of(
          Map.of("name", "a", "url", "https://a.example/key"),
          Map.of("url", "https://b.example", "requests-per-second", 2.5, "burst", 5, "batch", 1));

  @Test
  void aBuiltInNameFillsInWhatIsNotSaid() {
    EvmNetwork esc = EvmProfiles.read(Map.of("esc", Map.of("sources", SOURCES))).getFirst();
    assertThat(esc.profile()).isEqualTo(EvmProfile.ESC);
    assertThat(esc.sources()).extracting(RpcSource::name).containsExactly("a", "b.example");
    assertThat(esc.sources().getLast().limits()).isEqualTo(new SourceLimits(2.5, 5, 1));
    assertThat(esc.quorum()).isEmpty();
    assertThat(esc.contracts()).isEmpty();
  }

  @Test
  void aChainOfOnesOwnSaysEverything() {
    Map<String, Object> own = new HashMap<>();
    own.put("chain-id", 777);
    own.put("finality", Map.of("depth", 12));
    own.put("block-names", "recomputed");
    own.put("independent", "false");
    own.put("quorum", 2);
    own.put("sources", SOURCES);
    own.put("contracts", Map.of("channel-factory", "0x" + "11".repeat(20)));
    own.put("fees", Map.of("min-tip-gwei", "0.5", "max-tip-gwei", 2, "max-price-gwei", 30));
    own.put("reads", Map.of("max-age-seconds", 60, "log-range", 500));
    EvmNetwork network = EvmProfiles.read(Map.of("mine", own)).getFirst();
    EvmProfile profile = network.profile();
    assertThat(profile.chain()).isEqualTo(new ChainId(777));
    assertThat(profile.finality()).isEqualTo(new Finality.Depth(12));
    assertThat(profile.naming()).isEqualTo(HeaderNaming.RECOMPUTED);
    assertThat(profile.independent()).isFalse();
    assertThat(profile.fees().minTip()).isEqualTo(BigInteger.valueOf(500_000_000));
    assertThat(profile.reads().maxAge()).isEqualTo(Duration.ofSeconds(60));
    assertThat(network.quorum()).isEqualTo(OptionalInt.of(2));
    assertThat(network.contracts())
        .containsEntry("channel-factory", EvmAddress.fromHex("11".repeat(20)));
  }

  @Test
  void refusesWhatItDoesNotKnowWithItsPlace() {
    refused("esc.sorces", Map.of("sources", SOURCES, "sorces", 1));
    refused("esc.reads.log-rage", Map.of("sources", SOURCES, "reads", Map.of("log-rage", 1)));
    refused("esc.chain-id", Map.of("sources", SOURCES, "chain-id", "twenty"));
    refused("esc.chain-id", Map.of("sources", SOURCES, "chain-id", 0));
    refused("esc.finality.depth", Map.of("sources", SOURCES, "finality", Map.of()));
    refused("esc.finality", Map.of("sources", SOURCES, "finality", "soon"));
    refused("esc.block-names", Map.of("sources", SOURCES, "block-names", "guessed"));
    refused("esc.like", Map.of("sources", SOURCES, "like", "other"));
    refused("esc.contracts.x", Map.of("sources", SOURCES, "contracts", Map.of("x", "0x12")));
    refused("esc.sources[0].url", Map.of("sources", List.of(Map.of("name", "a"))));
    refused("esc.sources[0].url", Map.of("sources", List.of(Map.of("url", "ftp://a.example"))));
    refused("esc.sources", Map.of());
  }

  @Test
  void refusesTooFewSourcesTwoOnOneHostAndOneChainTwice() {
    code("too_few_sources", Map.of("esc", Map.of("sources", SOURCES.subList(0, 1))));
    var twice =
        List.of(
            Map.of("name", "a", "url", "https://a.example/1"),
            Map.of("name", "b", "url", "https://A.example./2"));
    code("sources_on_one_host", Map.of("esc", Map.of("sources", twice)));
    code(
        "bad_chain_config",
        Map.of(
            "esc", Map.of("sources", SOURCES), "again", Map.of("like", "esc", "sources", SOURCES)));
  }

  @Test
  void opensManyChainsSideBySide() {
    var networks =
        EvmProfiles.read(
            Map.of("esc", Map.of("sources", SOURCES), "base", Map.of("sources", SOURCES)));
    try (EvmChains chains = EvmChains.open(networks, InstantSource.system(), new LoggedAlarms())) {
      assertThat(chains.all()).hasSize(2);
      assertThat(chains.chain(new ChainId(8453)).orElseThrow().chain().id().value())
          .isEqualTo(8453);
      assertThat(chains.named("esc").orElseThrow().contract("none")).isEmpty();
      assertThat(chains.chain(new ChainId(1))).isEmpty();
    }
  }

  private static void refused(String place, Map<String, ?> chain) {
    assertThatThrownBy(() -> EvmProfiles.read(Map.of("esc", chain)))
        .isInstanceOfSatisfying(
            EvmException.class,
            e -> {
              assertThat(e.code()).isEqualTo("bad_chain_config");
              assertThat(e.values()).containsKey(place);
            });
  }

  private static void code(String code, Map<String, ?> chains) {
    assertThatThrownBy(() -> EvmProfiles.read(chains))
        .isInstanceOfSatisfying(EvmException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
