// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.play.PlayStatus.Failure;
import org.elastos.smartweb.sandbox.PlayerResult;
import org.elastos.smartweb.sandbox.Run;
import org.elastos.smartweb.sandbox.RunOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One capsule playing one work for one listener. When it ends, however it ends, the content key is
/// wiped at once. Thread-safe.
final class PlayerSession {
  private static final Logger LOG = LoggerFactory.getLogger(PlayerSession.class);

  private static final String OUR_PLAYER = "audio-player";

  /// What stays the same through the session's life.
  record Opened(
      UUID id,
      String path,
      Hash256 assetId,
      EvmAddress wallet,
      PlayStatus.Renderer renderer,
      PlayStatus.LicenseEvidence license,
      PlayStatus.Timings timings,
      Duration lasts,
      Instant at) {}

  private record End(PlayStatus.State state, Optional<Failure> failure) {}

  private final Opened opened;
  private final PcmPipe pipe;
  private final AutoCloseable content;
  private final Run run;
  private final AtomicBoolean heard = new AtomicBoolean();
  private final AtomicReference<@Nullable End> end = new AtomicReference<>();
  private final CountDownLatch wiped = new CountDownLatch(1);

  /// @param content the opened work with its key, closed when the run ends
  PlayerSession(Opened opened, PcmPipe pipe, AutoCloseable content, Run run) {
    this.opened = opened;
    this.pipe = pipe;
    this.content = content;
    this.run = run;
  }

  /// Waits for the run's end on a thread of its own.
  void watch() {
    Thread.ofVirtual().name("player-" + opened.id()).start(this::settle);
  }

  UUID id() {
    return opened.id();
  }

  Instant openedAt() {
    return opened.at();
  }

  boolean isOver() {
    return end.get() != null;
  }

  /// Whether the caller is the first to listen; there is never a second.
  boolean claimListener() {
    return heard.compareAndSet(false, true);
  }

  PcmPipe pipe() {
    return pipe;
  }

  /// Ends the session for this reason unless it is over already, and waits until the key is wiped.
  ///
  /// @return whether it was wiped within `patience`
  boolean end(PlayStatus.State state, Optional<Failure> failure, Duration patience) {
    end.compareAndSet(null, new End(state, failure));
    pipe.cut();
    run.cancel();
    return awaitOver(patience);
  }

  /// Waits until the run has ended and the key is wiped; false when that took longer.
  boolean awaitOver(Duration patience) {
    try {
      return wiped.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  PlayStatus status() {
    Optional<End> over = Optional.ofNullable(end.get());
    return new PlayStatus(
        opened.id(),
        over.map(End::state).orElse(PlayStatus.State.PLAYING),
        opened.path(),
        opened.assetId(),
        opened.wallet(),
        opened.renderer(),
        opened.license(),
        opened.timings(),
        pipe.format(),
        pipe.passed(),
        over.flatMap(End::failure));
  }

  private void settle() {
    RunOutcome outcome = awaitRun();
    try {
      content.close();
    } catch (Exception e) {
      LOG.atWarn().addKeyValue("session", opened.id()).setCause(e).log("closing a work failed");
    }
    Optional<Failure> failure = failure(outcome);
    if (failure.isEmpty()) {
      pipe.end();
    } else {
      pipe.cut();
    }
    PlayStatus.State state =
        failure.isEmpty() ? PlayStatus.State.FINISHED : PlayStatus.State.FAILED;
    end.compareAndSet(null, new End(state, failure));
    wiped.countDown();
    LOG.atInfo()
        .addKeyValue("session", opened.id())
        .addKeyValue("state", status().state().code())
        .addKeyValue("code", status().failure().map(Failure::code).orElse(""))
        .addKeyValue("cpuMillis", outcome.usage().cpuMillis())
        .log("player session over");
  }

  /// Waits for the run's end, and brings it about when what was granted is over.
  private RunOutcome awaitRun() {
    try {
      Optional<RunOutcome> inTime = run.await(opened.lasts());
      if (inTime.isPresent()) {
        return inTime.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Failure over = new Failure("license_ended", "what the licence granted is over; play again");
    end.compareAndSet(null, new End(PlayStatus.State.FAILED, Optional.of(over)));
    pipe.cut();
    run.cancel();
    return run.await();
  }

  private Optional<Failure> failure(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Finished(int code, var fault, var usage) when code == 0 && fault.isEmpty() ->
          Optional.empty();
      case RunOutcome.Finished(int code, var fault, var usage) ->
          Optional.of(
              fault.isPresent()
                  ? new Failure("output_failed", String.valueOf(fault.get().getMessage()))
                  : failure(code));
      case RunOutcome.Stopped(RunOutcome.Reason reason, var usage) ->
          Optional.of(new Failure(reason.code(), "the host ended the capsule"));
      case RunOutcome.Trapped(String detail, var usage) ->
          Optional.of(new Failure("capsule_trapped", detail));
    };
  }

  private Failure failure(int code) {
    Optional<PlayerResult> known =
        opened.renderer().name().equals(OUR_PLAYER) ? PlayerResult.of(code) : Optional.empty();
    return known
        .map(result -> new Failure(result.code(), result.text()))
        .orElseGet(() -> new Failure("capsule_failed", "the capsule ended with code " + code));
  }
}
