// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.EvmAddress;
import org.junit.jupiter.api.Test;

class RoyaltyTableTest {
  @Test
  void hashesAsAnIndependentEncoderDoes() {
    RoyaltyTable table =
        new RoyaltyTable(
            List.of(
                new RoyaltyShare(EvmAddress.fromHex("01".repeat(20)), 400_000),
                new RoyaltyShare(EvmAddress.fromHex("02".repeat(20)), 600_000)));

    assertThat(table.hash().hex())
        .isEqualTo("a445d243af914feb0800a1b6b861a8cd0df87d281336456c77c08b4e2687933d");
  }

  @Test
  void refusesTablesThatTheChannelRefuses() {
    RoyaltyShare half = new RoyaltyShare(Samples.address(1), 500_000);
    RoyaltyShare other = new RoyaltyShare(Samples.address(2), 500_000);
    List<RoyaltyShare> crowd = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      crowd.add(new RoyaltyShare(Samples.address(i), 47_619));
    }
    crowd.add(new RoyaltyShare(Samples.address(21), 1_000_000 - 20 * 47_619));

    for (List<RoyaltyShare> table :
        List.of(
            List.<RoyaltyShare>of(),
            List.of(half),
            List.of(other, half),
            List.of(half, half),
            crowd)) {
      assertThatIllegalArgumentException().isThrownBy(() -> new RoyaltyTable(table));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new RoyaltyShare(EvmAddress.ZERO, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new RoyaltyShare(Samples.address(1), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RoyaltyShare(Samples.address(1), 1_000_001));
  }
}
