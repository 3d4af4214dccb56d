// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.BoardMessage.Kind;
import org.elastos.smartweb.threshold.BoardState.Phase;
import org.elastos.smartweb.threshold.CeremonyOutcome.Agreed;
import org.junit.jupiter.api.Test;

/// Messages on the board that are malformed, repeated, unproven or false.
class BoardMessagesTest {
  private static final CommitteeShape SHAPE = new CommitteeShape(5, 3);
  private static final Hash256 ASSET = Hash256.fromHex("0a".repeat(32));

  private static TestBoard board(long seed) {
    return new TestBoard(SHAPE, seed);
  }

  @Test
  void missingProofsAreRefused() {
    TestBoard board = board(12);
    byte[] noProofA = CeremonyMember.deal(board.terms, 1, board.random).bytes();
    Arrays.fill(noProofA, 5 + 99, 5 + 99 + 64, (byte) 0);
    byte[] noProofE = CeremonyMember.deal(board.terms, 2, board.random).bytes();
    Arrays.fill(noProofE, 5 + 99 + 64 + 33, 5 + 99 + 64 + 33 + 64, (byte) 0);
    board.dealing(1, Bytes.of(noProofA)).dealing(2, Bytes.of(noProofE)).run();
    Agreed agreed = (Agreed) board.outcome();
    assertThat(agreed.faults())
        .extracting(Fault::member, Fault::code)
        .hasToString("[(1, BAD_ENCODING), (2, BAD_ENCODING)]");
  }

  @Test
  void malformedDealingsAreRefused() {
    TestBoard board = board(13);
    byte[] honest = CeremonyMember.deal(board.terms, 1, board.random).bytes();
    List<byte[]> malformed = new ArrayList<>();
    malformed.add(new byte[0]);
    malformed.add(Arrays.copyOf(honest, 4));
    malformed.add(Arrays.copyOf(honest, honest.length - 1));
    malformed.add(Arrays.copyOf(honest, honest.length + 1));
    malformed.add(changed(honest, 0, 2));
    malformed.add(changed(honest, 2, 2));
    malformed.add(changed(honest, 4, 6));
    malformed.add(changed(honest, 5, 0));
    malformed.add(changed(honest, 5 + 99 + 64, 9));
    for (byte[] bytes : malformed) {
      assertThat(Dealing.read(board.terms, 1, Bytes.of(bytes)))
          .isEqualTo(new Dealing.Read.Invalid(Fault.Code.BAD_ENCODING));
    }
    assertThat(Dealing.read(board.terms, 1, Bytes.of(honest)))
        .isInstanceOf(Dealing.Read.Valid.class);
  }

  private static byte[] changed(byte[] bytes, int at, int value) {
    byte[] copy = bytes.clone();
    copy[at] = (byte) value;
    return copy;
  }

  @Test
  void aFalseComplaintNamesTheComplainantAndKeepsTheDealer() {
    TestBoard board = board(14);
    board.step(Phase.COMMIT);
    board.step(Phase.REVEAL);
    KeyCeremony ceremony = KeyCeremony.read(board.terms, board.messages);
    Complaint.Parties parties = ceremony.parties(ceremony.dealings().get(1), 5);
    Complaint complaint = Complaint.make(parties, board.encryptionKeys.get(4), board.random);
    Bytes first = complaint.encode();
    board.append(5, Kind.COMPLAINT, first);
    board.append(5, Kind.COMPLAINT, first);
    board.append(4, Kind.COMPLAINT, first);
    board.append(3, Kind.COMPLAINT, Bytes.of(new byte[100]));
    board.append(3, Kind.COMPLAINT, Bytes.of(new byte[99]));
    board.append(2, Kind.COMPLAINT, Bytes.of(changed(first.bytes(), 2, 9)));
    board.append(2, Kind.COMPLAINT, Bytes.of(changed(first.bytes(), 3, 9)));
    board.append(2, Kind.COMPLAINT, Bytes.of(changed(first.bytes(), 1, 77)));
    Agreed agreed = (Agreed) board.outcome();
    assertThat(agreed.qualified()).containsExactly(1, 2, 3, 4, 5);
    assertThat(agreed.faults())
        .extracting(Fault::member, Fault::code)
        .hasToString(
            "[(5, FALSE_COMPLAINT), (5, REPEATED), (4, FALSE_COMPLAINT), (3, BAD_ENCODING),"
                + " (3, BAD_ENCODING), (2, BAD_ENCODING), (2, BAD_ENCODING)]");
    Complaint wIdentity =
        new Complaint(
            1,
            complaint.shared(),
            BigInteger.TWO,
            board.encryptionKeys.get(4).use(x -> x.shiftLeft(1).mod(Curve.N)));
    assertThat(wIdentity.isProven(parties)).isFalse();
    Complaint secondIdentity =
        new Complaint(1, parties.dealing().e(), BigInteger.TWO, BigInteger.TWO);
    assertThat(secondIdentity.isProven(parties)).isFalse();
  }

  @Test
  void aRevealThatWasNotCommittedToIsRefused() {
    TestBoard board = board(16);
    Bytes other = CeremonyMember.deal(board.terms, 2, board.random);
    board.with(2, (kind, payload) -> Optional.of(kind == Kind.REVEAL ? other : payload));
    board.run();
    board.append(1, Kind.REVEAL, other);
    board.append(1, Kind.COMMIT, Bytes.of(ASSET.bytes()));
    board.append(1, Kind.COMMIT, Bytes.of(new byte[31]));
    Agreed agreed = (Agreed) board.outcome();
    assertThat(agreed.qualified()).containsExactly(1, 3, 4, 5);
    assertThat(agreed.faults())
        .extracting(Fault::member, Fault::code)
        .hasToString("[(2, COMMITMENT_MISMATCH), (1, REPEATED), (1, REPEATED), (1, BAD_ENCODING)]");
  }

  @Test
  void aRevealWithoutACommitIsRefused() {
    TestBoard board = board(17);
    board.append(1, Kind.REVEAL, CeremonyMember.deal(board.terms, 1, board.random));
    KeyCeremony ceremony = KeyCeremony.read(board.terms, board.messages);
    assertThat(ceremony.faults())
        .containsExactly(Fault.ofDealer(1, 0, Fault.Code.COMMITMENT_MISMATCH));
    assertThat(ceremony.terms()).isEqualTo(board.terms);
  }

  @Test
  void refusesABoardWithGapsStrangersOrAnotherEpoch() {
    TestBoard board = board(22);
    Bytes hash = Bytes.of(ASSET.bytes());
    for (BoardMessage bad :
        List.of(
            new BoardMessage(1, 1, Kind.COMMIT, 1, hash),
            new BoardMessage(2, 0, Kind.COMMIT, 1, hash),
            new BoardMessage(1, 0, Kind.COMMIT, 6, hash),
            new BoardMessage(1, 0, Kind.COMMIT, 0, hash))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> KeyCeremony.read(board.terms, List.of(bad)));
    }
    for (Kind kind : Kind.values()) {
      assertThat(Kind.of(kind.number())).isEqualTo(kind);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Kind.of(4));
    for (Fault.Code code : Fault.Code.values()) {
      assertThat(code.text()).isEqualTo(code.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void everyProofIsBoundToItsEpochAndRegistration() {
    TestBoard board = board(23);
    CeremonyTerms next = new CeremonyTerms(board.terms.board(), 2, 3, board.terms.members());
    Bytes dealing = CeremonyMember.deal(board.terms, 1, board.random);
    assertThat(Dealing.read(next, 1, dealing))
        .isEqualTo(new Dealing.Read.Invalid(Fault.Code.BAD_PROOF_OF_SECRET));
    CommitteeMember member = board.terms.member(1);
    Registration elsewhere =
        new Registration(
            new org.elastos.smartweb.chain.ChainId(1),
            board.terms.board().contract(),
            member.operator());
    assertThat(elsewhere.holds(member.encryptionKey(), member.proof())).isFalse();
    SchnorrProof identity =
        new SchnorrProof(
            BigInteger.TWO, board.encryptionKeys.get(0).use(x -> x.shiftLeft(1).mod(Curve.N)));
    assertThat(elsewhere.holds(member.encryptionKey(), identity.encode())).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncryptionKey.of(SecretBytes.copyOf(new byte[32]), board.random));
  }
}
