// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.Ceremony;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeEvents;
import org.elastos.smartweb.contracts.generated.Member;
import org.elastos.smartweb.threshold.BoardMessage;
import org.elastos.smartweb.threshold.BoardState;
import org.elastos.smartweb.threshold.CeremonyTerms;
import org.elastos.smartweb.threshold.CommitteeMember;
import org.elastos.smartweb.threshold.GroupElement;

/// The committee contract as the ceremony sees it: members, phase and ordered messages at the
/// newest agreed block, and whether they are settled at the final one. Thread-safe.
final class CommitteeBoard {
  private final EvmChain chain;
  private final EvmAddress contract;

  CommitteeBoard(EvmChain chain, EvmAddress contract) {
    this.chain = chain;
    this.contract = contract;
  }

  /// The contract, as proofs name it.
  CeremonyTerms.Board name() {
    return new CeremonyTerms.Board(chain.id(), contract);
  }

  /// The blocks to read at.
  Reading<Heads> heads() {
    return chain.heads();
  }

  /// The index of an operator, empty for a stranger.
  Reading<Optional<Integer>> indexOf(EvmAddress operator, BlockRef at) {
    return ask(new LicenseCommitteeCalls.MemberIndex(operator), at)
        .map(index -> index == 0 ? Optional.empty() : Optional.of(index));
  }

  /// The members that the board shows, in the order of their indices.
  Reading<List<Member>> members(BlockRef at) {
    return ask(new LicenseCommitteeCalls.Members(), at);
  }

  /// The newest ceremony's number, 0 before the first.
  Reading<Long> currentEpoch(BlockRef at) {
    return ask(new LicenseCommitteeCalls.CurrentEpoch(), at);
  }

  /// What a ceremony is about; empty while a member has not registered properly.
  Reading<Optional<CeremonyTerms>> terms(long epoch, BlockRef at) {
    return ask(new LicenseCommitteeCalls.Threshold(), at)
        .then(threshold -> members(at).map(members -> terms(epoch, threshold, members)));
  }

  /// The state of a ceremony at the newest block of these.
  Reading<BoardState> state(long epoch, Heads heads) {
    BlockRef newest = heads.newest();
    return ask(new LicenseCommitteeCalls.Ceremony(epoch), newest)
        .then(ceremony ->
            ask(new LicenseCommitteeCalls.Phase(epoch), newest)
                .then(phase ->
                    events(ceremony, newest)
                        .map(logs -> state(epoch, phase, logs, settled(ceremony, heads)))));
  }

  private static boolean settled(Ceremony ceremony, Heads heads) {
    return heads.finalized().number() + 1 >= ceremony.complaintCloses();
  }

  private Reading<List<EvmLog>> events(Ceremony ceremony, BlockRef newest) {
    if (ceremony.start() == 0) {
      return new Reading.Agreed<>(List.of(), newest);
    }
    List<Hash256> topics =
        List.of(LicenseCommitteeEvents.BoardMessage.TOPIC, LicenseCommitteeEvents.Confirmed.TOPIC);
    return chain.logs(new LogFilter(List.of(contract), topics, ceremony.start(), newest.number()));
  }

  private static BoardState state(long epoch, int phase, List<EvmLog> logs, boolean settled) {
    List<BoardMessage> messages = new ArrayList<>();
    Set<Integer> confirmed = new HashSet<>();
    for (EvmLog log : logs) {
      if (log.topics().getFirst().equals(LicenseCommitteeEvents.Confirmed.TOPIC)) {
        var event = LicenseCommitteeEvents.Confirmed.decode(log);
        if (event.epoch() == epoch) {
          confirmed.add(event.member());
        }
      } else {
        var event = LicenseCommitteeEvents.BoardMessage.decode(log);
        if (event.epoch() == epoch) {
          messages.add(
              new BoardMessage(
                  epoch,
                  Math.toIntExact(event.seq()),
                  BoardMessage.Kind.of(event.kind()),
                  event.member(),
                  event.payload()));
        }
      }
    }
    return new BoardState(phase(phase), messages, confirmed, settled);
  }

  private static BoardState.Phase phase(int number) {
    return switch (number) {
      case 0 -> BoardState.Phase.REGISTRATION;
      case 1 -> BoardState.Phase.COMMIT;
      case 2 -> BoardState.Phase.REVEAL;
      case 3 -> BoardState.Phase.COMPLAINT;
      case 4 -> BoardState.Phase.CONFIRM;
      case 5 -> BoardState.Phase.ACTIVE;
      case 6 -> BoardState.Phase.FAILED;
      default -> throw new NodeException("the board shows an unknown phase");
    };
  }

  private Optional<CeremonyTerms> terms(long epoch, int threshold, List<Member> members) {
    List<CommitteeMember> registered = new ArrayList<>();
    for (Member member : members) {
      Optional<GroupElement> key = GroupElement.decode(member.encryptionKey().bytes());
      if (key.isEmpty()) {
        return Optional.empty();
      }
      registered.add(
          new CommitteeMember(
              member.operator(),
              Bytes.of(member.identityKey().bytes()),
              key.get(),
              member.proofOfPossession()));
    }
    return Optional.of(new CeremonyTerms(name(), epoch, threshold, registered));
  }

  private <R> Reading<R> ask(ContractQuery<R> question, BlockRef at) {
    return chain.call(question.on(contract), at).map(question::decodeResult);
  }
}
