// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScalarsTest {
  /// Gives the listed numbers first, then goes on repeatably.
  private static final class Scripted extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final transient Deque<BigInteger> script;
    private final SeededRandom rest = new SeededRandom(3);

    Scripted(BigInteger... script) {
      this.script = new ArrayDeque<>(List.of(script));
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (script.isEmpty()) {
        rest.nextBytes(bytes);
      } else {
        System.arraycopy(Scalars.encode(script.removeFirst()), 0, bytes, 0, bytes.length);
      }
    }
  }

  @Test
  void drawsAgainWhatLiesOutsideTheRange() {
    BigInteger top = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    Scripted random = new Scripted(top, Curve.N, BigInteger.ZERO, BigInteger.TEN);
    assertThat(Scalars.random(random)).isEqualTo(BigInteger.TEN);
  }

  @Test
  void neverMultipliesByAnEmptyHalf() {
    BigInteger secret = BigInteger.valueOf(77);
    Scripted random = new Scripted(secret, BigInteger.TEN);
    assertThat(Curve.blinded(Curve.G, secret, random)).isEqualTo(Curve.publicTimesG(secret));
  }

  @Test
  void triesAgainUntilNothingIsZero() {
    AtomicInteger attempts = new AtomicInteger();
    int made =
        Scalars.retry(() ->
            Scalars.unlessZero(
                attempts::get,
                BigInteger.valueOf(attempts.incrementAndGet() - 3L).max(BigInteger.ZERO)));
    assertThat(made).isEqualTo(4);
    assertThat(Scalars.nonZero(BigInteger.ZERO)).isEqualTo(Optional.empty());
    assertThat(Scalars.nonZero(BigInteger.ONE)).contains(BigInteger.ONE);
  }
}
