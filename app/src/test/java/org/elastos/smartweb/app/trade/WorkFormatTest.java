// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.sandbox.OwnCapsules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkFormatTest {
  @TempDir private Path folder;

  @Test
  void knowsOggVorbisByItsBytesWhateverItsName() throws IOException {
    assertThat(WorkFormat.of(write(sample()))).isEqualTo(OwnCapsules.OGG_VORBIS);
  }

  @ParameterizedTest
  @CsvSource({
    "494433040000000000, MP3",
    "fffb906400000000, MP3",
    "664c614300000022, FLAC",
    "524946460000000057415645666d7420, WAVE",
    "00000020667479704d344120, MP4",
    "1a45dfa301000000, Matroska",
    "89504e470d0a1a0a0000, PNG",
    "255044462d312e37, PDF",
    "8964644452, unknown format",
    "896464524d0d0a1a, unknown format",
    "8964446d, unknown format",
    "8964444d00, unknown format",
    "89644452 4d0d0a1a, .ddrm",
    "68656c6c6f, unknown format"
  })
  void namesWhatAnotherFileIsAndWhatIsSupported(String hex, String named) throws IOException {
    refuses(HexFormat.of().parseHex(hex.replace(" ", "")), named);
  }

  @ParameterizedTest
  @CsvSource({"OpusHead, Opus", "?FLAC, FLAC", "?theora, Theora", "Speex, Speex", "xyz, codec"})
  void namesTheCodecOfAnotherOggFile(String begin, String named) throws IOException {
    byte[] packet = begin.replace('?', '\u007f').getBytes(StandardCharsets.US_ASCII);
    refuses(page(2, packet), named);
  }

  @Test
  void refusesAnEmptyFileAndACutOne() throws IOException {
    refuses(new byte[0], "empty");
    refuses("OggS".getBytes(StandardCharsets.US_ASCII), "damaged");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20_000, 300_000})
  void refusesAFileThatEndsInsideAPage(int missing) throws IOException {
    byte[] sample = sample();
    refuses(Arrays.copyOf(sample, sample.length - missing), "cut Ogg file");
  }

  @Test
  void takesAFileThatEndsAtTheEndOfAPage() throws IOException {
    byte[] sample = sample();
    int last = sample.length - 4;
    while (!new String(sample, last, 4, StandardCharsets.US_ASCII).equals("OggS")) {
      last--;
    }
    assertThat(WorkFormat.of(write(Arrays.copyOf(sample, last)))).isEqualTo(OwnCapsules.OGG_VORBIS);
    refuses(Arrays.copyOf(sample, last + 10), "cut Ogg file");
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> WorkFormat.of(folder))
        .isInstanceOfSatisfying(
            CommandFailure.class, failure -> assertThat(failure.code()).isEqualTo("not_a_file"));
  }

  @Test
  void refusesChainedStreams() throws IOException {
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.writeBytes(sample());
    twice.writeBytes(sample());
    refuses(twice.toByteArray(), "2 streams");
  }

  @Test
  void doesNotMindWhatFollowsTheLastPage() throws IOException {
    byte[] sample = sample();
    byte[] longer = Arrays.copyOf(sample, sample.length + 128);
    assertThat(WorkFormat.of(write(longer))).isEqualTo(OwnCapsules.OGG_VORBIS);
  }

  @Test
  void saysWhenThereIsNoSuchFile() {
    assertThatThrownBy(() -> WorkFormat.of(folder.resolve("none.ogg")))
        .isInstanceOfSatisfying(
            CommandFailure.class, failure -> assertThat(failure.code()).isEqualTo("no_such_file"));
  }

  private void refuses(byte[] content, String named) throws IOException {
    Path file = write(content);
    assertThatThrownBy(() -> WorkFormat.of(file))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("unsupported_format");
              assertThat(failure.getMessage()).contains(named).contains("Ogg Vorbis");
            });
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("work.txt"), content);
  }

  static byte[] sample() throws IOException {
    try (InputStream in = WorkFormatTest.class.getResourceAsStream("/sample/sample.ogg")) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }

  private static byte[] page(int flags, byte[] packet) {
    byte[] page = new byte[28 + packet.length];
    System.arraycopy("OggS".getBytes(StandardCharsets.US_ASCII), 0, page, 0, 4);
    page[5] = (byte) flags;
    page[26] = 1;
    page[27] = (byte) packet.length;
    System.arraycopy(packet, 0, page, 28, packet.length);
    return page;
  }
}
