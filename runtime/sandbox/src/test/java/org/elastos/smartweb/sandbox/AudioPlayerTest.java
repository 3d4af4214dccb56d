// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.elastos.smartweb.sandbox.kinds.AudioProvider;
import org.elastos.smartweb.sandbox.kinds.ContentProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioPlayerTest {
  private static final Host HOST = Bundles.host();
  private static final Capsule PLAYER =
      Bundles.loaded(HOST, OwnCapsules.audioPlayer(Bundles.DEVELOPER));

  private static RunOutcome play(byte[] content, int record, RecordedSound sound) {
    var source = ContentProvider.own(Samples.source(content, record));
    try (Run run = PLAYER.start(Grants.of(source, new AudioProvider(sound)))) {
      return run.await();
    }
  }

  private static void assertFinished(RunOutcome outcome, int code) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RunOutcome.Finished.class, finished -> assertThat(finished.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({"stereo.ogg,44100,2,88211", "mono.ogg,22050,1,20123", "six.ogg,48000,6,30001"})
  void playsEveryFrameAtTheFilesOwnRate(String name, int rate, int channels, int frames) {
    var sound = new RecordedSound();

    assertFinished(play(Samples.bytes(name), 4_096, sound), 0);

    assertThat(sound.rate).isEqualTo(rate);
    assertThat(sound.channels).isEqualTo(channels);
    assertThat(sound.samples.size()).isEqualTo(frames * channels * 2);
    assertThat(sound.ended).isTrue();
    assertThat(sound.aborted).isFalse();
  }

  @Test
  void equalsTheReferenceDecoderWithinOneStepOfSixteenBits() {
    var sound = new RecordedSound();

    assertFinished(play(Samples.bytes("mono.ogg"), 1_000, sound), 0);

    ShortBuffer played = shorts(sound.samples.toByteArray());
    ShortBuffer wanted = shorts(Samples.bytes("mono.pcm"));
    assertThat(played.remaining()).isEqualTo(wanted.remaining());
    for (int i = 0; i < wanted.remaining(); i++) {
      assertThat(Math.abs(played.get(i) - wanted.get(i))).as("sample %d", i).isLessThan(2);
    }
  }

  private static ShortBuffer shorts(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
  }

  @Test
  void refusesWhatIsNoVorbisWithACodeOfItsOwn() {
    var sound = new RecordedSound();

    assertFinished(play(new byte[50_000], 4_096, sound), 1);

    assertThat(sound.samples.size()).isZero();
  }

  @Test
  void refusesChainedStreamsAfterTheFirst() {
    var sound = new RecordedSound();

    assertFinished(play(Samples.bytes("chained.ogg"), 4_096, sound), 2);

    assertThat(sound.aborted).isTrue();
  }

  @Test
  void survivesDamagedSoundData() {
    byte[] damaged = Samples.bytes("stereo.ogg");
    for (int i = 8_000; i < damaged.length; i += 97) {
      damaged[i] ^= 0x40;
    }

    RunOutcome outcome = play(damaged, 4_096, new RecordedSound());

    assertThat(outcome).isInstanceOfAny(RunOutcome.Finished.class, RunOutcome.Trapped.class);
  }

  @Test
  void everyExitCodeHasAMeaning() {
    assertThat(PlayerResult.of(0)).contains(PlayerResult.PLAYED);
    assertThat(PlayerResult.of(2)).contains(PlayerResult.CHAINED_STREAMS);
    assertThat(PlayerResult.of(6)).isEmpty();
    for (int code = 0; code < PlayerResult.values().length; code++) {
      assertThat(PlayerResult.of(code))
          .hasValueSatisfying(result -> assertThat(result.text()).isNotEmpty());
    }
    assertThat(PlayerResult.NOT_VORBIS.code()).isEqualTo("not_vorbis");
  }

  @Test
  void knowsAnOggVorbisFileByItsBeginning() {
    byte[] head = Arrays.copyOf(Samples.bytes("mono.ogg"), 35);

    assertThat(OwnCapsules.beginsOggVorbis(head)).isTrue();
    assertThat(OwnCapsules.beginsOggVorbis(Arrays.copyOf(head, 34))).isFalse();
    assertThat(OwnCapsules.beginsOggVorbis(Arrays.copyOf(head, 26))).isFalse();
    head[30] ^= 1;
    assertThat(OwnCapsules.beginsOggVorbis(head)).isFalse();
    assertThat(OwnCapsules.beginsOggVorbis(new byte[100])).isFalse();
  }

  @Test
  void damagedHeadersHaveACodeOfTheirOwn() {
    byte[] damaged = Samples.bytes("mono.ogg");
    Arrays.fill(damaged, 200, 1_000, (byte) 0);

    assertFinished(play(damaged, 4_096, new RecordedSound()), 3);
    assertFinished(play(Arrays.copyOf(damaged, 100), 4_096, new RecordedSound()), 3);
  }

  @Test
  void aRefusedOutputEndsThePlayer() {
    var content = ContentProvider.own(Samples.source(Samples.bytes("mono.ogg"), 4_096));
    try (Run run = PLAYER.start(Grants.of(content))) {
      assertFinished(run.await(), 5);
    }
    try (Run run = PLAYER.start(Grants.of())) {
      assertFinished(run.await(), 5);
    }
  }
}
