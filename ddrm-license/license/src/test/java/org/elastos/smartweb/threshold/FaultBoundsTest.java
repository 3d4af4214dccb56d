// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;

/// Decision B5 with f members that lie: how often what is limited to c times can be had, and how
/// many must acknowledge a revocation, are exactly as the specification states, neither more nor
/// less. Members f+1..n are honest.
class FaultBoundsTest {
  private static final Hash256 DELEGATION = Hash256.fromHex("0e".repeat(32));

  /// The greatest number of licences: whoever asks takes the honest members with the most left.
  private static int licences(int n, int t, int f, int c) {
    int[] left = new int[n - f];
    Arrays.fill(left, c);
    int granted = 0;
    while (true) {
      Arrays.sort(left);
      int needed = t - f;
      if (left[left.length - needed] == 0) {
        return granted;
      }
      for (int i = left.length - needed; i < left.length; i++) {
        left[i]--;
      }
      granted++;
    }
  }

  @Test
  void liarsRaiseACountToExactlyTheStatedBoundAndNoFurther() {
    for (int t = 1; t <= 5; t++) {
      for (int n = 2 * t - 1; n <= 11; n++) {
        for (int f = 0; f < t; f++) {
          for (int c = 1; c <= 7; c++) {
            assertThat(licences(n, t, f, c))
                .as("n %d, t %d, f %d, c %d", n, t, f, c)
                .isEqualTo((n - f) * c / (t - f));
          }
        }
      }
    }
  }

  /// Whether t members who do not refuse exist, though `acknowledged` members said that they do and
  /// f of these lied.
  private static boolean stillLicensed(int n, int t, int f, int acknowledged) {
    int honestRefusing = Math.max(0, acknowledged - f);
    return n - honestRefusing >= t;
  }

  @Test
  void aRevocationNeedsExactlyTheStatedNumberOfAcknowledgements() {
    for (int t = 1; t <= 5; t++) {
      for (int n = 2 * t - 1; n <= 11; n++) {
        for (int f = 0; f < t; f++) {
          int stated = n - t + 1 + f;
          assertThat(stated).as("all of them at f = t-1").isLessThanOrEqualTo(n);
          assertThat(stillLicensed(n, t, f, stated)).isFalse();
          assertThat(stillLicensed(n, t, f, stated - 1)).isTrue();
        }
      }
    }
  }

  /// The sets of dealers that a reshare may count on are all sets of t holders: whichever it is,
  /// one honest member among them saw the revocation.
  @Test
  void aRevocationThatIsInForceSurvivesEveryHandover() {
    for (int[] ntf : new int[][] {{3, 2, 1}, {5, 3, 1}, {5, 3, 2}, {7, 4, 3}, {6, 3, 2}}) {
      int n = ntf[0];
      int t = ntf[1];
      int f = ntf[2];
      Set<Integer> saw = new HashSet<>();
      IntStream.rangeClosed(f + 1, f + n - t + 1).forEach(saw::add);
      for (int mask = 0; mask < 1 << n; mask++) {
        if (Integer.bitCount(mask) == t) {
          int set = mask;
          List<HandoverState> handed = new ArrayList<>();
          IntStream.rangeClosed(1, n)
              .filter(member -> (set >> (member - 1) & 1) == 1)
              .forEach(
                  member -> handed.add(saw.contains(member) ? revoked() : HandoverState.EMPTY));
          assertThat(HandoverState.merged(handed).revocations())
              .as("n %d, t %d, f %d, dealers %s", n, t, f, Integer.toBinaryString(mask))
              .containsKey(DELEGATION);
        }
      }
    }
  }

  private static HandoverState revoked() {
    return HandoverState.of(Map.of(DELEGATION, 1L), Map.of(), Map.of());
  }
}
