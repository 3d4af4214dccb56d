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
import org.elastos.smartweb.contracts.generated.EpochInfo;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeEvents;
import org.elastos.smartweb.contracts.generated.Member;
import org.elastos.smartweb.threshold.BoardMessage;
import org.elastos.smartweb.threshold.BoardState;
import org.elastos.smartweb.threshold.CeremonyBoard;
import org.elastos.smartweb.threshold.CeremonyPlan;
import org.elastos.smartweb.threshold.CeremonyTerms;
import org.elastos.smartweb.threshold.Committee;
import org.elastos.smartweb.threshold.CommitteeMember;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.GroupElement;

/// The committee contract as the ceremony sees it: members, phase and ordered messages at the
/// newest agreed block, and whether they are settled at the final one. Thread-safe.
final class CommitteeBoard implements CeremonyBoard {
  private static final int NO_CEREMONY = 0;
  private static final int GENERATION = 1;
  private static final int RESHARE = 2;
  private static final int REFRESH = 3;

  private final EvmChain chain;
  private final EvmAddress contract;

  CommitteeBoard(EvmChain chain, EvmAddress contract) {
    this.chain = chain;
    this.contract = contract;
  }

  /// The contract, as proofs name it.
  @Override
  public CeremonyTerms.Board name() {
    return new CeremonyTerms.Board(chain.id(), contract);
  }

  /// The blocks to read at.
  Reading<Heads> heads() {
    return chain.heads();
  }

  /// The index of an operator in an epoch, 0 for a stranger to it.
  Reading<Integer> indexIn(long epoch, EvmAddress operator, BlockRef at) {
    return ask(new LicenseCommitteeCalls.IndexIn(epoch, operator), at);
  }

  /// Whether an operator's keys are on the board.
  Reading<Boolean> isRegistered(EvmAddress operator, BlockRef at) {
    return ask(new LicenseCommitteeCalls.OperatorRecord(operator), at)
        .map(member -> !member.identityKey().equals(Hash256.ZERO));
  }

  /// The newest ceremony's number, 0 before the first.
  Reading<Long> currentEpoch(BlockRef at) {
    return ask(new LicenseCommitteeCalls.CurrentEpoch(), at);
  }

  @Override
  public Reading<Long> currentEpoch() {
    return heads().then(heads -> currentEpoch(heads.newest()));
  }

  @Override
  public Reading<Optional<CeremonyTerms>> terms(long epoch) {
    return heads().then(heads -> terms(epoch, heads.newest()));
  }

  @Override
  public Reading<BoardState> state(long epoch) {
    return heads().then(heads -> state(epoch, heads));
  }

  @Override
  public Reading<Optional<EpochKeys>> keys(long epoch) {
    return heads().then(heads -> keys(epoch, heads.newest()));
  }

  /// What a ceremony is about; empty before it has begun, or while a member's key is not a key.
  Reading<Optional<CeremonyTerms>> terms(long epoch, BlockRef at) {
    return ask(new LicenseCommitteeCalls.EpochInfo(epoch), at)
        .then(info ->
            info.kind() == NO_CEREMONY
                ? new Reading.Agreed<>(Optional.<CeremonyTerms>empty(), at)
                : terms(epoch, info, at));
  }

  private Reading<Optional<CeremonyTerms>> terms(long epoch, EpochInfo info, BlockRef at) {
    return ask(new LicenseCommitteeCalls.MembersOf(epoch), at)
        .then(members ->
            plan(info, at)
                .map(plan ->
                    plan.flatMap(known ->
                        committee(info.threshold(), members)
                            .map(next -> new CeremonyTerms(name(), epoch, known, next)))));
  }

  /// Empty when the epoch that hands over shows no keys, which a sound board never does.
  private Reading<Optional<CeremonyPlan>> plan(EpochInfo info, BlockRef at) {
    if (info.kind() == GENERATION) {
      return new Reading.Agreed<>(Optional.of(new CeremonyPlan.Generation()), at);
    }
    return ask(new LicenseCommitteeCalls.MembersOf(info.from()), at)
        .then(members ->
            keys(info.from(), at)
                .map(keys ->
                    keys.map(held ->
                        plan(
                            info.kind(),
                            new CeremonyPlan.Holders(
                                held, members.stream().map(Member::operator).toList())))));
  }

  private static CeremonyPlan plan(int kind, CeremonyPlan.Holders holders) {
    return switch (kind) {
      case RESHARE -> new CeremonyPlan.Reshare(holders);
      case REFRESH -> new CeremonyPlan.Refresh(holders);
      default -> throw new NodeException("the board shows an unknown kind of ceremony");
    };
  }

  /// The keys that an epoch was activated with; empty before.
  Reading<Optional<EpochKeys>> keys(long epoch, BlockRef at) {
    return ask(new LicenseCommitteeCalls.EpochInfo(epoch), at)
        .then(info ->
            info.kind() == NO_CEREMONY
                ? new Reading.Agreed<>(Optional.<EpochKeys>empty(), at)
                : ask(new LicenseCommitteeCalls.EpochPublic(epoch), at)
                    .map(data ->
                        EpochKeys.decode(
                            epoch,
                            new CommitteeShape(info.size(), info.threshold()),
                            data.bytes())));
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

  private static Optional<Committee> committee(int threshold, List<Member> members) {
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
    return Optional.of(new Committee(threshold, registered));
  }

  private <R> Reading<R> ask(ContractQuery<R> question, BlockRef at) {
    return chain.call(question.on(contract), at).map(question::decodeResult);
  }
}
