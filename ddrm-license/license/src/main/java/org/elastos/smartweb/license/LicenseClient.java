// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.CombineOutcome;
import org.elastos.smartweb.threshold.Combiner;
import org.elastos.smartweb.threshold.ThresholdHeader;
import org.elastos.smartweb.threshold.ThresholdKem;
import org.elastos.smartweb.threshold.VerifiedPartial;

/// Asks a committee for a file key: t nodes first, another for each that fails, and all the rest
/// when the first are slow; verifies each partial, names whoever gave a wrong one, and combines t
/// good ones. Bounded in time whatever the nodes do; safe for many threads.
public final class LicenseClient {
  private final CommitteeRoster committee;
  private final Patience patience;
  private final InstantSource clock;
  private final SecureRandom random;

  /// How long to wait for one node's answer, before asking all the rest, and altogether.
  public record Patience(Duration perCall, Duration hedgeAfter, Duration whole) {
    /// Half a second until hedging, three seconds a call, eight seconds in all.
    public static final Patience STANDARD =
        new Patience(Duration.ofSeconds(3), Duration.ofMillis(500), Duration.ofSeconds(8));
  }

  /// What to ask for: the header's bytes, the encoded core, and the signed terms.
  public record Wish(Bytes header, Bytes core, Statement terms) {
    AssetId asset() {
      return AssetId.ofCore(core.bytes());
    }
  }

  /// Asks this committee.
  public LicenseClient(
      CommitteeRoster committee, Patience patience, InstantSource clock, SecureRandom random) {
    this.committee = committee;
    this.patience = patience;
    this.clock = clock;
    this.random = random;
  }

  /// Obtains the file key under a session.
  public LicenseOutcome obtain(HomeSession home, Wish wish) {
    if (!(ThresholdHeader.decode(wish.header().bytes())
        instanceof ThresholdHeader.Decoded.Header(ThresholdHeader header))) {
      return bad(LicenseOutcome.Fault.MALFORMED, new TreeMap<>());
    }
    if (!header.gk().equals(committee.keys().groupKey().gk())) {
      return bad(LicenseOutcome.Fault.WRONG_COMMITTEE, new TreeMap<>());
    }
    Optional<CheckedHeader> checked = ThresholdKem.check(header, wish.asset().hash());
    if (checked.isEmpty()) {
      return bad(LicenseOutcome.Fault.BAD_CIPHERTEXT, new TreeMap<>());
    }
    NodeDialogue.Calls calls = new NodeDialogue.Calls(call(home, wish), () -> call(home, wish));
    NodeDialogue dialogue =
        new NodeDialogue(committee.keys(), home, calls, checked.get(), patience.perCall());
    return ask(dialogue);
  }

  private LicenseCall call(HomeSession home, Wish wish) {
    byte[] nonce = new byte[LicenseRequest.NONCE_BYTES];
    random.nextBytes(nonce);
    LicenseRequest request =
        new LicenseRequest(
            home.session().hash(),
            new LicenseRequest.Wanted(
                committee.keys().groupKey().gk(),
                wish.asset(),
                wish.terms().body().payloadHash(),
                wish.header()),
            Instant.ofEpochSecond(clock.instant().getEpochSecond()),
            Bytes.of(nonce));
    return new LicenseCall(request, home.sign(request), wish.core(), wish.terms());
  }

  private LicenseOutcome ask(NodeDialogue dialogue) {
    Round round = new Round(dialogue);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      round.run(threads);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
    return round.conclude();
  }

  /// One round of questions, run by the calling thread alone.
  private final class Round {
    private final NodeDialogue dialogue;
    private final Deque<NodeEndpoint> waiting = new ArrayDeque<>(committee.nodes());
    private final BlockingQueue<Supplier<NodeDialogue.Result>> answers =
        new LinkedBlockingQueue<>();
    private final SortedMap<Integer, NodeOutcome> outcomes = new TreeMap<>();
    private final List<VerifiedPartial> partials = new ArrayList<>();
    private final int needed = committee.keys().shape().threshold();
    private int running;

    Round(NodeDialogue dialogue) {
      this.dialogue = dialogue;
    }

    void run(ExecutorService threads) throws InterruptedException {
      long started = System.nanoTime();
      long end = started + patience.whole().toNanos();
      long hedge = started + patience.hedgeAfter().toNanos();
      start(threads, needed);
      while (partials.size() < needed && running > 0) {
        long now = System.nanoTime();
        long until = waiting.isEmpty() ? end : Math.min(end, hedge);
        Supplier<NodeDialogue.Result> answer = answers.poll(until - now, TimeUnit.NANOSECONDS);
        if (answer != null) {
          take(answer.get(), threads);
        } else if (System.nanoTime() >= end) {
          return;
        } else {
          start(threads, waiting.size());
        }
      }
    }

    private void start(ExecutorService threads, int count) {
      for (int k = 0; k < count && !waiting.isEmpty(); k++) {
        NodeEndpoint node = waiting.removeFirst();
        outcomes.put(node.index(), new NodeOutcome.NotNeeded());
        running++;
        threads.execute(() -> answers.add(ask(node)));
      }
    }

    /// The answer, or the fault that asking ended in, for the calling thread to meet.
    private Supplier<NodeDialogue.Result> ask(NodeEndpoint node) {
      try {
        NodeDialogue.Result result = dialogue.ask(node);
        return () -> result;
      } catch (RuntimeException fault) {
        return () -> {
          throw fault;
        };
      }
    }

    private void take(NodeDialogue.Result result, ExecutorService threads) {
      running--;
      outcomes.put(result.node().index(), result.outcome());
      result.partial().ifPresentOrElse(partials::add, () -> start(threads, 1));
    }

    LicenseOutcome conclude() {
      waiting.forEach(node -> outcomes.put(node.index(), new NodeOutcome.NotNeeded()));
      if (partials.size() < needed) {
        outcomes.replaceAll((index, outcome) -> late(outcome));
        int answered = (int) outcomes.values().stream().filter(NodeOutcome::answered).count();
        return new LicenseOutcome.NotEnough(
            new LicenseOutcome.Count(partials.size(), answered, needed), outcomes);
      }
      return switch (Combiner.combine(dialogue.header(), committee.keys(), partials)) {
        case CombineOutcome.Combined(SecretBytes fileKey) ->
            new LicenseOutcome.Licensed(fileKey, outcomes);
        case CombineOutcome.Refused refused -> bad(LicenseOutcome.Fault.ENVELOPE_INVALID, outcomes);
      };
    }
  }

  private static NodeOutcome late(NodeOutcome outcome) {
    return outcome instanceof NodeOutcome.NotNeeded
        ? new NodeOutcome.Unreachable("timeout")
        : outcome;
  }

  private static LicenseOutcome bad(
      LicenseOutcome.Fault fault, SortedMap<Integer, NodeOutcome> nodes) {
    return new LicenseOutcome.BadEnvelope(fault, nodes);
  }
}
