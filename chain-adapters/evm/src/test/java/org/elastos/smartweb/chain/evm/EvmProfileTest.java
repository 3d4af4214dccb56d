// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvmProfileTest {
  @ParameterizedTest
  @CsvSource({
    "rpc.example, RPC.example",
    "rpc.example, rpc.example.",
    "rpc.example:8545, rpc.example:8546",
    "127.0.0.1, 127.0.0.2",
    "127.0.0.1, localhost",
    "[::1], localhost",
    "[::ffff:192.0.2.7], 192.0.2.7",
    "[2001:db8::1], [2001:db8:0:0:0:0:0:1]",
    "0.0.0.0, a.localhost",
  })
  void everyOtherProfileRefusesTwoSourcesOnOneHost(String first, String second) {
    List<RpcSource> sources = sources(first, second);
    for (EvmProfile profile : List.of(EvmProfile.ESC, EvmProfile.EID, EvmProfile.BASE)) {
      assertThat(profile.independent()).isTrue();
      assertThatThrownBy(() -> profile.requireSources(sources))
          .isInstanceOfSatisfying(
              EvmException.class, e -> assertThat(e.code()).isEqualTo("sources_on_one_host"));
    }
    EvmProfile.DEVELOPMENT.requireSources(sources);
    assertThat(EvmProfile.DEVELOPMENT.independent()).isFalse();
  }

  @Test
  void acceptsSourcesOnDifferentHosts() {
    EvmProfile.ESC.requireSources(sources("rpc.example", "rpc.example.org", "192.0.2.1"));
  }

  @Test
  void everyProfileRefusesFewerThanTwoSourcesAndOneNameTwice() {
    for (EvmProfile profile : EvmProfile.byName().values()) {
      assertThatThrownBy(() -> profile.requireSources(sources("rpc.example")))
          .isInstanceOfSatisfying(
              EvmException.class, e -> assertThat(e.code()).isEqualTo("too_few_sources"));
      RpcSource one = new RpcSource("a", URI.create("https://one.example"));
      RpcSource two = new RpcSource("a", URI.create("https://two.example"));
      assertThatThrownBy(() -> profile.requireSources(List.of(one, two)))
          .isInstanceOfSatisfying(
              EvmException.class, e -> assertThat(e.code()).isEqualTo("source_named_twice"));
    }
  }

  @Test
  void aQuorumIsMoreThanHalfAndAtMostAll() {
    List<RpcSource> four = sources("a.example", "b.example", "c.example", "d.example");
    for (int wrong : List.of(0, 2, 5)) {
      assertThatThrownBy(() -> EvmSources.open(EvmProfile.ESC, four, OptionalInt.of(wrong)))
          .isInstanceOfSatisfying(
              EvmException.class, e -> assertThat(e.code()).isEqualTo("quorum_out_of_range"));
    }
    try (EvmSources all = EvmSources.open(EvmProfile.ESC, four, OptionalInt.of(4));
        EvmSources usual = EvmSources.open(EvmProfile.ESC, four);
        EvmSources pair = EvmSources.open(EvmProfile.ESC, four.subList(0, 2))) {
      assertThat(List.of(all.quorum(), usual.quorum(), pair.quorum())).containsExactly(4, 3, 2);
    }
  }

  @Test
  void neverShowsTheAddressOfASource() {
    var source = new RpcSource("mine", URI.create("https://rpc.example/key/s3cret"));
    assertThat(source).hasToString("RpcSource[mine]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RpcSource("f", URI.create("file:///etc/passwd")));
  }

  private static List<RpcSource> sources(String... authorities) {
    List<RpcSource> sources = new ArrayList<>();
    for (String authority : authorities) {
      sources.add(new RpcSource("s" + sources.size(), URI.create("https://" + authority + "/")));
    }
    return sources;
  }
}
