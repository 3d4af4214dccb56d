// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.rules.Arbiters;
import org.elastos.smartweb.chain.devnet.ela.rules.Consensus;
import org.elastos.smartweb.chain.devnet.ela.rules.DevKey;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.devnet.ela.rules.Script;
import org.elastos.smartweb.chain.devnet.ela.rules.SpecialRules;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.Proposal;
import org.elastos.smartweb.chain.ela.Vote;
import org.elastos.smartweb.chain.ela.tx.ConsensusPayload;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.Payload;
import org.elastos.smartweb.chain.ela.tx.Program;
import org.elastos.smartweb.chain.ela.tx.TxType;

/// What the arbiters do: confirm blocks, and decide who comes next. Thread-safe.
final class Confirms {
  /// Blocks between an announcement and the last block of the old set.
  static final long LEAD = 4;

  private final DevRules rules;
  private final DevKeys keys;

  Confirms(DevRules rules, DevKeys keys) {
    this.rules = rules;
    this.keys = keys;
  }

  /// A confirm where the height has one. The sponsor rotates, and so does who is absent: at least
  /// the quorum votes, at most all.
  Optional<Confirm> confirm(Candidate candidate, Consensus consensus) {
    long height = candidate.fields().height();
    boolean leaves =
        candidate.transactions().stream()
            .anyMatch(tx -> tx.payload() instanceof ConsensusPayload.RevertToPow);
    if (height < rules.bpos().confirmsFrom() || consensus.byWork() || leaves) {
      return Optional.empty();
    }
    Arbiters arbiters = consensus.current();
    List<DevKey> seats = keys.seats(arbiters.number());
    int first = (int) (height % seats.size());
    DevKey sponsor = seats.get(first);
    Proposal proposal = propose(sponsor, candidate.hash());
    int absent = (int) (height % (seats.size() - arbiters.quorum() + 1));
    List<Vote> votes = new ArrayList<>();
    for (int i = 0; i < seats.size() - absent; i++) {
      votes.add(vote(seats.get((first + i) % seats.size()), proposal));
    }
    return Optional.of(new Confirm(proposal, votes));
  }

  /// Whether a block of this height announces the next set.
  boolean announcesAt(long height, Consensus consensus) {
    return height % rules.bpos().turn() == 0
        && height >= rules.bpos().confirmsFrom()
        && !consensus.byWork()
        && consensus.next().isEmpty();
  }

  /// The announcement of the next set, in force above `height + LEAD`.
  ElaTransaction nextTurn(long height, Consensus consensus) {
    Arbiters next = keys.arbiters(consensus.newest() + 1);
    return special(
        TxType.NEXT_TURN_DPOS_INFO,
        1,
        new ConsensusPayload.NextTurnDposInfo(
            1, height + LEAD, next.council(), next.seats(), next.council()));
  }

  /// The end of confirms, from the block that holds it.
  static ElaTransaction revertToPow(long height) {
    return special(
        TxType.REVERT_TO_POW,
        0,
        new ConsensusPayload.RevertToPow(SpecialRules.NO_PRODUCERS, height));
  }

  /// The decision that confirms come back, signed by all arbiters.
  ElaTransaction revertToDpos(Consensus consensus) {
    ElaTransaction unsigned =
        special(
            TxType.REVERT_TO_DPOS,
            0,
            new ConsensusPayload.RevertToDpos(Consensus.RETURN_INTERVAL, consensus.workSince()));
    Arbiters arbiters = consensus.current();
    Bytes code = Script.multi(arbiters.quorum(), arbiters.seats(), Script.MULTI_END);
    return sign(unsigned, code, keys.seats(arbiters.number()));
  }

  /// The transaction with one program that these keys sign.
  static ElaTransaction sign(ElaTransaction unsigned, Bytes code, List<DevKey> signers) {
    ElaWriter parameter = new ElaWriter();
    for (DevKey signer : signers) {
      parameter.varBytes(signer.sign(unsigned.unsigned()));
    }
    return unsigned.withPrograms(List.of(new Program(parameter.toBytes(), code)));
  }

  private static ElaTransaction special(TxType type, int payloadVersion, Payload payload) {
    return new ElaTransaction(
        ElaTransaction.VERSION_9,
        type,
        payloadVersion,
        payload,
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of());
  }

  private static Proposal propose(DevKey sponsor, Hash256 block) {
    Proposal unsigned = new Proposal(sponsor.publicKey(), block, 0, Bytes.EMPTY);
    return new Proposal(unsigned.sponsor(), block, 0, sponsor.sign(unsigned.unsigned()));
  }

  private static Vote vote(DevKey signer, Proposal proposal) {
    Vote unsigned = new Vote(proposal.hash(), signer.publicKey(), true, Bytes.EMPTY);
    return new Vote(
        unsigned.proposalHash(), unsigned.signer(), true, signer.sign(unsigned.unsigned()));
  }
}
