// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.bitcoinj.core.VerificationException;
import org.junit.jupiter.api.Test;

class ElaHeadersBenchTest {
  @Test
  void measuresAgainstAPeerThatReallyRefuses() {
    List<byte[]> parents =
        new HeaderMint(7).headers(50).stream().map(ElaHeadersBench::parent).toList();
    assertThat(ElaHeadersBench.checkedByBitcoinj(parents)).isEqualTo(50);
    // A much harder target in the header's bits.
    parents.getFirst()[75] = 0x1d;
    assertThatThrownBy(() -> ElaHeadersBench.checkedByBitcoinj(parents))
        .isInstanceOf(VerificationException.class);
  }

  @Test
  void reportsTheMetricsThatHaveTargets() {
    BenchOptions options = new BenchOptions(2, Path.of("."), Path.of("."), _ -> {});
    BenchReport report = new ElaHeadersBench().measure(options, new Rounds(2, 0), 50);
    assertThat(report.metrics())
        .extracting(Metric::name)
        .contains("auxpow_headers_per_s", "bitcoinj_headers_per_s");
  }
}
