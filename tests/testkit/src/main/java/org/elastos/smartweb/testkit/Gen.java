// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random values from a seed, for properties that hold for every input. [#forAll] names the seed of
/// the case that failed; `-Dsmartweb.seed=…` runs that case alone. Not thread-safe, not for
/// secrets.
public final class Gen {
  private static final String SEED = "smartweb.seed";

  private final long seed;
  private final RandomGenerator random;

  private Gen(long seed) {
    this.seed = seed;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  public static Gen ofSeed(long seed) {
    return new Gen(seed);
  }

  /// Runs the property for so many seeds, or for the one in the system property `smartweb.seed`.
  ///
  /// @throws AssertionError naming the seed, with the property's failure as its cause
  public static void forAll(int cases, Consumer<Gen> property) {
    String chosen = System.getProperty(SEED, "");
    long first = chosen.isEmpty() ? System.nanoTime() : Long.parseLong(chosen);
    int count = chosen.isEmpty() ? cases : 1;
    for (int i = 0; i < count; i++) {
      long seed = first + i;
      try {
        property.accept(new Gen(seed));
      } catch (Throwable failure) {
        throw new AssertionError(
            "fails for seed " + seed + "; run it alone with -D" + SEED + "=" + seed, failure);
      }
    }
  }

  public long seed() {
    return seed;
  }

  /// From `least` to `most`, both included.
  public int between(int least, int most) {
    return (int) random.nextLong(least, most + 1L);
  }

  public long anyLong() {
    return random.nextLong();
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /// A copy with one bit of it turned over.
  public byte[] withOneFlippedBit(byte[] bytes) {
    byte[] copy = bytes.clone();
    int bit = between(0, copy.length * 8 - 1);
    copy[bit / 8] ^= (byte) (1 << (bit % 8));
    return copy;
  }

  /// Evenly from 0 up to, not including, the bound.
  public BigInteger below(BigInteger bound) {
    while (true) {
      BigInteger candidate =
          new BigInteger(1, bytes(bound.bitLength() / 8 + 1))
              .mod(BigInteger.ONE.shiftLeft(bound.bitLength()));
      if (candidate.compareTo(bound) < 0) {
        return candidate;
      }
    }
  }

  /// Letters and digits.
  public String word(int length) {
    StringBuilder word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      word.append(Character.forDigit(between(0, 35), 36));
    }
    return word.toString();
  }

  public <T> T pick(List<T> items) {
    return items.get(between(0, items.size() - 1));
  }

  public <T> List<T> listOf(int length, Supplier<T> item) {
    List<T> items = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      items.add(item.get());
    }
    return items;
  }

  public <T> List<T> shuffled(List<T> items) {
    List<T> copy = new ArrayList<>(items);
    for (int i = copy.size() - 1; i > 0; i--) {
      int other = between(0, i);
      T moved = copy.set(i, copy.get(other));
      copy.set(other, moved);
    }
    return copy;
  }
}
