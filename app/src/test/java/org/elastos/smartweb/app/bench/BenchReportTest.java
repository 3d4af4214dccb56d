// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {
  private static final Surroundings HERE = new Surroundings("a machine", "a commit");

  @TempDir private Path folder;

  @Test
  void takesTheMiddleRoundAndSaysTheNoise() {
    assertThat(Sample.of(List.of(9.0, 10.0, 14.0)).median()).isEqualTo(10);
    assertThat(Sample.of(List.of(9.0, 10.0, 14.0)).noise()).isEqualTo(0.5, within(1e-9));
    assertThat(Sample.of(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
    assertThat(Sample.of(List.of(0.0, 0.0)).noise()).isZero();
  }

  @Test
  void printsEveryFieldThatProgramsReadWithOrWithoutAPeer() {
    Metric alone = Metric.of("events_per_s", new Sample(12345.6, 0.0421), "1/s");
    Metric beside =
        Metric.of("reorg_ms", Sample.once(12.3456), "ms").beside("other", Sample.once(24.6912));
    Map<String, Object> map =
        new BenchReport("x", List.of(alone, beside), List.of("a note")).asMap(HERE);
    assertThat(map.keySet()).containsExactly("bench", "metrics", "machine", "commit", "notes");
    assertThat(alone.asMap())
        .containsEntry("name", "events_per_s")
        .containsEntry("value", 12346L)
        .containsEntry("unit", "1/s")
        .containsEntry("noise", 0.042)
        .containsEntry("peer", null)
        .containsEntry("peer_value", null)
        .containsEntry("ratio", null);
    assertThat(beside.asMap())
        .containsEntry("peer", "other")
        .containsEntry("peer_value", 24.691)
        .containsEntry("ratio", 0.5);
  }

  @Test
  void comparesWithTheTargetAndNamesWhatIsMissed() {
    Target fast = new Target("x", "events_per_s", Target.Sense.AT_LEAST, 100);
    Target soon = new Target("x", "reorg_ms", Target.Sense.AT_MOST, 5);
    BenchReport report = report(Metric.of("events_per_s", Sample.once(99), "1/s"));
    assertThat(fast.metBy(report)).isFalse();
    assertThat(fast.shortfall(report)).isEqualTo("events_per_s is 99.0, wanted at least 100.0");
    assertThat(soon.metBy(report)).isFalse();
    assertThat(soon.shortfall(report)).isEqualTo("reorg_ms is missing, wanted at most 5.0");
    assertThat(fast.metBy(report(Metric.of("events_per_s", Sample.once(100), "1/s")))).isTrue();
    assertThat(soon.metBy(report(Metric.of("reorg_ms", Sample.once(5), "ms")))).isTrue();
  }

  @Test
  void everyTargetBelongsToABenchThatExists() {
    List<String> known = Benches.all().stream().map(Bench::name).toList();
    assertThat(known).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void refusesWorkThatGivesAnotherResultTheNextTime() {
    Rounds rounds = new Rounds(3, 0);
    long[] calls = new long[1];
    assertThat(rounds.rates(10, List.of(() -> 7, () -> 8))).hasSize(2);
    assertThatThrownBy(() -> rounds.rates(10, List.of(() -> calls[0]++)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysUnknownWhereThereIsNoCommit() throws InterruptedException {
    Surroundings here = Surroundings.of(folder.resolve("nowhere"));
    assertThat(here.commit()).isEqualTo("unknown");
    assertThat(here.machine()).contains(System.getProperty("os.arch"), "cores");
  }

  private static BenchReport report(Metric metric) {
    return new BenchReport("x", List.of(metric), List.of());
  }
}
