// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.elastos.smartweb.home.capsule.CapsuleShelf;
import org.elastos.smartweb.home.content.Library;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.home.play.PlayStatus.Failure;

/// The running player sessions, and those that just ended. They live in memory only: a content key
/// never outlives the process. Thread-safe; opening blocks.
public final class PlayerSessions implements AutoCloseable {
  private static final int MOST_RUNNING = 8;
  private static final int MOST_KEPT = 64;
  private static final Duration WIPING = Duration.ofSeconds(10);

  private final Map<UUID, PlayerSession> sessions = new ConcurrentHashMap<>();
  private final SessionOpener opener;

  /// What opening a session needs.
  ///
  /// @param ids makes the ids of sessions
  public record Parts(
      Library library,
      CapsuleShelf capsules,
      KeySource keys,
      InstantSource clock,
      Supplier<UUID> ids) {}

  /// Sessions that open through these parts.
  public PlayerSessions(Parts parts) {
    this.opener = new SessionOpener(parts);
  }

  /// Opens a work for a listener, or says what stands against it.
  public Outcome<PlayStatus> open(PlayOrder order) {
    if (running() >= MOST_RUNNING) {
      return Outcome.refused(
          Refusal.Kind.BUSY, "too_many_sessions", "end a session before opening another");
    }
    return opener
        .open(order)
        .map(session -> {
          forgetOldest();
          sessions.put(session.id(), session);
          session.watch();
          return session.status();
        });
  }

  /// How far a session is.
  public Outcome<PlayStatus> status(UUID id) {
    return find(id).map(PlayerSession::status);
  }

  /// Ends a session; when the answer comes its key is wiped.
  public Outcome<PlayStatus> end(UUID id) {
    return find(id)
        .map(session -> {
          session.end(PlayStatus.State.ENDED, Optional.empty(), WIPING);
          return session.status();
        });
  }

  /// Claims the sound of a session for the only listener it will have. One that ended before it
  /// made a sound refuses at once, with why.
  public Outcome<Listening> listen(UUID id) {
    return find(id)
        .then(PlayerSessions::notMute)
        .then(session ->
            session.claimListener()
                ? new Outcome.Done<>(new Listening(session))
                : Outcome.refused(
                    Refusal.Kind.CONFLICT,
                    "listener_present",
                    "this session's sound was given out already"));
  }

  /// How many play now.
  public int running() {
    return (int) sessions.values().stream().filter(session -> !session.isOver()).count();
  }

  /// Ends every session and wipes its key.
  @Override
  public void close() {
    List.copyOf(sessions.values())
        .forEach(session -> session.end(PlayStatus.State.ENDED, Optional.empty(), WIPING));
    sessions.clear();
  }

  /// The only listener's side of a session. Used by one thread.
  public static final class Listening {
    private final PlayerSession session;

    Listening(PlayerSession session) {
      this.session = session;
    }

    /// Waits for the sound's format; empty when none came in time or none will come.
    public Optional<PcmFormat> format(Duration wait) {
      return session.pipe().awaitFormat(wait);
    }

    /// The bytes before the samples of a WAVE stream.
    public static byte[] waveHeader(PcmFormat format) {
      return WavHeader.of(format);
    }

    /// Waits for the next samples.
    ///
    /// @return empty at the end; no bytes when nothing came in time
    public Optional<byte[]> next(Duration wait) {
      return switch (session.pipe().take(wait)) {
        case PcmPipe.Taken.Samples(byte[] bytes) -> Optional.of(bytes);
        case PcmPipe.Taken.NothingYet() -> Optional.of(new byte[0]);
        case PcmPipe.Taken.End(), PcmPipe.Taken.Cut() -> Optional.empty();
      };
    }

    /// Whether all of the sound was given, nothing cut off; waits for the capsule's own end.
    public boolean isWhole() {
      return session.awaitOver(WIPING) && session.status().state() == PlayStatus.State.FINISHED;
    }

    /// The listener went away: the session ends and its key is wiped.
    public void leave() {
      session.end(
          PlayStatus.State.FAILED,
          Optional.of(new Failure("listener_gone", "the listener went away")),
          WIPING);
    }
  }

  private static Outcome<PlayerSession> notMute(PlayerSession session) {
    if (!session.isOver() || session.pipe().format().isPresent()) {
      return new Outcome.Done<>(session);
    }
    PlayStatus status = session.status();
    Failure why =
        status.failure().orElse(new Failure(status.state().code(), "it was ended by its owner"));
    return new Outcome.Refused<>(
        new Refusal(
            Refusal.Kind.CONFLICT,
            "no_sound",
            "the session ended before it made a sound: " + why.detail(),
            Map.of("reason", why.code())));
  }

  private Outcome<PlayerSession> find(UUID id) {
    PlayerSession session = sessions.get(id);
    return session == null
        ? Outcome.refused(Refusal.Kind.NOT_FOUND, "no_such_session", "no session has this id")
        : new Outcome.Done<>(session);
  }

  private void forgetOldest() {
    if (sessions.size() >= MOST_KEPT) {
      sessions.values().stream()
          .filter(PlayerSession::isOver)
          .min(Comparator.comparing(PlayerSession::openedAt))
          .ifPresent(oldest -> sessions.remove(oldest.id()));
    }
  }
}
