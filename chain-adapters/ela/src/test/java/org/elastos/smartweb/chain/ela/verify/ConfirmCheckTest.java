// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaCodec;
import org.elastos.smartweb.chain.ela.Proposal;
import org.elastos.smartweb.chain.ela.Vectors;
import org.elastos.smartweb.chain.ela.Vote;
import org.junit.jupiter.api.Test;

class ConfirmCheckTest {
  private static final Hash256 BLOCK = new TestMiner(36).hash();
  private static final TestArbiters ARBITERS = new TestArbiters(12);

  private static Rule ruleOf(Verdict verdict) {
    return ((Verdict.Invalid) verdict).rule();
  }

  private static Verdict check(Confirm confirm) {
    return ConfirmCheck.check(confirm, BLOCK, ARBITERS.set());
  }

  private static Confirm with(Confirm confirm, int at, Vote vote) {
    List<Vote> votes = new ArrayList<>(confirm.votes());
    votes.set(at, vote);
    return new Confirm(confirm.proposal(), votes);
  }

  @Test
  void needsStrictlyMoreThanTwoThirdsOfAllSeats() {
    assertThat(ARBITERS.set().quorum()).isEqualTo(9);
    assertThat(check(ARBITERS.confirmBy(BLOCK, 9))).isEqualTo(Verdict.valid());
    assertThat(check(ARBITERS.confirmBy(BLOCK, 12))).isEqualTo(Verdict.valid());
    assertThat(check(ARBITERS.confirmBy(BLOCK, 8)))
        .isEqualTo(Verdict.differs(Rule.CONFIRM_TOO_FEW, "at least 9", 8));
    assertThat(ruleOf(check(ARBITERS.confirmBy(BLOCK, 0)))).isEqualTo(Rule.CONFIRM_TOO_FEW);
  }

  @Test
  void countsSeatsThatMayNotSign() {
    List<Bytes> seats = new ArrayList<>(ARBITERS.keys());
    for (int i = 0; i < 24; i++) {
      seats.add(Bytes.EMPTY);
    }
    ArbiterSet thirtySix = new ArbiterSet(seats, List.of());

    assertThat(thirtySix.quorum()).isEqualTo(25);
    assertThat(thirtySix.members()).hasSize(12);
    assertThat(thirtySix.councillors()).isEmpty();
    assertThat(ruleOf(ConfirmCheck.check(ARBITERS.confirmBy(BLOCK, 12), BLOCK, thirtySix)))
        .isEqualTo(Rule.CONFIRM_TOO_FEW);
  }

  @Test
  void countsEachSignerOnce() {
    assertThat(ruleOf(check(ARBITERS.confirm(BLOCK, 0, 1, 2, 3, 4, 5, 6, 7, 7))))
        .isEqualTo(Rule.CONFIRM_DUPLICATE_SIGNER);
    assertThat(ruleOf(check(ARBITERS.confirm(BLOCK, 0, 1, 2, 3, 4, 5, 6, 7, 8, 8))))
        .isEqualTo(Rule.CONFIRM_DUPLICATE_SIGNER);
  }

  @Test
  void refusesAConfirmOfAnotherBlock() {
    assertThat(ruleOf(check(ARBITERS.confirmBy(Hash256.ZERO, 9))))
        .isEqualTo(Rule.CONFIRM_WRONG_BLOCK);
  }

  @Test
  void refusesVotesForAnotherProposalAndVotesAgainst() {
    Confirm good = ARBITERS.confirmBy(BLOCK, 9);

    assertThat(ruleOf(check(with(good, 4, ARBITERS.vote(Hash256.ZERO, 4, true)))))
        .isEqualTo(Rule.CONFIRM_WRONG_PROPOSAL);
    assertThat(ruleOf(check(with(good, 4, ARBITERS.vote(good.proposal().hash(), 4, false)))))
        .isEqualTo(Rule.CONFIRM_REJECT_VOTE);
  }

  @Test
  void refusesStrangersAsSponsorOrSigner() {
    TestArbiters strangers = new TestArbiters(9);
    Confirm good = ARBITERS.confirmBy(BLOCK, 9);

    assertThat(ruleOf(check(strangers.confirmBy(BLOCK, 9))))
        .isEqualTo(Rule.CONFIRM_SPONSOR_UNKNOWN);
    assertThat(ruleOf(check(with(good, 8, strangers.vote(good.proposal().hash(), 0, true)))))
        .isEqualTo(Rule.CONFIRM_SIGNER_UNKNOWN);
    Vote nobody = new Vote(good.proposal().hash(), Bytes.EMPTY, true, Bytes.EMPTY);
    assertThat(ruleOf(check(with(good, 8, nobody)))).isEqualTo(Rule.CONFIRM_SIGNER_UNKNOWN);
  }

  @Test
  void refusesSignaturesThatAreNotTheSigners() {
    Confirm good = ARBITERS.confirmBy(BLOCK, 9);
    Hash256 hash = good.proposal().hash();
    Vote borrowed = new Vote(hash, ARBITERS.keys().get(3), true, good.votes().get(2).signature());
    Vote empty = new Vote(hash, ARBITERS.keys().get(3), true, Bytes.EMPTY);
    Proposal unsigned = new Proposal(ARBITERS.keys().getFirst(), BLOCK, 0, Bytes.EMPTY);

    assertThat(ruleOf(check(with(good, 3, borrowed)))).isEqualTo(Rule.CONFIRM_VOTE_SIGNATURE);
    assertThat(ruleOf(check(with(good, 3, empty)))).isEqualTo(Rule.CONFIRM_VOTE_SIGNATURE);
    assertThat(ruleOf(check(new Confirm(unsigned, good.votes()))))
        .isEqualTo(Rule.CONFIRM_PROPOSAL_SIGNATURE);
  }

  @Test
  void acceptsTheConfirmOfTheVectors() {
    Confirm confirm = ElaCodec.readConfirm(Vectors.bytes("synthetic-confirm")).orElseThrow();
    Hash256 block = confirm.proposal().blockHash();
    Set<Bytes> signers = new HashSet<>();
    confirm.votes().forEach(vote -> signers.add(vote.signer()));
    signers.add(confirm.proposal().sponsor());
    List<Bytes> seats = List.copyOf(signers);

    assertThat(ConfirmCheck.check(confirm, block, new ArbiterSet(seats, List.of())))
        .isEqualTo(Verdict.valid());
    List<Bytes> more = new ArrayList<>(seats);
    while (more.size() * 2 / 3 < confirm.votes().size()) {
      more.add(Bytes.EMPTY);
    }
    assertThat(ruleOf(ConfirmCheck.check(confirm, block, new ArbiterSet(more, List.of()))))
        .isEqualTo(Rule.CONFIRM_TOO_FEW);
  }

  @Test
  void refusesSetsThatAreNone() {
    Bytes key = ARBITERS.keys().getFirst();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArbiterSet(List.of(key, key), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArbiterSet(List.of(), List.of(Bytes.of(new byte[32]))));
    assertThat(ArbiterSet.wellFormed(Collections.nCopies(256, Bytes.EMPTY))).isFalse();
  }
}
