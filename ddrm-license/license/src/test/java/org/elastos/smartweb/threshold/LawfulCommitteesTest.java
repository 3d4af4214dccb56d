// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.elastos.smartweb.threshold.CeremonyDriver.known;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.threshold.BoardState.Phase;
import org.elastos.smartweb.threshold.CeremonyAction.Stopped;
import org.junit.jupiter.api.Test;

/// Decision B4 at the nodes: they hold to it even against a board that does not.
class LawfulCommitteesTest {
  private static final Hash256 ASSET = Hash256.fromHex("0d".repeat(32));

  private final SeededRandom random = new SeededRandom(5150);
  private final InMemoryBoardLab lab = new InMemoryBoardLab(5152, 8, new CommitteeShape(5, 3));
  private final CeremonyDriver driver = new CeremonyDriver(lab, random);

  private EpochKeys keys(long epoch) {
    return known(lab.board().keys(epoch)).orElseThrow();
  }

  private CeremonyTerms terms(long epoch) {
    return known(lab.board().terms(epoch)).orElseThrow();
  }

  @Test
  void aNodeDealsToNoCommitteeThatMustNotFollowWhateverTheBoardSays() {
    long first = driver.run();
    CeremonyPlan.Holders holders =
        new CeremonyPlan.Holders(keys(first), terms(first).committee().operators());
    Map<CeremonyPlan.Unlawful, CeremonyTerms> unlawful =
        Map.of(
            CeremonyPlan.Unlawful.TOO_MANY_NEWCOMERS,
            next(new CeremonyPlan.Reshare(holders), 2, 1, 6, 7),
            CeremonyPlan.Unlawful.REPEATED_OPERATOR,
            next(new CeremonyPlan.Reshare(holders), 2, 1, 2, 2),
            CeremonyPlan.Unlawful.NOT_THE_SAME,
            next(new CeremonyPlan.Refresh(holders), 2, 1, 2, 3));
    unlawful.forEach((why, terms) -> {
      assertThat(terms.plan().unlawfulFor(terms.committee())).contains(why);
      assertThat(why.text()).isEqualTo(why.name().toLowerCase(Locale.ROOT));
      KeyShare share = driver.shares(first).get(1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CeremonyMember.handOn(terms, share, ASSET, random));
      BoardOperator one = lab.operator(1);
      CeremonyMember member =
          new CeremonyMember(
              terms,
              new CeremonyMember.Self(1, 1, one.encryptionKey(), one.identitySeed()),
              Bytes.EMPTY,
              random);
      BoardState state = new BoardState(Phase.REVEAL, List.of(), Set.of(), true);
      assertThat(member.next(state))
          .isEqualTo(new Stopped(CeremonyAction.Reason.UNLAWFUL_COMMITTEE));
    });
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CeremonyPlan.Holders(keys(first), List.of()));
    CeremonyTerms sameSetOtherThreshold = next(new CeremonyPlan.Refresh(holders), 2, 1, 2, 3, 4, 5);
    assertThat(sameSetOtherThreshold.plan().unlawfulFor(sameSetOtherThreshold.committee()))
        .contains(CeremonyPlan.Unlawful.NOT_THE_SAME);
    KeyShare share = driver.shares(first).get(1);
    assertThatIllegalArgumentException()
        .as("a generation hands nothing on")
        .isThrownBy(() -> CeremonyMember.handOn(terms(first), share, ASSET, random));
  }

  private CeremonyTerms next(CeremonyPlan plan, int threshold, Integer... operators) {
    List<CommitteeMember> members =
        Stream.of(operators)
            .map(number -> lab.operator(number).member(lab.board().name(), random))
            .toList();
    return new CeremonyTerms(lab.board().name(), 9, plan, new Committee(threshold, members));
  }
}
