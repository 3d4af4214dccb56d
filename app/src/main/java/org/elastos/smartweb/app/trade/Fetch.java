// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.ddrm.Face;
import org.elastos.smartweb.home.client.HomeClient;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.home.fetch.FetchEvent;
import org.elastos.smartweb.home.fetch.FetchJob;
import org.elastos.smartweb.market.ContentUri;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.ProviderHint;
import org.elastos.smartweb.market.Work;
import org.elastos.smartweb.market.client.MarketClient;

/// Lets a home fetch a work by its CID from whoever serves it. Neither market nor peers are
/// trusted: the home checks each block, and this checks the asset id. Blocks; not thread-safe.
public final class Fetch {
  private static final long POLL_NANOS = 50_000_000;

  private final Workspace workspace;
  private final MarketClient market;

  /// @param workspace where the home is
  public Fetch(Workspace workspace) {
    this.workspace = workspace;
    this.market = workspace.market();
  }

  /// What is wanted.
  ///
  /// @param peers asked in this order before those that the market names
  /// @param home whose home fetches
  /// @param patience after which the fetch is given up; the home goes on
  public record Order(Target target, List<URI> peers, String home, Duration patience) {
    /// Copies the peers.
    public Order {
      peers = List.copyOf(peers);
    }
  }

  /// What names the work.
  public sealed interface Target {
    /// Its bytes.
    record ByCid(String cid) implements Target {
      /// @throws CommandFailure `bad_cid`
      public ByCid {
        if (!ContentUri.isCid(cid)) {
          throw new CommandFailure(
              "bad_cid", "not the text of a CID: " + cid, "give a CID or an edition's id");
        }
      }
    }

    /// An edition of it, whose content address the market tells.
    record ByEdition(EditionId edition) implements Target {}
  }

  private record Wanted(String cid, Optional<AssetId> asset, Optional<String> name) {}

  /// Fetches.
  public Fetched fetch(Order order, Consumer<String> progress) {
    long began = System.nanoTime();
    Wanted wanted = wanted(order.target);
    List<URI> providers = providers(order, wanted.cid);
    HomeClient home = workspace.home(order.home);
    FetchJob started = Refusals.done(() -> home.fetch(wanted.cid, providers, wanted.name));
    progress.accept("fetching " + wanted.cid + ", peers: " + providers.size());
    FetchJob job = followed(home, started, order.patience, progress);
    ShelvedWork work = shelved(home, job);
    if (wanted.asset.isPresent() && !wanted.asset.get().hash().equals(work.assetId())) {
      throw new CommandFailure(
          "asset_differs",
          "the file is another work than the edition's",
          "the edition's content address is wrong; ask its creator",
          Map.of("path", work.path().toString(), "asset", work.assetId().toString()));
    }
    Refresh.from(home, work, providers, progress);
    return new Fetched(work, job, Duration.ofNanos(System.nanoTime() - began));
  }

  private Wanted wanted(Target target) {
    return switch (target) {
      case Target.ByCid(String cid) -> new Wanted(cid, Optional.empty(), Optional.empty());
      case Target.ByEdition(EditionId id) -> {
        Edition edition = Refusals.given(market.edition(id));
        Optional<String> title =
            market.work(edition.assetId()).given().flatMap(Work::face).map(Face::name);
        yield new Wanted(
            cid(edition),
            Optional.of(edition.assetId()),
            Optional.of(WorkNames.of(title.orElse(""), edition.assetId())));
      }
    };
  }

  private static String cid(Edition edition) {
    return edition
        .contentUri()
        .map(ContentUri::cid)
        .orElseThrow(() ->
            new CommandFailure(
                "no_content_address", "the edition names no file", "give the file's CID instead"));
  }

  private List<URI> providers(Order order, String cid) {
    List<URI> told =
        market.providers(cid).given().orElse(List.of()).stream().map(ProviderHint::url).toList();
    List<URI> all = Stream.concat(order.peers.stream(), told.stream()).distinct().toList();
    if (all.isEmpty()) {
      throw new CommandFailure(
          "no_provider", "nobody is known to serve this file", "name a peer with --peer");
    }
    return all;
  }

  private static FetchJob followed(
      HomeClient home, FetchJob started, Duration patience, Consumer<String> progress) {
    long deadline = System.nanoTime() + patience.toNanos();
    int told = 0;
    FetchJob job = started;
    while (true) {
      for (FetchEvent event : job.events().subList(told, job.events().size())) {
        progress.accept(line(event));
      }
      told = job.events().size();
      if (job.state() != FetchJob.State.RUNNING) {
        return job;
      }
      if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
        throw new CommandFailure(
            "fetch_late",
            "the home has " + job.bytes() + " bytes and goes on without being watched",
            "run the same command again later",
            Map.of("job", job.id().toString()));
      }
      LockSupport.parkNanos(POLL_NANOS);
      job = Refusals.done(() -> home.job(started.id()));
    }
  }

  private static String line(FetchEvent event) {
    String block = event.block().map(cid -> " at block " + cid).orElse("");
    return event.kind().code() + " " + event.provider() + block + ": " + event.detail();
  }

  private static ShelvedWork shelved(HomeClient home, FetchJob job) {
    if (job.state() != FetchJob.State.DONE) {
      FetchJob.Failure failure =
          job.failure().orElse(new FetchJob.Failure(job.state().code(), "the fetch ended"));
      throw new CommandFailure(
          failure.code(),
          "the file was not fetched: " + failure.detail(),
          "name another peer with --peer, or try again",
          Map.of("job", job.id().toString()));
    }
    String path = job.path().orElse("");
    return Refusals.done(home::files).stream()
        .filter(work -> work.path().toString().equals(path))
        .findFirst()
        .orElseThrow(() ->
            new CommandFailure(
                "no_such_work", "the file left the shelf meanwhile", "fetch it again"));
  }
}
