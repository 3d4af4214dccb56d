// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "0x", "1", "0xg", "-0x1", "0x-1", "0X1", " 0x1", "0x1\n"})
  void refusesQuantitiesOfAnotherShape(String text) {
    assertThatThrownBy(() -> Wire.quantity(text)).isInstanceOf(SourceFault.class);
  }

  @Test
  void quantitiesEndAt256BitsAndCountsAt62() {
    assertThat(Wire.quantity("0x" + "f".repeat(64)).bitLength()).isEqualTo(256);
    assertThatThrownBy(() -> Wire.quantity("0x" + "0".repeat(65))).isInstanceOf(SourceFault.class);
    assertThat(Wire.count("0x3fffffffffffffff")).isEqualTo((1L << 62) - 1);
    assertThatThrownBy(() -> Wire.count("0x4000000000000000")).isInstanceOf(SourceFault.class);
    assertThat(Wire.index("0x7fffffff")).isEqualTo(Integer.MAX_VALUE);
    assertThatThrownBy(() -> Wire.index("0x80000000")).isInstanceOf(SourceFault.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "00", "0x0", "0xzz", "0X00"})
  void refusesBytesOfAnotherShape(String text) {
    assertThatThrownBy(() -> Wire.bytes(text)).isInstanceOf(SourceFault.class);
  }

  @Test
  void hashesAndAddressesHaveTheirLength() {
    assertThat(Wire.hash("0x" + "ab".repeat(32)).hex()).isEqualTo("ab".repeat(32));
    assertThatThrownBy(() -> Wire.hash("0x" + "ab".repeat(31))).isInstanceOf(SourceFault.class);
    assertThatThrownBy(() -> Wire.address("0x" + "ab".repeat(21))).isInstanceOf(SourceFault.class);
  }

  @Test
  void writesNumbersWithoutLeadingZeros() {
    assertThat(Wire.hex(0)).isEqualTo("0x0");
    assertThat(Wire.hex(BigInteger.valueOf(4096))).isEqualTo("0x1000");
  }
}
