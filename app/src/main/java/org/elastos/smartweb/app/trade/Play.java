// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Wallet;
import org.elastos.smartweb.home.client.HomeAnswer;
import org.elastos.smartweb.home.client.HomeClient;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.home.play.PlayStatus;
import org.elastos.smartweb.sandbox.bundle.Bundle;

/// Plays a work that lies in a home: sees to the delegation and the player, opens a session and
/// takes the sound to its end. Blocks; not thread-safe.
public final class Play {
  private static final String NOT_YET = "not_final_yet";
  private static final long PAUSE_NANOS = 500_000_000;
  private static final long POLL_NANOS = 20_000_000;
  private static final Duration ENDING = Duration.ofSeconds(10);

  private final Workspace workspace;

  /// @param workspace where wallet and home are
  public Play(Workspace workspace) {
    this.workspace = workspace;
  }

  /// What is to be played.
  ///
  /// @param home whose home plays
  /// @param patience for a purchase to become final
  public record Order(Target target, String wallet, String home, Duration patience) {}

  /// What names the work.
  public sealed interface Target {
    /// Its name in the tree, such as `localhost://Users/ana/song.ddrm`.
    record ByPath(String path) implements Target {}

    /// The newest copy of the work with this asset id.
    record ByAsset(Hash256 asset) implements Target {}
  }

  /// Where the sound goes.
  ///
  /// @param wave as a WAVE stream rather than raw samples
  public record Sink(OutputStream out, boolean wave) {}

  private record Opened(PlayStatus status, Duration waited) {}

  /// Plays to the end.
  public Played play(Order order, Sink sink, Consumer<String> progress) {
    long began = System.nanoTime();
    HomeClient home = workspace.home(order.home);
    Wallet wallet = workspace.wallet(order.wallet);
    new DelegationDesk(workspace.ground().clock())
        .ensure(home, wallet, workspace.committee(), progress);
    install(home, progress);
    held(home, order.target).ifPresent(work -> Refresh.ofMarket(workspace, home, work, progress));
    Opened opened = opened(home, order, wallet, progress);
    UUID id = opened.status.id();
    progress.accept("playing " + opened.status.path());
    long bytes = taken(home, id, sink);
    PlayStatus ended = ended(home, id);
    if (ended.state() != PlayStatus.State.FINISHED) {
      throw broken(ended);
    }
    return new Played(ended, bytes, opened.waited, Duration.ofNanos(System.nanoTime() - began));
  }

  /// The copy that is meant, if the home has one; what is missing is told by the home itself.
  private static Optional<ShelvedWork> held(HomeClient home, Target target) {
    return Refusals.done(home::files).stream()
        .filter(work ->
            switch (target) {
              case Target.ByPath(String path) -> work.path().toString().equals(path);
              case Target.ByAsset(Hash256 asset) -> work.assetId().equals(asset);
            })
        .findFirst();
  }

  /// Our player, unless some release of it is there.
  private void install(HomeClient home, Consumer<String> progress) {
    Bundle player = Player.bundle(workspace.paths(), workspace.ground().random());
    Hash256 app = player.manifest().appId().hash();
    if (Refusals.done(home::capsules).stream().noneMatch(one -> one.appId().equals(app))) {
      Refusals.done(() -> home.installCapsule(player.encode()));
      progress.accept("installed the audio player, release " + player.releaseId());
    }
  }

  private static Opened opened(
      HomeClient home, Order order, Wallet wallet, Consumer<String> progress) {
    long began = System.nanoTime();
    boolean told = false;
    while (true) {
      HomeAnswer<PlayStatus> answer = Refusals.asked(() -> ask(home, order.target, wallet));
      long waited = System.nanoTime() - began;
      switch (answer) {
        case HomeAnswer.Done<PlayStatus>(PlayStatus status) -> {
          return new Opened(status, told ? Duration.ofNanos(waited) : Duration.ZERO);
        }
        case HomeAnswer.Refused<PlayStatus> refused
            when !refused.code().equals(NOT_YET) || waited > order.patience.toNanos() ->
            throw Refusals.failure(refused);
        case HomeAnswer.Refused<PlayStatus> _ -> {
          if (!told) {
            progress.accept("the purchase is not final yet, waiting");
          }
          told = true;
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }
  }

  private static HomeAnswer<PlayStatus> ask(HomeClient home, Target target, Wallet wallet) {
    return switch (target) {
      case Target.ByPath(String path) -> home.play(path, wallet.address());
      case Target.ByAsset(Hash256 asset) -> home.play(asset, wallet.address());
    };
  }

  private static long taken(HomeClient home, UUID id, Sink sink) {
    try (InputStream sound = Refusals.done(() -> home.sound(id, sink.wave))) {
      long bytes = sound.transferTo(sink.out);
      sink.out.flush();
      return bytes;
    } catch (IOException e) {
      PlayStatus status = ended(home, id);
      if (status.state() == PlayStatus.State.FAILED) {
        throw broken(status);
      }
      throw new UncheckedIOException("the sound broke off", e);
    }
  }

  /// The session once it is over; whatever happens, it does not stay open.
  private static PlayStatus ended(HomeClient home, UUID id) {
    long deadline = System.nanoTime() + ENDING.toNanos();
    PlayStatus status = Refusals.done(() -> home.session(id));
    while (status.state() == PlayStatus.State.PLAYING) {
      if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
        return Refusals.done(() -> home.endSession(id));
      }
      LockSupport.parkNanos(POLL_NANOS);
      status = Refusals.done(() -> home.session(id));
    }
    return status;
  }

  private static CommandFailure broken(PlayStatus status) {
    PlayStatus.Failure failure =
        status.failure().orElse(new PlayStatus.Failure(status.state().code(), "it did not end"));
    return new CommandFailure(
        failure.code(), "playing broke off: " + failure.detail(), Refusals.remedy(failure.code()));
  }
}
