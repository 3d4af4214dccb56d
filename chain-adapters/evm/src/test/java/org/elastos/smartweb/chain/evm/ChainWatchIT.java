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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Heads;
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
    assertThat(outcomes)
        .contains("state.sources_disagree", "source-0.undecided", "source-1.undecided")
        .anyMatch(outcome -> outcome.startsWith("stands at "));
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
    assertThat(outcomes).contains("source-0.outvoted", "source-1.agreed");
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
  void chainsAreAskedSideBySide() {
    // No source answers before all of both chains were asked.
    CountDownLatch asked = new CountDownLatch(4);
    RpcProxy[] proxies = {proxy(), proxy(), proxy(), proxy()};
    for (RpcProxy proxy : proxies) {
      proxy.behaving((request, honest) -> {
        asked.countDown();
        asked.await();
        return RpcProxy.Reply.json(honest.ask(request));
      });
    }
    List<ChainStatus> statuses =
        EvmChains.statuses(
            List.of(watched(proxies[0], proxies[1]), watched(proxies[2], proxies[3])));
    assertThat(statuses).hasSize(2).allMatch(ChainStatus::isAgreed);
  }

  @Test
  void whatWasLateIsAskedOnceMore() {
    AtomicInteger requests = new AtomicInteger();
    CountDownLatch never = new CountDownLatch(1);
    RpcProxy slow =
        proxy()
            .behaving((request, honest) -> {
              boolean inTime = requests.getAndIncrement() > 0 || never.await(4, TimeUnit.SECONDS);
              return inTime
                  ? RpcProxy.Reply.json(honest.ask(request))
                  : RpcProxy.Reply.text(503, "");
            });
    EvmProfile brief =
        EvmProfile.DEVELOPMENT.withReads(ReadPolicy.DEFAULT.withTimeout(Duration.ofSeconds(1)));
    var chain = new QuorumEvmChain(open(brief, slow, proxy()), InstantSource.system());
    assertThat(EvmChains.statuses(List.of(chain)).getFirst().isAgreed()).isTrue();
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

          @Override
          public void answered(ChainId chain, String source, String outcome) {
            outcomes.add(source + "." + outcome);
          }

          @Override
          public void stands(ChainId chain, Heads heads, Duration lag) {
            outcomes.add("stands at " + heads.newest().number());
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
