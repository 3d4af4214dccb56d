// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.elastos.smartweb.home.outcome.Outcome;
import org.elastos.smartweb.home.outcome.Refusal;
import org.elastos.smartweb.home.play.PcmFormat;
import org.elastos.smartweb.home.play.PlayerSessions;
import org.elastos.smartweb.home.play.PlayerSessions.Listening;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Streams a session's sound to its one listener, a chunk at a time: the next one is taken only
/// when the listener's connection took the last. Each stream has a virtual thread of its own, so
/// that a paused listener holds up nobody else. Thread-safe.
final class SoundStream {
  private static final Logger LOG = LoggerFactory.getLogger(SoundStream.class);
  private static final Duration FORMAT_WAIT = Duration.ofSeconds(20);
  private static final Duration CHUNK_WAIT = Duration.ofSeconds(5);
  private static final Duration LISTENER_WAIT = Duration.ofMinutes(10);

  private final PlayerSessions players;
  private final Replies replies;

  SoundStream(PlayerSessions players, Replies replies) {
    this.players = players;
    this.replies = replies;
  }

  void mount(Router router) {
    router.get("/v1/play/:id/pcm").handler(this::listen);
  }

  private void listen(RoutingContext context) {
    String format = context.request().getParam("format", "wav");
    if (!format.equals("wav") && !format.equals("raw")) {
      Problems.send(context, Problem.of(400, "bad_format", "The formats are wav and raw"));
      return;
    }
    replies
        .read(context, () -> UUID.fromString(context.pathParam("id")))
        .ifPresent(id -> start(context, id, format.equals("wav")));
  }

  private void start(RoutingContext context, UUID id, boolean wave) {
    switch (players.listen(id)) {
      case Outcome.Refused<Listening>(Refusal refusal) ->
          Problems.send(context, Replies.problem(refusal));
      case Outcome.Done<Listening>(Listening listening) ->
          Thread.ofVirtual().name("sound-" + id).start(() -> stream(context, listening, wave));
    }
  }

  private static void stream(RoutingContext context, Listening listening, boolean wave) {
    try {
      Optional<PcmFormat> format = listening.format(FORMAT_WAIT);
      if (format.isEmpty()) {
        listening.leave();
        Problems.send(
            context,
            Problem.of(503, "no_sound", "The capsule announced no sound; see the session"));
        return;
      }
      HttpServerResponse response = context.response();
      response
          .setChunked(true)
          .putHeader("Content-Type", wave ? "audio/wav" : "application/octet-stream")
          .putHeader("SmartWeb-Pcm-Rate", Integer.toString(format.get().rate()))
          .putHeader("SmartWeb-Pcm-Channels", Integer.toString(format.get().channels()));
      if (wave) {
        send(response, Listening.waveHeader(format.get()));
      }
      if (pump(response, listening)) {
        response.end().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
      } else {
        // Half a sound must not pass for a whole one.
        context.request().connection().close();
      }
    } catch (ExecutionException | TimeoutException e) {
      LOG.atInfo().addKeyValue("cause", e.getClass().getSimpleName()).log("listener went away");
      listening.leave();
      context.request().connection().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      listening.leave();
    }
  }

  private static boolean pump(HttpServerResponse response, Listening listening)
      throws ExecutionException, InterruptedException, TimeoutException {
    Optional<byte[]> samples = listening.next(CHUNK_WAIT);
    while (samples.isPresent()) {
      if (samples.get().length > 0) {
        send(response, samples.get());
        Arrays.fill(samples.get(), (byte) 0);
      } else if (response.closed()) {
        listening.leave();
        return false;
      }
      samples = listening.next(CHUNK_WAIT);
    }
    return listening.isWhole();
  }

  private static void send(HttpServerResponse response, byte[] bytes)
      throws ExecutionException, InterruptedException, TimeoutException {
    response
        .write(Buffer.buffer(bytes))
        .toCompletionStage()
        .toCompletableFuture()
        .get(LISTENER_WAIT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
