// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Reading.Code;
import org.elastos.smartweb.chain.Reading.SourceAnswer;
import org.elastos.smartweb.chain.evm.ChainAlarm.Kind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ChainWatchIT extends ChainFixture {
  private final List<ChainAlarm> alarms = Collections.synchronizedList(new ArrayList<>());
  private final List<String> outcomes = Collections.synchronizedList(new ArrayList<>());

  @Test
  void sourcesThatContradictEachOtherRaiseAnAlarmThatSaysWhoSaidWhat() {
    QuorumEvmChain chain = watched(proxy().lying("eth_getBalance", text("0x7")), proxy());
    unknown(chain.balance(probe.address(), newest(chain)), Code.SOURCES_DISAGREE);
    assertThat(alarms).hasSize(1);
    assertThat(alarms.getFirst().kind()).isEqualTo(Kind.SOURCES_DISAGREE);
    assertThat(alarms.getFirst().answers())
        .extracting(SourceAnswer::source)
        .containsExactly("source-0", "source-1");
    assertThat(outcomes).contains("state.sources_disagree");
  }

  @Test
  void anOutvotedSourceRaisesAnAlarmThoughTheReadingHolds() {
    RpcProxy liar = proxy().lying("eth_getBalance", text("0x7"));
    RpcProxy late =
        proxy()
            .behaving((request, honest) -> {
              awaitQuestion(liar, request);
              return RpcProxy.Reply.json(honest.ask(request));
            });
    QuorumEvmChain chain = watched(liar, proxy(), late);
    assertThat(agreed(chain.balance(probe.address(), newest(chain)))).isZero();
    assertThat(alarms).extracting(ChainAlarm::kind).contains(Kind.SOURCE_OUTVOTED);
  }

  @Test
  void statusNamesEachSourceAndWhatItLacks() {
    long tip = height() - 1;
    RpcProxy lagging = proxy().behaving(new Lagging(node, tip));
    ChainStatus status = watched(lagging, proxy(), proxy().answering(503, "")).status();
    assertThat(status.isAgreed()).isTrue();
    assertThat(status.head().orElseThrow().number()).isEqualTo(tip);
    assertThat(status.finalized().orElseThrow().number()).isLessThanOrEqualTo(tip);
    assertThat(status.lag().orElseThrow()).isLessThan(Duration.ofMinutes(1));
    assertThat(status.quorum()).isEqualTo(2);
    assertThat(status.independent()).isFalse();
    assertThat(status.sources())
        .extracting(ChainStatus.Source::agrees)
        .containsExactly(true, true, false);
    assertThat(status.sources().getLast().detail()).isEqualTo("HTTP status 503");
    assertThat(alarms).isEmpty();
  }

  @Test
  void statusSaysWhyNothingIsAgreed() {
    ChainStatus status = watched(proxy().answering(503, ""), proxy()).status();
    assertThat(status.isAgreed()).isFalse();
    assertThat(status.agreement()).isEqualTo("sources_unavailable");
    assertThat(status.head()).isEmpty();
    assertThat(status.sources().getLast().head()).isPresent();
  }

  @Test
  void resultsThatComeBeforeTheirIdsAreUnderstood() {
    RpcProxy reversed =
        proxy()
            .behaving((request, honest) -> {
              ObjectNode answer = honest.ask(request);
              ObjectNode turned = JsonRpc.JSON.createObjectNode();
              turned.set("result", answer.get("result"));
              turned.set("id", answer.get("id"));
              return RpcProxy.Reply.json(turned);
            });
    QuorumEvmChain chain = watched(reversed, proxy());
    long at = newest(chain).number();
    assertThat(
            agreed(
                new HeadReader(
                        open(EvmProfile.DEVELOPMENT, reversed, proxy()), InstantSource.system())
                    .headersAt(List.of(at - 1, at, at - 2))))
        .extracting(Header::number)
        .containsExactly(at - 1, at, at - 2);
  }

  @Test
  void countsWhatWasLogged() {
    LoggedAlarms logged = new LoggedAlarms();
    logged.raise(new ChainAlarm(Kind.FINAL_BLOCK_CHANGED, new ChainId(20), "blocks", List.of()));
    logged.measured(new ChainId(20), "logs", "agreed", Duration.ZERO);
    logged.measured(new ChainId(20), "logs", "agreed", Duration.ZERO);
    assertThat(logged.counts())
        .isEqualTo(Map.of("alarm.final_block_changed", 1L, "logs.agreed", 2L));
  }

  private QuorumEvmChain watched(RpcProxy... proxies) {
    List<RpcSource> sources = new ArrayList<>();
    for (RpcProxy proxy : proxies) {
      sources.add(new RpcSource("source-" + sources.size(), proxy.url()));
    }
    var watch =
        new ChainAlarms() {
          @Override
          public void raise(ChainAlarm alarm) {
            alarms.add(alarm);
          }

          @Override
          public void measured(ChainId chain, String question, String outcome, Duration took) {
            outcomes.add(question + "." + outcome);
          }
        };
    return new QuorumEvmChain(
        closing(EvmSources.open(EvmProfile.DEVELOPMENT, sources, OptionalInt.empty(), watch)),
        InstantSource.system());
  }

  /// The liar speaks before the last honest source does, so that it is heard.
  private static void awaitQuestion(RpcProxy liar, ObjectNode request) throws InterruptedException {
    if (request.get("method").asString().equals("eth_getBalance")) {
      liar.awaitAnswered("eth_getBalance");
    }
  }
}
