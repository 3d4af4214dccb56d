// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Channel",
        "ChannelTrade",
        "ChannelFactory",
        "DevUsd",
        "LicenseCommittee",
        "CommitteeTreasury"
      })
  void holdsZeroesWhereTheConstructorFillsIn(String contract) {
    ContractCode code = ContractCode.of(contract);
    byte[] bytes = code.runtime().bytes();
    assertThat(bytes).isNotEmpty();
    code.immutables()
        .forEach((name, places) ->
            assertThat(places)
                .as(name)
                .isNotEmpty()
                .allSatisfy(place ->
                    assertThat(Arrays.copyOfRange(bytes, place, place + 32))
                        .containsOnly((byte) 0)));
  }

  @Test
  void namesWhatTheConstructorFillsIn() {
    assertThat(ContractCode.of("Channel").immutables())
        .containsOnlyKeys("_code", "_trade", "_office", "_gasless", "_views");
    assertThat(ContractCode.of("ChannelFactory").immutables()).containsOnlyKeys("implementation");
    assertThat(ContractCode.of("LicenseCommittee").immutables())
        .containsOnlyKeys(
            "commitBlocks",
            "complaintBlocks",
            "confirmBlocks",
            "revealBlocks",
            "timeLock",
            "treasury");
    assertThat(ContractCode.of("CommitteeTreasury").immutables())
        .containsOnlyKeys("bondLock", "committee", "minimumBond");
  }

  @Test
  void knowsOnlyOurContracts() {
    assertThatThrownBy(() -> ContractCode.of("Nobody"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
