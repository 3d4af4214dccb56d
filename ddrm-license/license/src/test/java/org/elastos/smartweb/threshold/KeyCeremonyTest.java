// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.BoardState.Phase;
import org.elastos.smartweb.threshold.CeremonyAction.Stopped;
import org.elastos.smartweb.threshold.CeremonyOutcome.Agreed;
import org.elastos.smartweb.threshold.CeremonyOutcome.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A simulator with dishonest members: whatever up to t−1 of them do, the honest ones end with the
/// same key, the same qualified dealers, and the culprit's name.
class KeyCeremonyTest {
  private static final CommitteeShape SHAPE = new CommitteeShape(5, 3);
  private static final Hash256 ASSET = Hash256.fromHex("0a".repeat(32));

  private static TestBoard board(long seed) {
    return new TestBoard(SHAPE, seed);
  }

  private static Agreed agreed(TestBoard board, List<Integer> honest) {
    Agreed agreed = (Agreed) board.outcome();
    GroupKey group = agreed.keys().groupKey();
    for (int index : honest) {
      Confirmation confirmation = board.confirmations.get(index);
      assertThat(confirmation).as("member %d, %s", index, board.random).isNotNull();
      assertThat(confirmation.groupKey()).isEqualTo(group);
      assertThat(confirmation.transcript()).isEqualTo(agreed.transcript());
      assertThat(confirmation.publicData()).isEqualTo(agreed.keys().publicData());
      assertThat(confirmation.isSignedBy(board.terms, index)).isTrue();
      assertThat(confirmation.isSignedBy(board.terms, index % 5 + 1)).isFalse();
    }
    decrypts(board, agreed.keys(), honest);
    return agreed;
  }

  private static void decrypts(TestBoard board, EpochKeys keys, List<Integer> members) {
    GroupKey group = keys.groupKey();
    byte[] fileKey = new byte[32];
    board.random.nextBytes(fileKey);
    KemTarget target = new KemTarget(group.gk(), ASSET, ASSET);
    try (SecretBytes secret = SecretBytes.copyOf(fileKey)) {
      CheckedHeader header =
          ThresholdKem.check(ThresholdKem.encrypt(group, target, secret, board.random), ASSET)
              .orElseThrow();
      List<VerifiedPartial> partials = new ArrayList<>();
      for (int index : members.subList(members.size() - 3, members.size())) {
        Partial partial = board.shares.get(index).partial(header, ASSET, board.random);
        partials.add(keys.verify(header, ASSET, index, partial).orElseThrow());
      }
      CombineOutcome.Combined combined =
          (CombineOutcome.Combined) Combiner.combine(header, keys, partials);
      assertThat(combined.fileKey().matches(fileKey)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void honestMembersAgreeAndNobodyIsBlamed(long seed) {
    TestBoard board = board(seed).run();
    Agreed agreed = agreed(board, board.others());
    assertThat(agreed.qualified()).containsExactly(1, 2, 3, 4, 5);
    assertThat(agreed.faults()).isEmpty();
    Hash256 transcript = KeyCeremony.read(board.terms, board.messages).transcript();
    assertThat(agreed.transcript()).isEqualTo(transcript);
    assertThat(board.confirmations.get(1).publicHash())
        .isEqualTo(board.confirmations.get(5).publicHash());
  }

  @Test
  void twoSilentMembersOfFiveStopNothing() {
    TestBoard board =
        board(4).with(2, (kind, payload) -> Optional.empty()).with(5, TestBoardMischief::noReveal);
    board.run();
    Agreed agreed = agreed(board, List.of(1, 3, 4));
    assertThat(agreed.qualified()).containsExactly(1, 3, 4);
    assertThat(agreed.faults())
        .containsExactly(
            Fault.ofDealer(2, -1, Fault.Code.SILENT), Fault.ofDealer(5, -1, Fault.Code.SILENT));
    assertThat(board.shares).containsKey(2);
  }

  @Test
  void threeSilentMembersOfFiveLeaveNoKey() {
    TestBoard board = board(5);
    for (int index : new int[] {1, 2, 3}) {
      board.with(index, (kind, payload) -> Optional.empty());
    }
    board.run();
    assertThat(board.outcome())
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(CeremonyOutcome.Reason.TOO_FEW_DEALERS);
              assertThat(failed.faults()).hasSize(3);
            });
    assertThat(board.last.get(4)).isEqualTo(new Stopped(CeremonyAction.Reason.CEREMONY_FAILED));
    assertThat(board.next(4, board.state(Phase.ACTIVE)))
        .isEqualTo(new Stopped(CeremonyAction.Reason.CEREMONY_FAILED));
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void aBadShareIsOpenedByItsVictimAndTheDealerIsOut(long seed) {
    TestBoard board = board(seed);
    Bytes dealing = CeremonyMember.deal(board.terms, 3, board.random);
    byte[] spoilt = dealing.bytes();
    spoilt[spoilt.length - 1] ^= 1;
    board.dealing(3, Bytes.of(spoilt)).run();
    Agreed agreed = agreed(board, List.of(1, 2, 4, 5));
    assertThat(agreed.qualified()).containsExactly(1, 2, 4, 5);
    assertThat(agreed.faults())
        .extracting(Fault::member, Fault::code)
        .hasToString("[(3, BAD_SHARE)]");
  }

  @Test
  void aShareOffThePolynomialIsAsBadAsOneThatDoesNotOpen() {
    TestBoard board = board(9);
    List<BigInteger> honest = coefficients(board, 3);
    List<BigInteger> other = coefficients(board, 3);
    byte[] dealing =
        Dealing.encode(board.terms, new Dealing.Secrets(2, honest, Optional.empty()), board.random)
            .bytes();
    byte[] wrong = sealedShareOf(board, 2, dealing, other);
    board.dealing(2, Bytes.of(wrong)).run();
    Agreed agreed = agreed(board, List.of(1, 3, 4, 5));
    assertThat(agreed.qualified()).doesNotContain(2);
    assertThat(agreed.faults()).extracting(Fault::code).containsExactly(Fault.Code.BAD_SHARE);
  }

  /// A whole dealing whose commitments are of one polynomial and whose shares are of another.
  private static byte[] sealedShareOf(
      TestBoard board, int dealer, byte[] dealing, List<BigInteger> shares) {
    byte[] other =
        Dealing.encode(
                board.terms, new Dealing.Secrets(dealer, shares, Optional.empty()), board.random)
            .bytes();
    int firstCommitments = 5 + 3 * 33 + 64;
    System.arraycopy(
        other, firstCommitments, dealing, firstCommitments, other.length - firstCommitments);
    return dealing;
  }

  private static List<BigInteger> coefficients(TestBoard board, int count) {
    return Stream.generate(() -> Scalars.random(board.random)).limit(count).toList();
  }

  @Test
  void aHigherOrLowerDegreeIsRefused() {
    TestBoard board = board(10);
    board.dealing(
        1,
        Dealing.encode(
            board.terms,
            new Dealing.Secrets(1, coefficients(board, 4), Optional.empty()),
            board.random));
    board.dealing(
        4,
        Dealing.encode(
            board.terms,
            new Dealing.Secrets(4, coefficients(board, 2), Optional.empty()),
            board.random));
    board.run();
    Agreed agreed = agreed(board, List.of(2, 3, 5));
    assertThat(agreed.qualified()).containsExactly(2, 3, 5);
    assertThat(agreed.faults())
        .extracting(Fault::member, Fault::code)
        .hasToString("[(1, WRONG_DEGREE), (4, WRONG_DEGREE)]");
  }

  @Test
  void aCopiedEphemeralKeyAndACopiedCommitmentAreRefused() {
    TestBoard board = board(11);
    byte[] victim = CeremonyMember.deal(board.terms, 1, board.random).bytes();
    int proofA = 5 + 3 * 33;
    int ephemeral = proofA + 64;
    byte[] copiesE = CeremonyMember.deal(board.terms, 2, board.random).bytes();
    System.arraycopy(victim, ephemeral, copiesE, ephemeral, 33 + 64);
    byte[] copiesA = CeremonyMember.deal(board.terms, 3, board.random).bytes();
    System.arraycopy(victim, 5, copiesA, 5, 3 * 33 + 64);
    board.dealing(1, Bytes.of(victim)).dealing(2, Bytes.of(copiesE)).dealing(3, Bytes.of(copiesA));
    board.run();
    Agreed agreed = agreed(board, List.of(1, 4, 5));
    assertThat(agreed.qualified()).containsExactly(1, 4, 5);
    assertThat(agreed.faults())
        .extracting(Fault::member, Fault::code)
        .hasToString("[(2, BAD_PROOF_OF_EPHEMERAL), (3, BAD_PROOF_OF_SECRET)]");
  }

  @Test
  void twoVictimsOfOneDealerNameItOnce() {
    TestBoard board = board(15);
    byte[] spoilt = CeremonyMember.deal(board.terms, 1, board.random).bytes();
    spoilt[spoilt.length - 1] ^= 1;
    spoilt[spoilt.length - 49] ^= 1;
    board.dealing(1, Bytes.of(spoilt)).run();
    Agreed agreed = agreed(board, List.of(2, 3, 4, 5));
    assertThat(agreed.faults()).extracting(Fault::member).containsExactly(1);
  }

  @Test
  void dealingsThatCancelEachOtherLeaveNoKey() {
    TestBoard board = new TestBoard(new CommitteeShape(3, 2), 18);
    List<BigInteger> a = coefficients(board, 2);
    List<BigInteger> b = coefficients(board, 2);
    List<BigInteger> c =
        List.of(Scalars.negate(a.get(0).add(b.get(0))), Scalars.random(board.random));
    board.dealing(
        1, Dealing.encode(board.terms, new Dealing.Secrets(1, a, Optional.empty()), board.random));
    board.dealing(
        2, Dealing.encode(board.terms, new Dealing.Secrets(2, b, Optional.empty()), board.random));
    board
        .dealing(
            3,
            Dealing.encode(board.terms, new Dealing.Secrets(3, c, Optional.empty()), board.random))
        .run();
    assertThat(board.outcome()).isEqualTo(new Failed(CeremonyOutcome.Reason.IDENTITY, List.of()));
  }

  @Test
  void aMemberThatMissedTheComplaintWindowNeverActivatesABadShare() {
    TestBoard board = board(19);
    byte[] spoilt = CeremonyMember.deal(board.terms, 2, board.random).bytes();
    spoilt[spoilt.length - 1] ^= 1;
    board.dealing(2, Bytes.of(spoilt)).with(5, TestBoardMischief::noComplaint).run();
    assertThat(board.outcome()).isInstanceOf(Agreed.class);
    assertThat(board.last.get(5)).isEqualTo(new Stopped(CeremonyAction.Reason.SHARE_REFUSED));
    assertThat(board.next(5, board.state(Phase.ACTIVE)))
        .isEqualTo(new Stopped(CeremonyAction.Reason.SHARE_REFUSED));
    assertThat(board.shares).containsOnlyKeys(1, 2, 3, 4);
  }

  @Test
  void refusesToJoinWhenAnEncryptionKeyIsUnproven() {
    TestBoard board = board(20);
    List<CommitteeMember> members = new ArrayList<>(board.terms.members());
    CommitteeMember rogue = members.get(1);
    members.set(
        1,
        new CommitteeMember(
            rogue.operator(), rogue.identityKey(), rogue.encryptionKey(), members.get(0).proof()));
    members.set(
        2,
        new CommitteeMember(
            rogue.operator(), rogue.identityKey(), rogue.encryptionKey(), Bytes.EMPTY));
    CeremonyTerms terms = new CeremonyTerms(board.terms.board(), 1, 3, members);
    assertThat(terms.unproven()).containsExactly(2, 3);
    CeremonyMember.Self self =
        new CeremonyMember.Self(1, board.encryptionKeys.get(0), board.identities.get(0));
    CeremonyMember member = new CeremonyMember(terms, self, Bytes.EMPTY, board.random);
    assertThat(member.next(board.state(Phase.COMMIT)))
        .isEqualTo(new Stopped(CeremonyAction.Reason.UNPROVEN_KEY));
  }

  @Test
  void waitsWhereThereIsNothingToDoAndFinishesFromTheBoardAlone() {
    TestBoard board = board(21);
    assertThat(board.next(1, board.state(Phase.REGISTRATION))).isEqualTo(new CeremonyAction.Wait());
    assertThat(board.next(1, board.state(Phase.REVEAL))).isEqualTo(new CeremonyAction.Wait());
    assertThat(board.next(1, board.state(Phase.FAILED)))
        .isEqualTo(new Stopped(CeremonyAction.Reason.CEREMONY_FAILED));
    board.run();
    for (Phase phase : new Phase[] {Phase.COMMIT, Phase.REVEAL, Phase.COMPLAINT, Phase.CONFIRM}) {
      assertThat(board.next(1, board.state(phase))).isEqualTo(new CeremonyAction.Wait());
    }
    for (Phase phase : new Phase[] {Phase.CONFIRM, Phase.ACTIVE}) {
      BoardState unsettled = new BoardState(phase, board.messages, java.util.Set.of(), false);
      assertThat(board.next(1, unsettled)).isEqualTo(new CeremonyAction.Wait());
    }
    try (SecretBytes stored = board.encryptionKeys.get(0).exportSecret()) {
      EncryptionKey reloaded = EncryptionKey.of(stored, board.random);
      CeremonyMember.Self self = new CeremonyMember.Self(1, reloaded, board.identities.get(0));
      CeremonyMember restarted = new CeremonyMember(board.terms, self, Bytes.EMPTY, board.random);
      CeremonyAction action = restarted.next(board.state(Phase.ACTIVE));
      assertThat(action)
          .isInstanceOfSatisfying(
              CeremonyAction.Finished.class,
              finished -> assertThat(finished.share().index()).isEqualTo(1));
      assertThat(reloaded.toString()).contains(reloaded.publicKey().toString());
      reloaded.close();
    }
  }
}
