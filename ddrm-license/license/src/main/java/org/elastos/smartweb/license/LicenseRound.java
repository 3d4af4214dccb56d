// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.CombineOutcome;
import org.elastos.smartweb.threshold.Combiner;
import org.elastos.smartweb.threshold.VerifiedPartial;

/// One round of questions to a committee: t + 1 nodes at once, another for each that fails, all the
/// rest when the first are slower than usual. Who was asked and answers in the usual time is heard
/// even when there are t good answers, so that a liar among the first is named each time. Run by
/// the calling thread alone; used once.
final class LicenseRound {
  private final NodeDialogue dialogue;
  private final LicenseClient.Patience patience;
  private final NodeLatencies latencies;
  private final Deque<NodeEndpoint> waiting;
  private final BlockingQueue<Supplier<NodeDialogue.Result>> answers = new LinkedBlockingQueue<>();
  private final SortedMap<Integer, NodeOutcome> outcomes = new TreeMap<>();
  private final List<VerifiedPartial> partials = new ArrayList<>();
  private final int needed;
  private int running;
  private volatile boolean over;

  LicenseRound(NodeDialogue dialogue, CommitteeRoster committee, LicenseClient.Patience patience) {
    this.dialogue = dialogue;
    this.patience = patience;
    this.latencies = dialogue.home().latencies();
    this.waiting = new ArrayDeque<>(latencies.order(committee.nodes()));
    this.needed = committee.keys().shape().threshold();
  }

  void run(Pace pace) throws InterruptedException {
    long started = pace.nanos();
    long end = started + patience.whole().toNanos();
    long hedge = started + latencies.hedgeAfter(patience.hedgeAfter()).toNanos();
    start(pace, needed + 1);
    while (running > 0 && (partials.size() < needed || pace.nanos() < hedge)) {
      long until = waiting.isEmpty() && partials.size() < needed ? end : Math.min(end, hedge);
      Supplier<NodeDialogue.Result> answer = pace.poll(answers, until - pace.nanos());
      if (answer != null) {
        take(answer.get(), pace);
      } else if (pace.nanos() >= end || partials.size() >= needed) {
        break;
      } else {
        start(pace, waiting.size());
      }
    }
    over = true;
  }

  private void start(Pace pace, int count) {
    for (int k = 0; k < count && !waiting.isEmpty(); k++) {
      NodeEndpoint node = waiting.removeFirst();
      outcomes.put(node.index(), new NodeOutcome.NotNeeded());
      running++;
      pace.ask(() -> ask(node, pace), answers);
    }
  }

  /// The answer, or the fault that asking ended in, for the calling thread to meet.
  private Supplier<NodeDialogue.Result> ask(NodeEndpoint node, Pace pace) {
    long asked = pace.nanos();
    try {
      NodeDialogue.Result result = dialogue.ask(node);
      if (result.outcome().answered()) {
        latencies.answered(node.index(), pace.nanos() - asked);
      } else if (!over) {
        latencies.silent(node.index(), patience.perCall());
      }
      return () -> result;
    } catch (RuntimeException fault) {
      return () -> {
        throw fault;
      };
    }
  }

  private void take(NodeDialogue.Result result, Pace pace) {
    running--;
    boolean enough = partials.size() >= needed;
    if (result.partial().isEmpty()) {
      outcomes.put(result.node().index(), result.outcome());
      start(pace, enough ? 0 : 1);
    } else if (!enough) {
      outcomes.put(result.node().index(), result.outcome());
      partials.add(result.partial().get());
    }
  }

  LicenseOutcome conclude(CommitteeRoster committee) {
    waiting.forEach(node -> outcomes.put(node.index(), new NodeOutcome.NotNeeded()));
    if (partials.size() < needed) {
      outcomes.replaceAll((index, outcome) -> late(outcome));
      int answered = (int) outcomes.values().stream().filter(NodeOutcome::answered).count();
      return new LicenseOutcome.NotEnough(
          new LicenseOutcome.Count(partials.size(), answered, needed), outcomes);
    }
    return switch (Combiner.combine(dialogue.header(), committee.keys(), partials)) {
      case CombineOutcome.Combined(SecretBytes fileKey) ->
          new LicenseOutcome.Licensed(fileKey, license(), outcomes);
      case CombineOutcome.Refused _ ->
          new LicenseOutcome.BadEnvelope(LicenseOutcome.Fault.ENVELOPE_INVALID, outcomes);
    };
  }

  /// What all of them allow; none when one of them speaks the first version only.
  private Optional<AgreedLicense> license() {
    List<NodeOutcome.Honest> honest =
        outcomes.values().stream()
            .filter(NodeOutcome.Honest.class::isInstance)
            .map(NodeOutcome.Honest.class::cast)
            .toList();
    List<License.Signed> words = honest.stream().flatMap(one -> one.license().stream()).toList();
    return words.size() == honest.size() ? Optional.of(new AgreedLicense(words)) : Optional.empty();
  }

  private static NodeOutcome late(NodeOutcome outcome) {
    return outcome instanceof NodeOutcome.NotNeeded
        ? new NodeOutcome.Unreachable("timeout")
        : outcome;
  }
}
