// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.home.tree.LocalPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkNamesTest {
  private static final AssetId ASSET = new AssetId(Hash256.fromHex("ab".repeat(32)));

  @ParameterizedTest
  @CsvSource({
    "A song, A-song-abababababab.ddrm",
    "'../../etc/passwd', etc-passwd-abababababab.ddrm",
    "'', abababababab.ddrm",
    "'???', abababababab.ddrm",
    "Čaj: о Šumi, Čaj-о-Šumi-abababababab.ddrm"
  })
  void makesOneSafeSegmentOfAnyTitle(String title, String name) {
    assertThat(WorkNames.of(title, ASSET)).isEqualTo(name);
    assertThat(LocalPath.isSegment(WorkNames.of(title, ASSET))).isTrue();
  }
}
