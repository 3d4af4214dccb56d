// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.math.BigDecimal;
import java.math.BigInteger;

/// An amount of a mainchain asset in sela (1 ELA = 100,000,000 sela; 1 sela = 10^10 wei), the
/// signed 64-bit number that the wire carries. Arithmetic refuses to overflow. Immutable.
public record Sela(long units) implements Comparable<Sela> {
  /// Nothing.
  public static final Sela ZERO = new Sela(0);

  /// Sela in one ELA.
  public static final long PER_ELA = 100_000_000L;

  private static final int DECIMALS = 8;
  private static final BigInteger WEI_PER_SELA = BigInteger.TEN.pow(10);

  /// Reads a decimal number of ELA with at most eight decimals, such as `1.5`.
  ///
  /// @throws IllegalArgumentException when it is no such number
  public static Sela ofEla(String decimal) {
    if (!decimal.matches("-?[0-9]{1,12}(\\.[0-9]{1,8})?")) {
      throw new IllegalArgumentException("an amount is decimal ELA with at most eight decimals");
    }
    try {
      return new Sela(new BigDecimal(decimal).movePointRight(DECIMALS).longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("an amount outside 64 bits", e);
    }
  }

  /// The amount that equals so many wei.
  ///
  /// @throws ArithmeticException when it is no whole number of sela or outside 64 bits
  public static Sela ofWei(BigInteger wei) {
    BigInteger[] parts = wei.divideAndRemainder(WEI_PER_SELA);
    if (parts[1].signum() != 0) {
      throw new ArithmeticException("no whole number of sela");
    }
    return new Sela(parts[0].longValueExact());
  }

  /// The same value in wei.
  public BigInteger toWei() {
    return BigInteger.valueOf(units).multiply(WEI_PER_SELA);
  }

  /// The sum.
  ///
  /// @throws ArithmeticException outside 64 bits
  public Sela plus(Sela other) {
    return new Sela(Math.addExact(units, other.units));
  }

  /// The difference.
  ///
  /// @throws ArithmeticException outside 64 bits
  public Sela minus(Sela other) {
    return new Sela(Math.subtractExact(units, other.units));
  }

  @Override
  public int compareTo(Sela other) {
    return Long.compare(units, other.units);
  }

  /// Decimal ELA with eight decimals.
  @Override
  public String toString() {
    return BigDecimal.valueOf(units, DECIMALS).toPlainString();
  }
}
