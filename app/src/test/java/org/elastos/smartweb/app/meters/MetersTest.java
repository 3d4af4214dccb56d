// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.evm.ChainAlarm;
import org.elastos.smartweb.chain.follow.FollowerLoop;
import org.elastos.smartweb.chain.mainchain.SourceFailure;
import org.elastos.smartweb.chain.mainchain.SourceStatus;
import org.elastos.smartweb.chain.mainchain.sync.SyncAlarm;
import org.elastos.smartweb.chain.mainchain.sync.SyncObserver;
import org.elastos.smartweb.chain.mainchain.sync.SyncProgress;
import org.elastos.smartweb.platform.metrics.Metrics;
import org.junit.jupiter.api.Test;

/// The names under which an operator finds what the chains' adapters tell (docs/spec/metrics.md).
class MetersTest {
  private static final ChainId ESC = new ChainId(20);

  private final Metrics metrics = new Metrics();

  @Test
  void disagreementOfSourcesIsCountedWithWhoStoodWhere() {
    ChainMeters meters = new ChainMeters(metrics);
    meters.raise(new ChainAlarm(ChainAlarm.Kind.SOURCES_DISAGREE, ESC, "state", List.of()));
    meters.measured(ESC, "state", "sources_disagree", Duration.ofMillis(500));
    meters.answered(ESC, "own", "outvoted");
    meters.stands(ESC, new Heads(block(90), block(84)), Duration.ofMillis(2_500));
    meters.sent(ESC, "kept_back");
    assertThat(metrics.prometheus())
        .contains("chain_alarms_total{chain=\"20\",kind=\"sources_disagree\"} 1.0")
        .contains(
            "chain_reads_seconds_count{chain=\"20\",outcome=\"sources_disagree\",question=\"state\"} 1")
        .contains(
            "chain_source_answers_total{chain=\"20\",outcome=\"outvoted\",source=\"own\"} 1.0")
        .contains("chain_head{chain=\"20\"} 90.0")
        .contains("chain_final{chain=\"20\"} 84.0")
        .contains("chain_lag_seconds{chain=\"20\"} 2.5")
        .contains("chain_sent_total{chain=\"20\",state=\"kept_back\"} 1.0");
  }

  @Test
  void aFollowersPlaceAndItsRetractionsAreShown() {
    FollowerMeters meters = new FollowerMeters(metrics);
    Optional<Heads> heads = Optional.of(new Heads(block(90), block(84)));
    meters.progress("bridge", new FollowerLoop.Progress(70, heads, Optional.empty()));
    meters.followed(88, heads, Optional.of("chain_moving"));
    meters.retracted(86);
    assertThat(metrics.prometheus())
        .contains("follower_position{follower=\"bridge\"} 70.0")
        .contains("follower_position{follower=\"market\"} 88.0")
        .contains("follower_behind_blocks{follower=\"market\"} 2.0")
        .contains("follower_troubled{follower=\"market\"} 1.0")
        .contains("follower_troubles_total{code=\"chain_moving\",follower=\"market\"} 1.0")
        .contains("follower_retractions_total{follower=\"market\"} 1.0");
  }

  @Test
  void followingTheMainchainIsShownAndHandedOn() {
    List<String> heard = new ArrayList<>();
    SyncMeters meters =
        new SyncMeters(
            metrics,
            new SyncObserver() {
              @Override
              public void progress(SyncProgress progress) {
                heard.add("progress");
              }

              @Override
              public void counted(String source, String outcome) {
                heard.add(source);
              }

              @Override
              public void alarm(SyncAlarm alarm) {
                heard.add("alarm");
              }
            });
    SourceFailure failure = new SourceFailure(SourceFailure.Code.INVALID_BLOCK, "x");
    SourceStatus agreeing =
        new SourceStatus("a", true, Optional.empty(), Optional.empty(), false, false);
    meters.progress(new SyncProgress(70, 75, 70, 1, List.of(agreeing)));
    meters.counted("a", "blocks");
    meters.alarm(new SyncAlarm.SourceDropped("b", failure));
    assertThat(heard).containsExactly("progress", "a", "alarm");
    assertThat(metrics.prometheus())
        .contains("mainchain_height 70.0", "mainchain_claimed_height 75.0")
        .contains("mainchain_sources_agreeing 1.0")
        .contains("mainchain_looks_total{outcome=\"blocks\",source=\"a\"} 1.0")
        .contains("mainchain_alarms_total{kind=\"source_dropped\"} 1.0");
  }

  private static BlockRef block(long number) {
    return new BlockRef(new ChainId(20), number, Hash256.ZERO, Instant.EPOCH);
  }
}
