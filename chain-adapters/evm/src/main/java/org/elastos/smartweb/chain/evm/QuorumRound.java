// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/// Asks all sources the same thing at once, each in a virtual thread of its own, and stops waiting
/// as soon as enough is known. Used once or often, by any thread.
final class QuorumRound {
  /// How long a slower source is still listened to once a quorum has answered.
  private static final Duration GRACE = Duration.ofMillis(250);

  private final EvmSources sources;
  private final String name;
  private final ExecutorService threads;
  private final Duration patience;

  /// @param name the question's, for alarms and meters
  QuorumRound(EvmSources sources, String name, ExecutorService threads, Duration patience) {
    this.sources = sources;
    this.name = name;
    this.threads = threads;
    this.patience = patience;
  }

  /// Waits until a quorum gave the same answer, or all answered, or time ran out. Contradictions
  /// and silence raise an alarm.
  <T> Answers<T> agree(Function<RpcClient, T> question) {
    Answers<T> answers = tryToAgree(question);
    raise(answers.alarm());
    return answers;
  }

  /// The same without an alarm, for what may differ for a moment, such as the newest block.
  <T> Answers<T> tryToAgree(Function<RpcClient, T> question) {
    long start = System.nanoTime();
    Answers<T> answers = collect(question, so -> so.decided().isPresent(), Duration.ZERO);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    sources.alarms().measured(sources.profile().chain(), name, answers.outcome(), took);
    answers
        .standing()
        .forEach((source, outcome) ->
            sources.alarms().answered(sources.profile().chain(), source, outcome));
    return answers;
  }

  /// Raises the alarm, if there is one, about this question.
  void raise(Optional<Answers.Dissent> dissent) {
    dissent.ifPresent(found ->
        sources
            .alarms()
            .raise(new ChainAlarm(found.kind(), sources.profile().chain(), name, found.answers())));
  }

  /// Waits until a quorum answered, whatever, and a little longer for the others.
  <T> Answers<T> sample(Function<RpcClient, T> question) {
    return collect(question, so -> so.counting() >= sources.quorum(), GRACE);
  }

  /// Waits for all of them.
  <T> Answers<T> everyone(Function<RpcClient, T> question) {
    return collect(question, _ -> false, Duration.ZERO);
  }

  /// Waits until a quorum of sources gave a value, and a little longer for the others.
  <T> Answers<T> spread(Function<RpcClient, T> question) {
    return collect(question, so -> so.values().size() >= sources.quorum(), GRACE);
  }

  private <T> Answers<T> collect(
      Function<RpcClient, T> question, Predicate<Answers<T>> enough, Duration grace) {
    BlockingQueue<Reply<T>> replies = new LinkedBlockingQueue<>();
    Map<String, Answer<T>> bySource = new LinkedHashMap<>();
    List<Future<?>> asked = new ArrayList<>();
    for (RpcClient client : sources.clients()) {
      bySource.put(client.name(), new Answer.Failed<>(SourceFault.LATE));
      asked.add(
          threads.submit(() -> replies.add(new Reply<>(client.name(), answer(client, question)))));
    }
    Answers<T> answers = new Answers<>(bySource, sources.quorum());
    try {
      long deadline = System.nanoTime() + patience.toNanos();
      boolean inGrace = false;
      for (int open = sources.clients().size(); open > 0; open--) {
        Reply<T> reply = replies.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (reply == null) {
          break;
        }
        bySource.put(reply.source(), reply.answer());
        if (!inGrace && enough.test(answers)) {
          inGrace = true;
          deadline = Math.min(deadline, System.nanoTime() + grace.toNanos());
        }
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EvmException("interrupted", "reading a chain was interrupted", Map.of(), e);
    } finally {
      asked.forEach(task -> task.cancel(true));
    }
  }

  private static <T> Answer<T> answer(RpcClient client, Function<RpcClient, T> question) {
    try {
      return new Answer.Said<>(question.apply(client));
    } catch (SourceRevert revert) {
      return new Answer.Reverts<>(revert.data());
    } catch (SourceFault fault) {
      return new Answer.Failed<>(String.valueOf(fault.getMessage()), fault.isTooMuch());
    } catch (RuntimeException | Error e) {
      // An Error too, such as a stack that an answer overflowed: silence would hide it.
      return new Answer.Failed<>("unreadable answer: " + e.getClass().getSimpleName());
    }
  }

  private record Reply<T>(String source, Answer<T> answer) {}
}
