// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CryptoWarmupTest {
  @Test
  void runsAndMayRunAgain() {
    assertThat(CryptoWarmup.run()).isPositive();
    assertThat(CryptoWarmup.run()).isPositive();
  }
}
