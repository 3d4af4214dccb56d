// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.play.PcmFormat;
import org.elastos.smartweb.home.play.PlayStatus;
import org.junit.jupiter.api.Test;

class PlayedTest {
  private static final Hash256 ASSET = Hash256.fromHex("ab".repeat(32));

  @Test
  void tellsWhichNodesAnsweredAndWhichLied() {
    PlayStatus.NodeEvidence honest =
        new PlayStatus.NodeEvidence(1, "http://127.0.0.1:1", "answered", "ok", Optional.empty());
    PlayStatus.NodeEvidence liar =
        new PlayStatus.NodeEvidence(
            2, "http://127.0.0.1:2", "bad", "bad_partial", Optional.of("cHJvb2Y="));
    Played played =
        new Played(
            status(List.of(honest, liar)), 4_044, Duration.ofMillis(7), Duration.ofSeconds(1));
    assertThat(played.nodes("answered")).containsExactly(honest);
    assertThat(played.nodes("bad")).containsExactly(liar);
    JsonNode json = new ObjectMapper().valueToTree(played.asMap());
    assertThat(json.at("/license/needed").asInt()).isEqualTo(3);
    assertThat(json.at("/license/nodes/1/evidence").asText()).isEqualTo("cHJvb2Y=");
    assertThat(json.at("/timings/waitedMillis").asInt()).isEqualTo(7);
    assertThat(json.at("/timings/licenseMillis").asInt()).isEqualTo(30);
    assertThat(json.path("rate").asInt()).isEqualTo(44_100);
    assertThat(json.path("pcmBytes").asInt()).isEqualTo(4_000);
  }

  private static PlayStatus status(List<PlayStatus.NodeEvidence> nodes) {
    return new PlayStatus(
        new UUID(1, 2),
        PlayStatus.State.FINISHED,
        "localhost://Users/ana/x.ddrm",
        ASSET,
        EvmAddress.ZERO,
        new PlayStatus.Renderer(ASSET, 1, ASSET, "audio-player"),
        new PlayStatus.LicenseEvidence(ASSET, 1, 3, nodes),
        new PlayStatus.Timings(10, 20, 30),
        Optional.of(new PcmFormat(44_100, 2)),
        4_000,
        Optional.empty());
  }
}
