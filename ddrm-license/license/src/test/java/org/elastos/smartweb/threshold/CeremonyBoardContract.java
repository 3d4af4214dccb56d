// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.elastos.smartweb.threshold.CeremonyDriver.known;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.BoardLab.Change;
import org.elastos.smartweb.threshold.BoardMessage.Kind;
import org.elastos.smartweb.threshold.BoardState.Phase;
import org.elastos.smartweb.threshold.BoardWriter.Written;
import org.junit.jupiter.api.Test;

/// What every board must do; run against the twin in memory and against the contract on a chain.
public abstract class CeremonyBoardContract {
  private static final Hash256 ASSET = Hash256.fromHex("0c".repeat(32));
  private static final CommitteeShape FOUNDERS = new CommitteeShape(3, 2);
  private static final Written ACCEPTED = new Written.Accepted();
  private static final Bytes HASH = Bytes.of(ASSET.bytes());

  private static final CeremonyDriver.Mischief ABSENT =
      new CeremonyDriver.Mischief() {
        @Override
        public Optional<Bytes> post(Kind kind, Bytes payload) {
          return Optional.empty();
        }
      };

  private final SeededRandom random = new SeededRandom(81);

  /// A fresh board with so many operators, of whom the first are the founders.
  protected abstract BoardLab lab(int operators, CommitteeShape founders);

  private static Written refused(String code) {
    return new Written.Refused(code);
  }

  private static EpochKeys keys(BoardLab lab, long epoch) {
    return known(lab.board().keys(epoch)).orElseThrow();
  }

  private static Phase phase(BoardLab lab, long epoch) {
    return known(lab.board().state(epoch)).phase();
  }

  /// A header of the running key opens with these members' shares.
  private void opens(BoardLab lab, CeremonyDriver driver, long epoch, ThresholdHeader header) {
    EpochKeys keys = keys(lab, epoch);
    CheckedHeader checked = ThresholdKem.check(header, ASSET).orElseThrow();
    List<VerifiedPartial> partials =
        driver.shares(epoch).values().stream()
            .limit(keys.shape().threshold())
            .map(share ->
                keys.verify(checked, ASSET, share.index(), share.partial(checked, ASSET, random))
                    .orElseThrow())
            .toList();
    assertThat(Combiner.combine(checked, keys, partials))
        .isInstanceOfSatisfying(
            CombineOutcome.Combined.class,
            combined -> assertThat(combined.fileKey().matches(new byte[32])).isTrue());
  }

  private ThresholdHeader sealed(EpochKeys keys) {
    GroupKey group = keys.groupKey();
    try (SecretBytes key = SecretBytes.copyOf(new byte[32])) {
      return ThresholdKem.encrypt(group, new KemTarget(group.gk(), ASSET, ASSET), key, random);
    }
  }

  private void approveByAll(BoardLab lab, List<Integer> holders, Change change) {
    holders.forEach(number -> assertThat(lab.approve(number, change)).isEqualTo(ACCEPTED));
  }

  @Test
  void aGenerationRunByItsMembersEndsWithOneKeyForAll() {
    BoardLab lab = lab(3, FOUNDERS);
    CeremonyDriver driver = new CeremonyDriver(lab, random);
    long epoch = driver.run();
    assertThat(epoch).isEqualTo(1);
    assertThat(phase(lab, epoch)).isEqualTo(Phase.ACTIVE);
    EpochKeys keys = keys(lab, epoch);
    assertThat(driver.shares(epoch))
        .hasSize(3)
        .allSatisfy((_, share) -> assertThat(share.fits(keys)).isTrue());
    assertThat(lab.serves(epoch)).isTrue();
    opens(lab, driver, epoch, sealed(keys));
    assertThat(known(lab.board().terms(epoch)).orElseThrow().plan())
        .isEqualTo(new CeremonyPlan.Generation());
    assertThat(known(lab.board().terms(epoch)).orElseThrow().unproven()).isEmpty();
    assertThat(lab.restart()).isInstanceOf(Written.Refused.class);
  }

  @Test
  void keepsTheOrderOfMessagesAndWhoPostedThem() {
    BoardLab lab = lab(3, FOUNDERS);
    assertThat(lab.writer(2).post(1, Kind.COMMIT, HASH)).isEqualTo(ACCEPTED);
    assertThat(lab.writer(1).post(1, Kind.COMMIT, HASH)).isEqualTo(ACCEPTED);
    BoardState state = known(lab.board().state(1));
    assertThat(state.phase()).isEqualTo(Phase.COMMIT);
    assertThat(state.messages())
        .containsExactly(
            new BoardMessage(1, 0, Kind.COMMIT, 2, HASH),
            new BoardMessage(1, 1, Kind.COMMIT, 1, HASH));
    assertThat(state.confirmed()).isEmpty();
  }

  @Test
  void refusesStrangersRepeatsAndWhatComesOutsideItsWindow() {
    BoardLab lab = lab(4, FOUNDERS);
    assertThat(lab.writer(1).post(1, Kind.COMMIT, HASH)).isEqualTo(ACCEPTED);
    assertThat(lab.writer(1).post(1, Kind.COMMIT, HASH)).isEqualTo(refused("AlreadyPosted"));
    assertThat(lab.writer(2).post(1, Kind.REVEAL, HASH)).isEqualTo(refused("WrongPhase"));
    assertThat(lab.writer(2).post(2, Kind.COMMIT, HASH)).isEqualTo(refused("WrongEpoch"));
    assertThat(lab.writer(4).post(1, Kind.COMMIT, HASH)).isInstanceOf(Written.Refused.class);
    lab.closeWindow();
    assertThat(phase(lab, 1)).isEqualTo(Phase.REVEAL);
    assertThat(lab.writer(2).post(1, Kind.COMMIT, HASH)).isEqualTo(refused("WrongPhase"));
    assertThat(lab.writer(2).post(1, Kind.REVEAL, HASH)).isEqualTo(refused("NotCommitted"));
    assertThat(lab.writer(1).post(1, Kind.REVEAL, HASH)).isEqualTo(refused("CommitmentMismatch"));
    assertThat(known(lab.board().state(1)).messages()).hasSize(1);
  }

  @Test
  void refusesComplaintsAboutNobodyAndTheSameTwice() {
    BoardLab lab = lab(3, FOUNDERS);
    CeremonyTerms terms = known(lab.board().terms(1)).orElseThrow();
    List<Bytes> dealings =
        IntStream.rangeClosed(1, 3).mapToObj(i -> CeremonyMember.deal(terms, i, random)).toList();
    for (int i = 1; i <= 3; i++) {
      Bytes commitment = Bytes.of(Dealing.commitment(dealings.get(i - 1)).bytes());
      assertThat(lab.writer(i).post(1, Kind.COMMIT, commitment)).isEqualTo(ACCEPTED);
    }
    assertThat(phase(lab, 1)).as("closes early").isEqualTo(Phase.REVEAL);
    assertThat(lab.writer(1).post(1, Kind.REVEAL, dealings.getFirst())).isEqualTo(ACCEPTED);
    lab.closeWindow();
    Bytes aboutOne = Bytes.of(new byte[] {0, 1, 9});
    Bytes aboutTwo = Bytes.of(new byte[] {0, 2, 9});
    assertThat(lab.writer(3).post(1, Kind.COMPLAINT, aboutTwo)).isEqualTo(refused("BadDealer"));
    assertThat(lab.writer(3).post(1, Kind.COMPLAINT, aboutOne)).isEqualTo(ACCEPTED);
    assertThat(lab.writer(3).post(1, Kind.COMPLAINT, aboutOne))
        .isEqualTo(refused("AlreadyComplained"));
    lab.closeWindow();
    lab.closeWindow();
    assertThat(phase(lab, 1)).isEqualTo(Phase.FAILED);
    assertThat(lab.restart()).isEqualTo(ACCEPTED);
    assertThat(known(lab.board().currentEpoch())).isEqualTo(2);
  }

  @Test
  void handsTheKeyOnToAnotherCommitteeThoughHoldersAreAbsent() {
    BoardLab lab = lab(7, new CommitteeShape(5, 3));
    CeremonyDriver driver = new CeremonyDriver(lab, random);
    long first = driver.run();
    ThresholdHeader header = sealed(keys(lab, first));
    Change change = new Change(List.of(6, 1, 7, 2, 3), 3);
    approveByAll(lab, List.of(1, 2, 4), change);
    lab.passTimeLock();
    assertThat(lab.beginReshare(change)).isEqualTo(ACCEPTED);
    long second = driver.misbehaves(4, ABSENT).misbehaves(5, ABSENT).run();
    EpochKeys after = keys(lab, second);
    assertThat(after.groupKey()).isEqualTo(keys(lab, first).groupKey());
    assertThat(driver.shares(second)).containsOnlyKeys(6, 1, 7, 2, 3);
    opens(lab, driver, second, header);
    assertThat(lab.serves(first)).as("both serve for a while").isTrue();
    assertThat(lab.serves(second)).isTrue();
    lab.passOverlap();
    assertThat(lab.serves(first)).isFalse();
    assertThat(lab.serves(second)).isTrue();
  }

  @Test
  void refusesAnUnapprovedEarlyOrUnlawfulChange() {
    BoardLab lab = lab(6, FOUNDERS);
    new CeremonyDriver(lab, random).run();
    Change lawful = new Change(List.of(1, 2, 4), 2);
    assertThat(lab.beginReshare(lawful)).isInstanceOf(Written.Refused.class);
    assertThat(lab.approve(4, lawful)).as("no holder").isInstanceOf(Written.Refused.class);
    approveByAll(lab, List.of(1), lawful);
    assertThat(lab.approve(1, lawful)).as("twice").isInstanceOf(Written.Refused.class);
    lab.passTimeLock();
    assertThat(lab.beginReshare(lawful)).as("one of two").isInstanceOf(Written.Refused.class);
    approveByAll(lab, List.of(3), lawful);
    assertThat(lab.beginReshare(lawful)).as("time lock").isInstanceOf(Written.Refused.class);
    for (Change unlawful :
        List.of(
            new Change(List.of(4, 5, 1), 2),
            new Change(List.of(1, 2), 2),
            new Change(List.of(1, 2, 2), 2))) {
      assertThat(lab.approve(1, unlawful)).as("%s", unlawful).isInstanceOf(Written.Refused.class);
    }
    lab.passTimeLock();
    assertThat(lab.beginReshare(lawful)).isEqualTo(ACCEPTED);
    assertThat(lab.beginReshare(lawful)).as("one runs").isInstanceOf(Written.Refused.class);
  }

  @Test
  void aReshareThatFailsLeavesTheRunningEpochAndBeginsAgain() {
    BoardLab lab = lab(4, FOUNDERS);
    CeremonyDriver driver = new CeremonyDriver(lab, random);
    long first = driver.run();
    Change change = new Change(List.of(1, 2, 4), 2);
    approveByAll(lab, List.of(1, 2), change);
    lab.passTimeLock();
    assertThat(lab.beginReshare(change)).isEqualTo(ACCEPTED);
    long failed = driver.misbehaves(1, ABSENT).misbehaves(2, ABSENT).run();
    assertThat(phase(lab, failed)).isEqualTo(Phase.FAILED);
    assertThat(known(lab.board().keys(failed))).isEmpty();
    assertThat(lab.serves(first)).isTrue();
    assertThat(lab.beginReshare(change)).isEqualTo(ACCEPTED);
    driver.behaveAll();
    long second = driver.run();
    assertThat(second).isEqualTo(failed + 1);
    assertThat(keys(lab, second).groupKey()).isEqualTo(keys(lab, first).groupKey());
  }

  @Test
  void aRefreshKeepsTheCommitteeAndTheKeyAndChangesEveryShare() {
    BoardLab lab = lab(4, FOUNDERS);
    CeremonyDriver driver = new CeremonyDriver(lab, random);
    long first = driver.run();
    assertThat(lab.beginRefresh(1)).as("too early").isInstanceOf(Written.Refused.class);
    lab.passTimeLock();
    assertThat(lab.beginRefresh(4)).as("no holder").isInstanceOf(Written.Refused.class);
    assertThat(lab.beginRefresh(1)).isEqualTo(ACCEPTED);
    long second = driver.run();
    EpochKeys before = keys(lab, first);
    EpochKeys after = keys(lab, second);
    assertThat(after.groupKey()).isEqualTo(before.groupKey());
    for (int i = 1; i <= 3; i++) {
      assertThat(after.share(i)).isNotEqualTo(before.share(i));
    }
    assertThat(known(lab.board().terms(second)).orElseThrow().plan())
        .isInstanceOf(CeremonyPlan.Refresh.class);
  }

  @Test
  void activatesWithTheSameOutcomeFromEnoughMembersOnly() {
    BoardLab lab = lab(3, FOUNDERS);
    List<Integer> confirmedWhenActive = new ArrayList<>();
    CeremonyDriver driver = new CeremonyDriver(lab, random);
    driver.misbehaves(
        1,
        new CeremonyDriver.Mischief() {
          @Override
          public Optional<Confirmation> confirm(Confirmation honest) {
            return Optional.of(
                new Confirmation(
                    ASSET, honest.groupKey(), honest.publicData(), honest.signature()));
          }
        });
    driver.misbehaves(
        2,
        new CeremonyDriver.Mischief() {
          @Override
          public Optional<Confirmation> confirm(Confirmation honest) {
            confirmedWhenActive.addAll(known(lab.board().state(1)).confirmed());
            assertThat(phase(lab, 1)).isEqualTo(Phase.CONFIRM);
            return Optional.of(honest);
          }
        });
    driver.run();
    assertThat(confirmedWhenActive).containsExactly(1);
    assertThat(phase(lab, 1)).isEqualTo(Phase.ACTIVE);
    Set<Integer> confirmed = new HashSet<>(known(lab.board().state(1)).confirmed());
    assertThat(confirmed).contains(1, 2, 3);
  }

  @Test
  void refusesToHandOnAnotherKeyThanTheRunningOne() {
    BoardLab lab = lab(3, FOUNDERS);
    CeremonyDriver driver = new CeremonyDriver(lab, random);
    driver.run();
    lab.passTimeLock();
    assertThat(lab.beginRefresh(1)).isEqualTo(ACCEPTED);
    List<Written> answers = new ArrayList<>();
    TrustedDealer foreign = TrustedDealer.deal(2, FOUNDERS, random);
    driver.misbehaves(
        1,
        new CeremonyDriver.Mischief() {
          @Override
          public Optional<Confirmation> confirm(Confirmation honest) {
            EpochKeys other = foreign.keys();
            answers.add(
                lab.writer(1)
                    .confirm(
                        2,
                        new Confirmation(
                            ASSET, other.groupKey(), other.publicData(), honest.signature())));
            return Optional.empty();
          }
        });
    driver.run();
    assertThat(answers).containsExactly(refused("GroupKeyChanged"));
    assertThat(phase(lab, 2)).isEqualTo(Phase.ACTIVE);
  }
}
