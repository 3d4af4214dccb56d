// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;
import org.elastos.smartweb.app.outcome.CommandFailure;

/// Amounts of the USDC-like token as people write them: decimals with up to six places. Stateless.
public final class Money {
  private static final int DECIMALS = 6;
  private static final int MAX_BITS = 88;
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,21}(\\.[0-9]{1,6})?");

  private Money() {}

  /// The smallest units that a text such as `2.50` means.
  ///
  /// @throws CommandFailure `bad_amount`
  public static BigInteger units(String text) {
    if (!AMOUNT.matcher(text).matches()) {
      throw bad(text);
    }
    BigInteger units = new BigDecimal(text).movePointRight(DECIMALS).toBigIntegerExact();
    if (units.bitLength() > MAX_BITS) {
      throw bad(text);
    }
    return units;
  }

  /// The text of an amount, with at least two places.
  public static String text(BigInteger units) {
    BigDecimal amount = new BigDecimal(units, DECIMALS).stripTrailingZeros();
    return amount.setScale(Math.max(2, amount.scale())).toPlainString();
  }

  private static CommandFailure bad(String text) {
    return new CommandFailure(
        "bad_amount",
        "not an amount of money: " + text,
        "write it as a decimal with at most six places, such as 2.50",
        Map.of("given", text));
  }
}
