// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks all sources the same thing at once, each in a virtual thread of its own, and stops waiting
/// as soon as enough is known. Used once or often, by any thread.
final class QuorumRound {
  private static final Logger LOG = LoggerFactory.getLogger(QuorumRound.class);

  /// How long a slower source is still listened to once a quorum has answered.
  private static final Duration GRACE = Duration.ofMillis(250);

  private final List<RpcClient> clients;
  private final int quorum;
  private final ExecutorService threads;
  private final Duration patience;

  QuorumRound(List<RpcClient> clients, int quorum, ExecutorService threads, Duration patience) {
    this.clients = clients;
    this.quorum = quorum;
    this.threads = threads;
    this.patience = patience;
  }

  /// Waits until a quorum gave the same answer, or all answered, or time ran out.
  <T> Answers<T> agree(Function<RpcClient, T> question) {
    Answers<T> answers = collect(question, so -> so.decided().isPresent(), Duration.ZERO);
    if (answers.decided().isEmpty()) {
      LOG.atWarn()
          .addKeyValue("sources", () -> answers.bySource().keySet())
          .addKeyValue("answering", answers.counting())
          .addKeyValue("quorum", quorum)
          .log("no quorum of sources");
    }
    return answers;
  }

  /// Waits until a quorum answered, whatever, and a little longer for the others.
  <T> Answers<T> sample(Function<RpcClient, T> question) {
    return collect(question, so -> so.counting() >= quorum, GRACE);
  }

  /// Waits until one source gave a value, and a little longer for the others.
  <T> Answers<T> any(Function<RpcClient, T> question) {
    return collect(question, so -> !so.values().isEmpty(), GRACE);
  }

  private <T> Answers<T> collect(
      Function<RpcClient, T> question, Predicate<Answers<T>> enough, Duration grace) {
    BlockingQueue<Reply<T>> replies = new LinkedBlockingQueue<>();
    Map<String, Answer<T>> bySource = new LinkedHashMap<>();
    List<Future<?>> asked = new ArrayList<>();
    for (RpcClient client : clients) {
      bySource.put(client.name(), new Answer.Failed<>("no answer in time"));
      asked.add(
          threads.submit(() -> replies.add(new Reply<>(client.name(), answer(client, question)))));
    }
    Answers<T> answers = new Answers<>(bySource, quorum);
    try {
      long deadline = System.nanoTime() + patience.toNanos();
      boolean inGrace = false;
      for (int open = clients.size(); open > 0; open--) {
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
      return new Answer.Failed<>(String.valueOf(fault.getMessage()));
    } catch (RuntimeException e) {
      return new Answer.Failed<>("unreadable answer: " + e.getClass().getSimpleName());
    }
  }

  private record Reply<T>(String source, Answer<T> answer) {}
}
