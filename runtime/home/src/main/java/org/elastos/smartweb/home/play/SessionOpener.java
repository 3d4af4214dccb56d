// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.elastos.smartweb.ddrm.AppId;
import org.elastos.smartweb.ddrm.DdrmReader;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.home.content.ShelvedWork;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.home.play.KeySource.ObtainedKey;
import org.elastos.smartweb.sandbox.Capsule;
import org.elastos.smartweb.sandbox.Grants;
import org.elastos.smartweb.sandbox.abi.StreamTerms;
import org.elastos.smartweb.sandbox.kinds.AudioProvider;
import org.elastos.smartweb.sandbox.kinds.ContentProvider;

/// Opens a player session, step by step; when a step refuses, no later one happens and nothing
/// stays open. The capsule is verified before a key is asked for. Thread-safe; blocks.
final class SessionOpener {
  private static final String AUDIO = "audio";
  private static final String PCM = "pcm";
  private static final int PIPE_BYTES = 256 << 10;
  private static final Duration LISTENER_PATIENCE = Duration.ofMinutes(10);

  private final PlayerSessions.Parts parts;

  SessionOpener(PlayerSessions.Parts parts) {
    this.parts = parts;
  }

  private record Ready(PlayOrder order, ShelvedWork work, DdrmReader file, Terms terms) {}

  Outcome<PlayerSession> open(PlayOrder order) {
    long began = System.nanoTime();
    if (!order.output().equals(PCM)) {
      return Outcome.refused(
          Refusal.Kind.INVALID, "output_unsupported", "the only output so far is pcm");
    }
    return find(order)
        .then(work -> openFile(order, work))
        .then(ready -> closingOnRefusal(ready, began));
  }

  private Outcome<ShelvedWork> find(PlayOrder order) {
    return order.path().isPresent()
        ? parts.library().workAt(order.path().get())
        : parts.library().workOf(order.assetId().orElseThrow());
  }

  private Outcome<Ready> openFile(PlayOrder order, ShelvedWork work) {
    Path file = parts.library().file(work);
    return switch (DdrmReader.open(file)) {
      case DdrmReader.Opening.Refused refused ->
          Outcome.refused(
              Refusal.Kind.CONFLICT, refused.refusal().code(), "the file on the shelf is damaged");
      case DdrmReader.Opening.Opened(DdrmReader reader) ->
          reader
              .terms()
              .<Outcome<Ready>>map(
                  terms -> new Outcome.Done<>(new Ready(order, work, reader, terms)))
              .orElseGet(() -> {
                reader.close();
                return Outcome.refused(
                    Refusal.Kind.CONFLICT, "no_terms", "its creator has stated no terms");
              });
    };
  }

  private Outcome<PlayerSession> withFile(Ready ready, long began) {
    if (!ready.terms().rendering().outputs().contains(AUDIO)) {
      return Outcome.refused(
          Refusal.Kind.FORBIDDEN, "output_not_allowed", "its creator allows no sound output");
    }
    long opened = System.nanoTime();
    return capsule(ready)
        .then(capsule -> {
          long loaded = System.nanoTime();
          return parts
              .keys()
              .obtain(ready.file(), ready.order().wallet())
              .then(key -> {
                PlayStatus.Timings timings =
                    new PlayStatus.Timings(
                        millis(began, opened),
                        millis(opened, loaded),
                        millis(loaded, System.nanoTime()));
                return start(ready, capsule, key, timings);
              });
        });
  }

  private Outcome<Capsule> capsule(Ready ready) {
    Map<AppId, Long> renderers = ready.terms().rendering().renderers();
    return ready.order().capsule().isPresent()
        ? parts.capsules().loadOnly(ready.order().capsule().get(), renderers)
        : parts.capsules().loadFor(renderers);
  }

  private Outcome<PlayerSession> start(
      Ready ready, Capsule capsule, ObtainedKey key, PlayStatus.Timings timings) {
    return switch (ready.file().unlock(key.fileKey())) {
      case DdrmReader.Unlocking.Refused refused -> {
        key.fileKey().close();
        yield Outcome.refused(
            Refusal.Kind.CONFLICT,
            refused.refusal().code(),
            "what the nodes released does not open this work");
      }
      case DdrmReader.Unlocking.Opened(var unlocked) -> {
        UnlockedSource source = new UnlockedSource(ready.file(), key.fileKey(), unlocked);
        PcmPipe pipe = new PcmPipe(PIPE_BYTES, LISTENER_PATIENCE);
        StreamTerms terms = StreamTerms.of(ready.terms().rendering());
        Grants grants =
            Grants.of(
                ContentProvider.licensed(source, terms), new AudioProvider(new PipeSink(pipe)));
        PlayerSession.Opened opened = opened(ready, capsule, key, timings);
        yield new Outcome.Done<>(new PlayerSession(opened, pipe, source, capsule.start(grants)));
      }
    };
  }

  private PlayerSession.Opened opened(
      Ready ready, Capsule capsule, ObtainedKey key, PlayStatus.Timings timings) {
    return new PlayerSession.Opened(
        parts.ids().get(),
        ready.work().path().toString(),
        ready.work().assetId(),
        ready.order().wallet(),
        new PlayStatus.Renderer(
            capsule.appId().hash(),
            capsule.manifest().release(),
            capsule.releaseId(),
            capsule.manifest().name()),
        key.evidence(),
        timings,
        key.lasts(),
        parts.clock().instant());
  }

  private Outcome<PlayerSession> closingOnRefusal(Ready ready, long began) {
    boolean taken = false;
    try {
      Outcome<PlayerSession> outcome = withFile(ready, began);
      taken = outcome instanceof Outcome.Done<PlayerSession>;
      return outcome;
    } finally {
      if (!taken) {
        ready.file().close();
      }
    }
  }

  private static long millis(long from, long to) {
    return (to - from) / 1_000_000;
  }
}
