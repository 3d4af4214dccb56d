// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.elastos.smartweb.content.Cid;
import org.elastos.smartweb.home.content.Library;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.platform.db.Db;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches works in the background, a few at a time; what runs when the process ends is taken up
/// again at the next start. Thread-safe; its methods block on the database only.
public final class FetchJobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FetchJobs.class);
  private static final int PARALLEL = 4;
  private static final int MOST_PROVIDERS = 16;
  private static final Duration ENDING = Duration.ofSeconds(10);

  private final Parts parts;
  private final FetchStore store;
  private final Semaphore running = new Semaphore(PARALLEL, true);
  private final Map<String, FetchRun> runs = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("fetch-", 0).factory());

  /// What fetching stands on.
  ///
  /// @param rule which peers may be asked
  public record Parts(
      Db db,
      Library library,
      HttpClient http,
      ProviderRule rule,
      InstantSource clock,
      Supplier<UUID> ids) {}

  /// Jobs on these parts.
  public FetchJobs(Parts parts) {
    this.parts = parts;
    this.store = new FetchStore(parts.db());
  }

  /// Starts a job, or gives the one that fetches the same root already.
  public Outcome<FetchJob> start(FetchOrder order) {
    Optional<Refusal> refusal = refusal(order);
    if (refusal.isPresent()) {
      return new Outcome.Refused<>(refusal.get());
    }
    FetchRun fresh = run(parts.ids().get(), order);
    FetchRun known = runs.putIfAbsent(order.cid().toString(), fresh);
    if (known != null) {
      return job(known.id());
    }
    store.create(fresh.id(), order, parts.clock().instant());
    threads.execute(() -> carryOut(fresh));
    return job(fresh.id());
  }

  /// How far a job is.
  public Outcome<FetchJob> job(UUID id) {
    return store
        .find(id)
        .<Outcome<FetchJob>>map(Outcome.Done::new)
        .orElseGet(
            () -> Outcome.refused(Refusal.Kind.NOT_FOUND, "no_such_job", "no job has this id"));
  }

  /// Stops a job that runs; one that is over stays as it is.
  public Outcome<FetchJob> cancel(UUID id) {
    store.cancel(id, parts.clock().instant());
    runs.values().stream().filter(run -> run.id().equals(id)).forEach(FetchRun::stop);
    return job(id);
  }

  /// Takes up what ran when the process ended.
  public void resume() {
    for (FetchJob job : store.running()) {
      Optional<Cid> cid = Cid.parse(job.cid());
      if (cid.isPresent()) {
        FetchRun run = run(job.id(), new FetchOrder(cid.get(), job.providers(), job.name()));
        if (runs.putIfAbsent(job.cid(), run) == null) {
          run.noteResumed();
          threads.execute(() -> carryOut(run));
        }
      }
    }
  }

  /// Stops without a verdict: what runs now is taken up again.
  @Override
  public void close() {
    runs.values().forEach(FetchRun::stop);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.atWarn().log("fetching did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FetchRun run(UUID id, FetchOrder order) {
    return new FetchRun(id, order, parts, store);
  }

  private void carryOut(FetchRun run) {
    try {
      running.acquire();
      try {
        run.carryOut();
      } finally {
        running.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("job", run.id()).log("a fetch broke off");
      run.fail("internal_error", "the home failed; its log says why");
    } finally {
      runs.remove(run.root(), run);
    }
  }

  private Optional<Refusal> refusal(FetchOrder order) {
    List<URI> providers = order.providers();
    if (providers.isEmpty()
        || providers.size() > MOST_PROVIDERS
        || !providers.stream().allMatch(FetchJobs::isGateway)) {
      return Optional.of(
          new Refusal(
              Refusal.Kind.INVALID, "bad_providers", "name 1 to 16 peers by their http addresses"));
    }
    if (parts.library().stage(order.name(), FetchRun.stagingKey(order.cid())).isEmpty()) {
      return Optional.of(
          new Refusal(
              Refusal.Kind.INVALID,
              "bad_name",
              "a work's name is one segment that ends with .ddrm"));
    }
    if (providers.stream().allMatch(parts.rule()::forbids)) {
      return Optional.of(
          new Refusal(
              Refusal.Kind.FORBIDDEN,
              ProviderRule.CODE,
              "each peer's address is of a private network, which this home does not ask"));
    }
    return Optional.empty();
  }

  private static boolean isGateway(URI uri) {
    return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        && uri.getHost() != null
        && uri.getUserInfo() == null;
  }
}
