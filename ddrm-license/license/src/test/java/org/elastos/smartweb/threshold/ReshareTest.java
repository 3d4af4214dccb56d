// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.elastos.smartweb.threshold.CeremonyDriver.known;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.BoardLab.Change;
import org.elastos.smartweb.threshold.BoardMessage.Kind;
import org.elastos.smartweb.threshold.BoardState.Phase;
import org.elastos.smartweb.threshold.BoardWriter.Written;
import org.elastos.smartweb.threshold.CeremonyAction.Stopped;
import org.elastos.smartweb.threshold.CeremonyOutcome.Agreed;
import org.junit.jupiter.api.Test;

/// Handing a running key on: what may go wrong, and what must never come of it.
class ReshareTest {
  private static final Hash256 ASSET = Hash256.fromHex("0d".repeat(32));
  private static final CommitteeShape FOUNDERS = new CommitteeShape(5, 3);

  private final SeededRandom random = new SeededRandom(5150);
  private final InMemoryBoardLab lab = new InMemoryBoardLab(5151, 8, FOUNDERS);
  private final CeremonyDriver driver = new CeremonyDriver(lab, random);

  private EpochKeys keys(long epoch) {
    return known(lab.board().keys(epoch)).orElseThrow();
  }

  private CeremonyTerms terms(long epoch) {
    return known(lab.board().terms(epoch)).orElseThrow();
  }

  private KeyCeremony judged(long epoch) {
    return KeyCeremony.read(terms(epoch), known(lab.board().state(epoch)).messages());
  }

  private void begin(Change change) {
    long active = lastActive();
    List<Integer> holders =
        IntStream.rangeClosed(1, lab.operators())
            .filter(number ->
                terms(active).committee().operators().contains(lab.operator(number).account()))
            .boxed()
            .toList();
    holders.stream()
        .limit(terms(active).threshold())
        .forEach(number ->
            assertThat(lab.approve(number, change))
                .as("%s by %s", change, holders)
                .isEqualTo(new Written.Accepted()));
    lab.passTimeLock();
    assertThat(lab.beginReshare(change)).isEqualTo(new Written.Accepted());
  }

  private long lastActive() {
    long epoch = known(lab.board().currentEpoch());
    while (known(lab.board().keys(epoch)).isEmpty()) {
      epoch--;
    }
    return epoch;
  }

  private static CeremonyDriver.Mischief dealing(BiFunction<CeremonyTerms, Bytes, Bytes> change) {
    return new CeremonyDriver.Mischief() {
      @Override
      public Bytes dealing(CeremonyTerms terms, Bytes honest) {
        return change.apply(terms, honest);
      }
    };
  }

  private ThresholdHeader sealed(EpochKeys keys) {
    GroupKey group = keys.groupKey();
    try (SecretBytes key = SecretBytes.copyOf(new byte[32])) {
      return ThresholdKem.encrypt(group, new KemTarget(group.gk(), ASSET, ASSET), key, random);
    }
  }

  @Test
  void aDealerThatDealsAnotherSecretThanItsShareIsNamed() {
    driver.run();
    begin(new Change(List.of(1, 2, 3, 6, 7), 3));
    driver.misbehaves(
        2,
        dealing((terms, _) -> {
          List<BigInteger> other =
              Stream.generate(() -> Scalars.random(random)).limit(terms.threshold()).toList();
          return Dealing.encode(terms, new Dealing.Secrets(2, other, Optional.of(ASSET)), random);
        }));
    long epoch = driver.run();
    Agreed agreed = (Agreed) judged(epoch).outcome();
    assertThat(agreed.faults()).containsExactly(Fault.ofDealer(2, 1, Fault.Code.NOT_ITS_SHARE));
    assertThat(agreed.qualified()).containsExactly(1, 3, 4);
    assertThat(keys(epoch).groupKey()).isEqualTo(keys(1).groupKey());
  }

  @Test
  void aShareOffThePolynomialPutsItsDealerOutAndTheNextInOrderIn() {
    driver.run();
    begin(new Change(List.of(1, 2, 3, 6, 7), 3));
    driver.misbehaves(
        1,
        dealing((_, honest) -> {
          byte[] spoilt = honest.bytes();
          spoilt[spoilt.length - 33] ^= 1;
          return Bytes.of(spoilt);
        }));
    long epoch = driver.run();
    Agreed agreed = (Agreed) judged(epoch).outcome();
    assertThat(agreed.qualified()).containsExactly(2, 3, 4);
    assertThat(agreed.faults()).containsExactly(Fault.ofDealer(1, 5, Fault.Code.BAD_SHARE));
  }

  @Test
  void theDealersThatCountAreTheFirstInTheBoardsOrderForEverybody() {
    driver.run();
    begin(new Change(List.of(4, 5, 1, 6, 7), 3));
    CeremonyDriver.Mischief late =
        new CeremonyDriver.Mischief() {
          private int asked;

          @Override
          public Optional<Bytes> post(Kind kind, Bytes payload) {
            return kind == Kind.REVEAL && asked++ == 0 ? Optional.empty() : Optional.of(payload);
          }
        };
    driver.misbehaves(1, late);
    long epoch = driver.run();
    assertThat(((Agreed) judged(epoch).outcome()).qualified()).containsExactly(2, 3, 4);
    CeremonyTerms terms = terms(epoch);
    List<BoardMessage> turned = new ArrayList<>();
    List<BoardMessage> messages = known(lab.board().state(epoch)).messages();
    for (BoardMessage message : messages.reversed()) {
      turned.add(
          new BoardMessage(
              epoch, turned.size(), message.kind(), message.member(), message.payload()));
    }
    Agreed other = (Agreed) KeyCeremony.read(terms, turned).outcome();
    assertThat(other.qualified()).isNotEqualTo(List.of(2, 3, 4));
    assertThat(other.keys().groupKey()).isEqualTo(keys(1).groupKey());
    assertThat(other.keys()).as("another set gives other shares").isNotEqualTo(keys(epoch));
    assertThat(other.transcript()).isNotEqualTo(judged(epoch).transcript());
    KeyShare own = driver.shares(epoch).get(6);
    assertThat(own.fits(other.keys())).as("so it must be the same for all").isFalse();
  }

  @Test
  void aMemberWithAShareOffThePolynomialNeverActivates() {
    driver.run();
    begin(new Change(List.of(1, 2, 3, 6, 7), 3));
    driver.misbehaves(
        1,
        dealing((_, honest) -> {
          byte[] spoilt = honest.bytes();
          spoilt[spoilt.length - 33] ^= 1;
          return Bytes.of(spoilt);
        }));
    driver.misbehaves(
        7,
        new CeremonyDriver.Mischief() {
          @Override
          public Optional<Bytes> post(Kind kind, Bytes payload) {
            return Optional.empty();
          }
        });
    long epoch = driver.run();
    assertThat(driver.last(7)).isEqualTo(new Stopped(CeremonyAction.Reason.SHARE_REFUSED));
    assertThat(driver.shares(epoch)).containsOnlyKeys(1, 2, 3, 6);
    assertThat(known(lab.board().state(epoch)).phase()).isEqualTo(Phase.ACTIVE);
  }

  @Test
  void aRestoredOldShareNeverActs() {
    long first = driver.run();
    KeyShare old = driver.shares(first).get(1);
    ThresholdHeader header = sealed(keys(first));
    begin(new Change(List.of(2, 1, 3, 6, 7), 3));
    long second = driver.run();
    CheckedHeader checked = ThresholdKem.check(header, ASSET).orElseThrow();
    EpochKeys after = keys(second);
    assertThat(old.fits(after)).isFalse();
    Partial partial = old.partial(checked, ASSET, random);
    assertThat(after.verify(checked, ASSET, 1, partial)).isEmpty();
    assertThat(after.verify(checked, ASSET, 2, partial)).isEmpty();
    VerifiedPartial stale = keys(first).verify(checked, ASSET, 1, partial).orElseThrow();
    List<VerifiedPartial> mixed = new ArrayList<>(List.of(stale));
    for (int operator : new int[] {3, 6}) {
      KeyShare share = driver.shares(second).get(operator);
      mixed.add(
          after
              .verify(checked, ASSET, share.index(), share.partial(checked, ASSET, random))
              .orElseThrow());
    }
    assertThat(Combiner.combine(checked, after, mixed))
        .isEqualTo(new CombineOutcome.Refused(CombineOutcome.Reason.MIXED_EPOCHS));
    try (SecretBytes secret = old.exportSecret()) {
      assertThat(KeyShare.accept(after, 1, secret, random))
          .isEqualTo(new KeyShare.Acceptance.Refused());
    }
    begin(new Change(List.of(1, 2, 3, 6, 7), 3));
    CeremonyTerms third = terms(known(lab.board().currentEpoch()));
    assertThatIllegalArgumentException()
        .as("nor is it dealt on")
        .isThrownBy(() -> CeremonyMember.handOn(third, old, ASSET, random));
  }

  @Test
  void joinedOldSharesOfTwoEpochsDoNotReachTheThreshold() {
    long first = driver.run();
    lab.passTimeLock();
    assertThat(lab.beginRefresh(1)).isEqualTo(new Written.Accepted());
    long second = driver.run();
    List<BigInteger> mixed =
        List.of(
            secretOf(driver.shares(first).get(1)),
            secretOf(driver.shares(first).get(2)),
            secretOf(driver.shares(second).get(3)));
    int[] indices = {1, 2, 3};
    BigInteger joined = BigInteger.ZERO;
    for (int k = 0; k < 3; k++) {
      joined = joined.add(Polynomials.lagrangeAtZero(indices[k], indices).multiply(mixed.get(k)));
    }
    assertThat(Curve.publicTimesG(joined.mod(Curve.N)))
        .isNotEqualTo(keys(second).groupKey().point());
  }

  private static BigInteger secretOf(KeyShare share) {
    try (SecretBytes secret = share.exportSecret()) {
      return secret.use(bytes -> new BigInteger(1, bytes));
    }
  }

  @Test
  void everyKindOfCeremonyHasAnotherName() {
    long first = driver.run();
    CeremonyPlan.Holders holders =
        new CeremonyPlan.Holders(keys(first), terms(first).committee().operators());
    List<Hash256> names =
        Stream.of(
                new CeremonyPlan.Generation(),
                new CeremonyPlan.Reshare(holders),
                new CeremonyPlan.Refresh(holders))
            .map(plan ->
                new CeremonyTerms(terms(first).board(), 9, plan, terms(first).committee()).id())
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void aCommitIsNoMessageOfAReshare() {
    driver.run();
    begin(new Change(List.of(1, 2, 3, 6, 7), 3));
    CeremonyTerms terms = terms(2);
    BoardMessage commit = new BoardMessage(2, 0, Kind.COMMIT, 1, Bytes.of(ASSET.bytes()));
    assertThatIllegalArgumentException().isThrownBy(() -> KeyCeremony.read(terms, List.of(commit)));
  }

  @Test
  void whatIsHandedOverStandsInTheTranscript() {
    driver.run();
    HandoverState state = HandoverState.of(Map.of(ASSET, 77L), Map.of(), Map.of());
    driver.handsOver(2, state);
    begin(new Change(List.of(1, 2, 3, 6, 7), 3));
    long epoch = driver.run();
    Map<Integer, Hash256> handovers = judged(epoch).handovers();
    assertThat(handovers).containsOnlyKeys(1, 2, 3);
    assertThat(handovers.get(2)).isEqualTo(state.digest());
    assertThat(handovers.get(1)).isEqualTo(HandoverState.EMPTY.digest());
    assertThat(judged(1).handovers()).as("nothing before").isEmpty();
    List<BoardMessage> changed = new ArrayList<>();
    for (BoardMessage message : known(lab.board().state(epoch)).messages()) {
      byte[] payload = message.payload().bytes();
      payload[payload.length - 1] ^= (byte) (message.member() == 2 ? 1 : 0);
      changed.add(
          new BoardMessage(
              epoch, message.seq(), message.kind(), message.member(), Bytes.of(payload)));
    }
    assertThat(KeyCeremony.read(terms(epoch), changed).transcript())
        .isNotEqualTo(judged(epoch).transcript());
  }
}
