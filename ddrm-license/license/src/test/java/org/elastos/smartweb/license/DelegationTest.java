// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.AssetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelegationTest {
  private static final AssetId ONE = AssetId.fromHex("11".repeat(32));
  private static final AssetId TWO = AssetId.fromHex("22".repeat(32));

  private final TestNetwork network = new TestNetwork(1);
  private final Delegation delegation = network.delegation(network.buyer, List.of(ONE, TWO));

  @Test
  void isExactlyTheMessageOfTheSpecification() {
    String expected =
        """
        127.0.0.1:7001 wants you to sign in with your Ethereum account:
        %s

        Let this device request SmartWeb licenses until it expires. It cannot move money or rights.

        URI: smartweb-license:v1
        Version: 1
        Chain ID: 31337
        Nonce: abababababababababababababababab
        Issued At: 2026-11-23T11:59:00Z
        Expiration Time: 2026-11-30T12:00:00Z
        Resources:
        - urn:smartweb:device:%s
        - urn:smartweb:group:%s
        - urn:smartweb:asset:%s
        - urn:smartweb:asset:%s\
        """
            .formatted(
                Eip55.format(network.buyer.address()),
                delegation.scope().device().hex(),
                network.keys().groupKey().gk().hex(),
                ONE.hash().hex(),
                TWO.hash().hex());
    assertThat(delegation.text()).isEqualTo(expected);
    assertThat(Delegation.parse(expected)).contains(delegation);
  }

  @Test
  void isSignedByItsWalletOnly() {
    Bytes signature = network.buyer.signDigest(delegation.digest());
    assertThat(delegation.isSignedBy(signature)).isTrue();
    Delegation other = network.delegation(network.buyer, List.of(ONE));
    assertThat(other.isSignedBy(signature)).isFalse();
    assertThat(delegation.isSignedBy(Bytes.EMPTY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Version: 1|Version: 2",
        "smartweb-license:v1|smartweb-license:v2",
        "smartweb-license:v1|https://market.example/login",
        "cannot move money|can move money",
        "Nonce: ab|Nonce: AB",
        "Nonce: ab|Nonce: ",
        "Chain ID: 31337|Chain ID: 031337",
        "Chain ID: 31337|Chain ID: 0",
        "12:00:00Z|12:00:00.000Z",
        "2026-11-30T12:00:00Z|2026-12-23T11:59:01Z",
        "2026-11-30T12:00:00Z|2026-12-24T11:59:00Z",
        "2026-11-30T12:00:00Z|2026-11-23T11:59:00Z",
        "2026-11-30T12:00:00Z|never",
        "Expiration Time:|Not Before: 2026-11-23T12:00:00Z\nExpiration Time:",
        "Resources:|Request ID: 1\nResources:",
        "urn:smartweb:device|urn:smartweb:vehicle",
        "127.0.0.1:7001 wants|https://127.0.0.1:7001 wants",
        "127.0.0.1:7001 wants| wants",
        "Ethereum account:|Elastos account:",
        "0x|0X",
        "\n\n|\n",
      })
  void refusesAnyOtherWording(String change) {
    int bar = change.indexOf('|');
    String text = delegation.text().replace(change.substring(0, bar), change.substring(bar + 1));
    assertThat(text).isNotEqualTo(delegation.text());
    assertThat(Delegation.parse(text)).isEmpty();
  }

  @Test
  void refusesReorderedRepeatedExtraOrMissingResources() {
    String text = delegation.text();
    String first = "- urn:smartweb:asset:" + ONE.hash().hex();
    String second = "- urn:smartweb:asset:" + TWO.hash().hex();
    assertThat(Delegation.parse(text.replace(first + "\n" + second, second + "\n" + first)))
        .isEmpty();
    assertThat(Delegation.parse(text + "\n" + second)).isEmpty();
    assertThat(Delegation.parse(text + "\n- https://example.org/extra")).isEmpty();
    assertThat(Delegation.parse(text + "\n")).isEmpty();
    assertThat(Delegation.parse(text + "\n- urn:smartweb:group:" + "ff".repeat(32))).isEmpty();
    assertThat(Delegation.parse(text.substring(0, text.indexOf("\n- urn:smartweb:group"))))
        .isEmpty();
    assertThat(Delegation.parse(text.replace(first, first.toUpperCase(java.util.Locale.ROOT))))
        .isEmpty();
    assertThat(Delegation.parse(" ".repeat(20_000))).isEmpty();
    assertThat(Delegation.parse("")).isEmpty();
  }

  @Test
  void refusesAnAddressWithoutItsChecksum() {
    EvmAddress address = network.buyer.address();
    String text = delegation.text().replace(Eip55.format(address), address.toString());
    assertThat(Delegation.parse(text)).isEmpty();
    assertThat(Eip55.format(EvmAddress.fromHex("5aaeb6053f3e94c9b9a09f33669435e7ef1beaed")))
        .isEqualTo("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
  }

  @Test
  void refusesEveryLoginThatOtherSoftwareAccepts() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/vectors/siwe-parsing-positive.json")) {
      JsonNode file = new ObjectMapper().readTree(Objects.requireNonNull(in));
      assertThat(file).isNotEmpty();
      file.forEach(test -> assertThat(Delegation.parse(test.get("message").asText())).isEmpty());
    }
  }

  @Test
  void refusesLimitsBeyondTheSpecification() {
    Bytes nonce = Bytes.fromHex("ab".repeat(16));
    Instant start = TestNetwork.START;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delegation.Validity(start, start.plus(Duration.ofDays(31)), nonce));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Delegation.Validity(start.plusMillis(1), start.plusSeconds(9), nonce));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delegation.Validity(start, start.plusMillis(9_500), nonce));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Delegation.Validity(start, start.plusSeconds(9), Bytes.fromHex("ab")));
    Bytes device = delegation.scope().device();
    List<Hash256> many = new ArrayList<>();
    for (int k = 1; k <= 65; k++) {
      many.add(Hash256.fromHex("%064x".formatted(k)));
    }
    List<Hash256> eight = many.subList(0, 8);
    new Delegation.Scope(device, eight, many.subList(0, 64).stream().map(AssetId::new).toList());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delegation.Scope(device, many.subList(0, 9), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delegation.Scope(device, List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Delegation.Scope(device, eight, many.stream().map(AssetId::new).toList()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delegation.Scope(device, eight.reversed(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delegation.Scope(device, eight, List.of(TWO, ONE)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Delegation.Scope(Bytes.fromHex("00".repeat(32)), eight, List.of()));
  }
}
