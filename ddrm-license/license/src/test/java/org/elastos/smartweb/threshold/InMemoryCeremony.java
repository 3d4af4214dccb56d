// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.threshold.BoardState.Phase;
import org.elastos.smartweb.threshold.BoardWriter.Written;

/// One ceremony on the twin: its windows, its messages, its votes. Not thread-safe.
final class InMemoryCeremony {
  final CeremonyTerms terms;
  private final boolean generation;
  private final List<BoardMessage> messages = new ArrayList<>();
  private final Map<Integer, Hash256> commits = new HashMap<>();
  private final Set<Integer> revealed = new HashSet<>();
  private final Set<List<Integer>> complaints = new HashSet<>();
  private final Set<Integer> confirmed = new HashSet<>();
  private final Map<List<Object>, Integer> votes = new HashMap<>();
  Optional<EpochKeys> keys = Optional.empty();
  private long commitCloses;
  private long revealCloses;
  long replacedAt;

  InMemoryCeremony(CeremonyTerms terms, long start) {
    this.terms = terms;
    this.generation = terms.plan().holders().isEmpty();
    this.commitCloses = generation ? start + InMemoryBoard.WINDOW : start;
    this.revealCloses = commitCloses + InMemoryBoard.WINDOW;
  }

  Phase phase(long now) {
    if (keys.isPresent()) {
      return Phase.ACTIVE;
    }
    if (now < commitCloses) {
      return Phase.COMMIT;
    }
    if (now < revealCloses) {
      return Phase.REVEAL;
    }
    if (now < revealCloses + InMemoryBoard.WINDOW) {
      return Phase.COMPLAINT;
    }
    return inConfirmWindow(now) ? Phase.CONFIRM : Phase.FAILED;
  }

  private boolean inConfirmWindow(long now) {
    return now >= revealCloses + InMemoryBoard.WINDOW
        && now < revealCloses + 2 * InMemoryBoard.WINDOW;
  }

  BoardState state(long now) {
    return new BoardState(phase(now), messages, confirmed, true);
  }

  private List<EvmAddress> dealers() {
    return terms
        .plan()
        .holders()
        .map(CeremonyPlan.Holders::operators)
        .orElseGet(() -> terms.committee().operators());
  }

  Written post(EvmAddress by, BoardMessage.Kind kind, Bytes payload, long now) {
    boolean deals = kind != BoardMessage.Kind.COMPLAINT;
    int member = 1 + (deals ? dealers() : terms.committee().operators()).indexOf(by);
    if (member == 0) {
      return new Written.Refused("NotOperator");
    }
    if (phase(now) != window(kind)) {
      return new Written.Refused("WrongPhase");
    }
    Optional<String> refused =
        switch (kind) {
          case COMMIT -> commit(member, payload, now);
          case REVEAL -> reveal(member, payload, now);
          case COMPLAINT -> complain(member, payload);
        };
    if (refused.isPresent()) {
      return new Written.Refused(refused.get());
    }
    messages.add(new BoardMessage(terms.epoch(), messages.size(), kind, member, payload));
    return new Written.Accepted();
  }

  private static Phase window(BoardMessage.Kind kind) {
    return switch (kind) {
      case COMMIT -> Phase.COMMIT;
      case REVEAL -> Phase.REVEAL;
      case COMPLAINT -> Phase.COMPLAINT;
    };
  }

  private Optional<String> commit(int member, Bytes payload, long now) {
    if (payload.size() != Hash256.BYTES) {
      return Optional.of("BadLength");
    }
    if (commits.putIfAbsent(member, Hash256.of(payload.bytes())) != null) {
      return Optional.of("AlreadyPosted");
    }
    if (commits.size() == terms.members().size()) {
      commitCloses = now;
      revealCloses = now + InMemoryBoard.WINDOW;
    }
    return Optional.empty();
  }

  private Optional<String> reveal(int member, Bytes payload, long now) {
    if (generation && !commits.containsKey(member)) {
      return Optional.of("NotCommitted");
    }
    if (generation && !commits.get(member).equals(Dealing.commitment(payload))) {
      return Optional.of("CommitmentMismatch");
    }
    if (!revealed.add(member)) {
      return Optional.of("AlreadyPosted");
    }
    if (revealed.size() == (generation ? commits.size() : dealers().size())) {
      revealCloses = now;
    }
    return Optional.empty();
  }

  private Optional<String> complain(int member, Bytes payload) {
    byte[] bytes = payload.bytes();
    int dealer = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    if (!revealed.contains(dealer)) {
      return Optional.of("BadDealer");
    }
    return complaints.add(List.of(member, dealer))
        ? Optional.empty()
        : Optional.of("AlreadyComplained");
  }

  Written confirm(EvmAddress by, Confirmation confirmation, long now) {
    int member = 1 + terms.committee().operators().indexOf(by);
    if (member == 0) {
      return new Written.Refused("NotOperator");
    }
    if (!inConfirmWindow(now)) {
      return new Written.Refused("WrongPhase");
    }
    Optional<EpochKeys> stated =
        EpochKeys.decode(terms.epoch(), terms.shape(), confirmation.publicData().bytes());
    boolean changed =
        terms
            .plan()
            .holders()
            .filter(from -> !from.keys().groupKey().equals(confirmation.groupKey()))
            .isPresent();
    if (changed) {
      return new Written.Refused("GroupKeyChanged");
    }
    if (!confirmed.add(member)) {
      return new Written.Refused("AlreadyPosted");
    }
    int same =
        votes.merge(List.of(confirmation.transcript(), confirmation.publicHash()), 1, Integer::sum);
    if (same == terms.members().size() - terms.threshold() + 1) {
      keys = stated;
    }
    return new Written.Accepted();
  }
}
