// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.CurveLibrary;
import org.junit.jupiter.api.Test;

class LicenseCryptoBenchTest {
  @Test
  void measuresSharesThatVerifyWithEitherLibrary() {
    SecureRandom random = new SecureRandom();
    KeyGeneration.Made made = new KeyGeneration(new CommitteeShape(3, 2), random).run();
    for (CurveLibrary library : CurveLibrary.values()) {
      ShareRun run = new ShareRun(library, made, 4, random);
      assertThat(run.isSound()).as("%s", library).isTrue();
      assertThat(run.run()).isEqualTo(4);
    }
  }

  @Test
  void reportsTheMetricsThatHaveTargets() {
    BenchOptions options = new BenchOptions(1, Path.of("."), Path.of("."), _ -> {});
    BenchReport report = new LicenseCryptoBench().measure(options, new Rounds(1, 0), 5);
    assertThat(report.metrics())
        .extracting(Metric::name)
        .containsAll(Target.of("license-crypto").stream().map(Target::metric).toList())
        .contains("native_limit_ms");
  }
}
