// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.math.BigInteger;
import org.elastos.smartweb.chain.Hash256;

/// Which word of the answer is compared, how, and with what; numbers without sign.
public record Comparison(int word, Operator operator, Operand operand) {
  /// The last word that can be named.
  public static final int MAX_WORD = 31;

  /// @throws IllegalArgumentException for a word beyond 31
  public Comparison {
    if (word < 0 || word > MAX_WORD) {
      throw new IllegalArgumentException("one of the first 32 words is compared");
    }
  }

  /// Whether the answer's word stands so to this value.
  public boolean holds(BigInteger answered, BigInteger value) {
    int order = answered.compareTo(value);
    return switch (operator) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }

  /// How two numbers stand to each other.
  public enum Operator {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE
  }

  /// What an answer is compared with.
  public sealed interface Operand {
    /// A number that the policy names.
    record Fixed(Hash256 value) implements Operand {}

    /// The asker's address.
    record Holder() implements Operand {}

    /// The time of the block that is read, in seconds.
    record Time() implements Operand {}
  }
}
