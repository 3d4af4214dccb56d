// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.market.RoyaltyShare;
import org.elastos.smartweb.market.RoyaltyTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoyaltiesTest {
  private static final String LOW = "0x" + "11".repeat(20);
  private static final String HIGH = "0x" + "ee".repeat(20);
  private static final EvmAddress CREATOR = EvmAddress.fromHex("0x" + "77".repeat(20));

  @Test
  void givesTheCreatorAllWhenNobodyElseIsNamed() {
    assertThat(Royalties.of(List.of(), CREATOR).shares())
        .containsExactly(new RoyaltyShare(CREATOR, RoyaltyTable.WHOLE));
  }

  @Test
  void givesTheCreatorTheRestAndOrdersTheHolders() {
    RoyaltyTable table = Royalties.of(List.of(HIGH + "=12.5%", LOW + "=0.0001"), CREATOR);
    assertThat(table.shares())
        .containsExactly(
            new RoyaltyShare(EvmAddress.fromHex(LOW), 1),
            new RoyaltyShare(CREATOR, 874_999),
            new RoyaltyShare(EvmAddress.fromHex(HIGH), 125_000));
  }

  @Test
  void takesAWholeTableThatNamesTheCreator() {
    assertThat(Royalties.of(List.of(CREATOR + "=60%", LOW + "=40%"), CREATOR).shares()).hasSize(2);
    assertThat(Royalties.of(List.of(LOW + "=100%"), CREATOR).shares()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x1111=10%",
        "=10%",
        "0x1111111111111111111111111111111111111111=0%",
        "0x1111111111111111111111111111111111111111=101%",
        "0x1111111111111111111111111111111111111111=1.00001%",
        "0x0000000000000000000000000000000000000000=10%",
        "0x7777777777777777777777777777777777777777=10%"
      })
  void refusesWhatIsNoShareOrNoWholeTable(String option) {
    refuses(List.of(option));
  }

  @Test
  void refusesMoreThanAllAndHoldersNamedTwice() {
    refuses(List.of(LOW + "=60%", HIGH + "=60%"));
    refuses(List.of(LOW + "=10%", LOW + "=20%"));
  }

  private static void refuses(List<String> options) {
    assertThatThrownBy(() -> Royalties.of(options, CREATOR))
        .isInstanceOfSatisfying(
            CommandFailure.class, failure -> assertThat(failure.code()).isEqualTo("bad_royalty"));
  }
}
