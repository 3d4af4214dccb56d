// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.elastos.smartweb.threshold.CeremonyDriver.known;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.BoardLab.Change;
import org.elastos.smartweb.threshold.BoardWriter.Written;
import org.junit.jupiter.api.Test;

/// Many committees one after the other: a header of the first day opens with the shares of the
/// last.
class CommitteeChangesTest {
  private static final Hash256 ASSET = Hash256.fromHex("0d".repeat(32));

  private final SeededRandom random = new SeededRandom(5150);

  private ThresholdHeader sealed(EpochKeys keys) {
    GroupKey group = keys.groupKey();
    try (SecretBytes key = SecretBytes.copyOf(new byte[32])) {
      return ThresholdKem.encrypt(group, new KemTarget(group.gk(), ASSET, ASSET), key, random);
    }
  }

  @Test
  void fiftyRandomCommitteeChangesKeepTheKey() {
    InMemoryBoardLab many = new InMemoryBoardLab(777, 9, new CommitteeShape(3, 2));
    CeremonyDriver nodes = new CeremonyDriver(many, random);
    long epoch = nodes.run();
    EpochKeys first = known(many.board().keys(epoch)).orElseThrow();
    CheckedHeader header = ThresholdKem.check(sealed(first), ASSET).orElseThrow();
    List<Integer> holders = List.of(1, 2, 3);
    int threshold = 2;
    for (int change = 0; change < 50; change++) {
      Change next = randomChange(holders);
      for (int approving : holders.subList(0, threshold)) {
        assertThat(many.approve(approving, next)).isEqualTo(new Written.Accepted());
      }
      many.passTimeLock();
      assertThat(many.beginReshare(next)).isEqualTo(new Written.Accepted());
      epoch = nodes.run();
      EpochKeys keys = known(many.board().keys(epoch)).orElseThrow();
      assertThat(keys.groupKey())
          .as("change %d to %s, %s", change, next, random)
          .isEqualTo(first.groupKey());
      assertThat(nodes.shares(epoch)).containsOnlyKeys(next.operators().toArray(Integer[]::new));
      List<KeyShare> shares = new ArrayList<>(nodes.shares(epoch).values());
      Collections.shuffle(shares, random);
      List<VerifiedPartial> partials =
          shares.stream()
              .limit(next.threshold())
              .map(share ->
                  keys.verify(header, ASSET, share.index(), share.partial(header, ASSET, random))
                      .orElseThrow())
              .toList();
      assertThat(Combiner.combine(header, keys, partials))
          .as("change %d to %s, %s", change, next, random)
          .isInstanceOf(CombineOutcome.Combined.class);
      holders = next.operators();
      threshold = next.threshold();
    }
  }

  /// A lawful successor of up to seven out of nine operators.
  private Change randomChange(List<Integer> holders) {
    int threshold = 2 + random.nextInt(3);
    int size = 2 * threshold - 1 + random.nextInt(8 - (2 * threshold - 1));
    List<Integer> newcomers =
        new ArrayList<>(
            IntStream.rangeClosed(1, 9).filter(i -> !holders.contains(i)).boxed().toList());
    List<Integer> old = new ArrayList<>(holders);
    Collections.shuffle(newcomers, random);
    Collections.shuffle(old, random);
    int fresh = Math.min(newcomers.size(), random.nextInt(threshold));
    int kept = Math.min(old.size(), size - fresh);
    List<Integer> next = new ArrayList<>(newcomers.subList(0, fresh));
    next.addAll(old.subList(0, kept));
    Collections.shuffle(next, random);
    int fitting = Math.min(threshold, (next.size() + 1) / 2);
    return fresh < fitting ? new Change(next, fitting) : randomChange(holders);
  }
}
