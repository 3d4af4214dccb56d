// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.elastos.smartweb.home.play.PcmPipe.Taken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PcmPipeTest {
  private static final PcmFormat CD = new PcmFormat(44_100, 2);
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void slowsTheWriterDownToItsListener() throws Exception {
    PcmPipe pipe = new PcmPipe(100, WAIT);
    AtomicInteger written = new AtomicInteger();
    Callable<Boolean> writing = () -> writeAll(pipe, written);
    Future<Boolean> writer = threads.submit(writing);

    assertThat(pipe.awaitFormat(WAIT)).contains(CD);
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    while (pipe.take(WAIT) instanceof Taken.Samples samples) {
      heard.writeBytes(samples.bytes());
      // Two chunks of fifty bytes fit, and the one that the writer is about to count.
      assertThat(written.get() * 50 - heard.size()).isLessThanOrEqualTo(150);
    }

    assertThat(writer.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(heard.size()).isEqualTo(5_000);
    assertThat(pipe.passed()).isEqualTo(5_000);
    assertThat(pipe.take(WAIT)).isEqualTo(new Taken.End());
  }

  @Test
  void aWriterWithoutListenerGivesUp() {
    PcmPipe pipe = new PcmPipe(10, Duration.ofMillis(20));
    assertThat(pipe.begin(CD)).isTrue();
    assertThat(pipe.write(new byte[50], 0, 50)).isTrue();
    assertThat(pipe.write(new byte[1], 0, 1)).isFalse();
  }

  @Test
  void cuttingStopsBothSides() throws Exception {
    PcmPipe pipe = new PcmPipe(10, WAIT);
    assertThat(pipe.begin(CD)).isTrue();
    assertThat(pipe.write(new byte[10], 0, 10)).isTrue();
    Future<Boolean> writer = threads.submit(() -> pipe.write(new byte[10], 0, 10));
    pipe.cut();
    assertThat(writer.get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(pipe.take(WAIT)).isEqualTo(new Taken.Cut());
    assertThat(pipe.write(new byte[1], 0, 1)).isFalse();
  }

  @Test
  void takesTheFormatOnceAndBeforeAnySample() {
    PcmPipe pipe = new PcmPipe(10, WAIT);
    assertThat(pipe.write(new byte[2], 0, 2)).isFalse();
    assertThat(pipe.format()).isEmpty();
    assertThat(pipe.begin(CD)).isTrue();
    assertThat(pipe.begin(CD)).isFalse();
    assertThat(pipe.take(Duration.ofMillis(1))).isEqualTo(new Taken.NothingYet());
  }

  @Test
  void anEmptySoundHasNoFormat() {
    PcmPipe pipe = new PcmPipe(10, WAIT);
    pipe.end();
    assertThat(pipe.awaitFormat(WAIT)).isEmpty();
    assertThat(pipe.take(WAIT)).isEqualTo(new Taken.End());
  }

  @Test
  void writesTheHeaderThatPlayersKnow() {
    assertThat(WavHeader.of(CD))
        .hasSize(WavHeader.BYTES)
        .asHexString()
        .isEqualTo(
            "52494646FFFFFFFF57415645666D74201000000001000200"
                + "44AC000010B10200040010006461746"
                + "1FFFFFFFF");
  }

  private static boolean writeAll(PcmPipe pipe, AtomicInteger written) {
    boolean taken = pipe.begin(CD);
    for (int i = 0; i < 100; i++) {
      taken &= pipe.write(new byte[50], 0, 50);
      written.incrementAndGet();
    }
    pipe.end();
    return taken;
  }
}
