// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderRuleTest {
  private static final URI PEER = URI.create("https://peer.example.org:8443/base");

  private final List<String> asked = new ArrayList<>();

  private ProviderRule resolvingTo(String... literals) {
    return new ProviderRule(
        false,
        host -> {
          asked.add(host);
          return Stream.of(literals).map(InetAddress::ofLiteral).toList();
        });
  }

  @Test
  void asksPeersWithPublicAddresses() {
    assertThat(resolvingTo("93.184.216.34", "2001:4860:4860::8888").allows(PEER)).isTrue();
    assertThat(asked).containsExactly("peer.example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.31.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.100.0.1",
        "0.0.0.0",
        "224.0.0.251",
        "::1",
        "::",
        "fe80::1",
        "fd12::1",
        "64:ff9b::a00:1",
        "64:ff9b:1::808:808",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "::ffff:0:10.0.0.1",
        "::ffff:0:8.8.8.8",
        "::ffff:10.0.0.1",
        "2002:a00:1::1"
      })
  void refusesANameThatResolvesIntoAPrivateNetwork(String literal) {
    assertThat(resolvingTo(literal).allows(PEER)).isFalse();
    assertThat(resolvingTo(literal).forbids(PEER)).isTrue();
    assertThat(resolvingTo("93.184.216.34", literal).allows(PEER)).isFalse();
  }

  @Test
  void looksAgainEachTime() {
    List<String> answers = new ArrayList<>(List.of("93.184.216.34", "192.168.0.1"));
    ProviderRule rebound =
        new ProviderRule(false, host -> List.of(InetAddress.ofLiteral(answers.removeFirst())));
    assertThat(rebound.allows(PEER)).isTrue();
    assertThat(rebound.allows(PEER)).isFalse();
  }

  @Test
  void aJobAsksNoOtherAddressesThanThoseThatItSawFirst() {
    JobRule job = new JobRule(answering("93.184.216.34", "93.184.216.35", "93.184.216.34"));
    assertThat(job.allows(PEER)).isTrue();
    assertThat(job.allows(PEER)).isFalse();
    assertThat(job.allows(PEER)).isTrue();
  }

  @Test
  void aJobAsksNoNameAgainThatLedIntoAPrivateNetworkOnce() {
    JobRule job = new JobRule(answering("93.184.216.34", "192.168.0.1", "93.184.216.34"));
    assertThat(job.allows(PEER)).isTrue();
    assertThat(job.allows(PEER)).isFalse();
    assertThat(job.allows(PEER)).isFalse();
    assertThat(job.forbids(PEER)).isTrue();
  }

  private static ProviderRule answering(String... inTurn) {
    List<String> answers = new ArrayList<>(List.of(inTurn));
    return new ProviderRule(false, host -> List.of(InetAddress.ofLiteral(answers.removeFirst())));
  }

  @Test
  void refusesThisMachineHoweverItIsWritten() {
    ProviderRule rule = ProviderRule.of(false);
    for (String host : List.of("127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost")) {
      assertThat(rule.allows(URI.create("http://" + host + ":80"))).as(host).isFalse();
    }
  }

  @Test
  void asksNoNameWithoutAnAddressAndDoesNotCallItForbidden() {
    ProviderRule rule =
        new ProviderRule(
            false,
            host -> {
              throw new UnknownHostException(host);
            });
    assertThat(rule.allows(PEER)).isFalse();
    assertThat(rule.forbids(PEER)).isFalse();
  }

  @Test
  void asksAnybodyWhereTheHomeIsToldTo() {
    assertThat(ProviderRule.of(true).allows(URI.create("http://127.0.0.1:1"))).isTrue();
  }
}
