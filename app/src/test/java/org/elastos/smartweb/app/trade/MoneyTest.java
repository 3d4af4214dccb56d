// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "2.50, 2500000, 2.50",
    "3, 3000000, 3.00",
    "0.000001, 1, 0.000001",
    "0, 0, 0.00",
    "1.234567, 1234567, 1.234567",
    "100000000, 100000000000000, 100000000.00"
  })
  void readsDecimalsAsSmallestUnitsAndWritesThemBack(String text, String units, String written) {
    assertThat(Money.units(text)).isEqualTo(units);
    assertThat(Money.text(new BigInteger(units))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.2345678", "1e3", "1,50", " 1", "٣", ".5", "5.", "+1", "0x1"})
  void refusesWhatIsNoPlainAmount(String text) {
    assertThatThrownBy(() -> Money.units(text))
        .isInstanceOfSatisfying(
            CommandFailure.class, failure -> assertThat(failure.code()).isEqualTo("bad_amount"));
  }

  @Test
  void refusesMoreThanAChannelCanCount() {
    String most = Money.text(BigInteger.ONE.shiftLeft(88).subtract(BigInteger.ONE));
    assertThat(Money.units(most).bitLength()).isEqualTo(88);
    assertThatThrownBy(() -> Money.units(Money.text(BigInteger.ONE.shiftLeft(88))))
        .isInstanceOf(CommandFailure.class);
  }
}
