// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.platform.process.ShortCommand;

/// Somebody else's Vorbis decoder, run in Node on the original file, and the comparison of its
/// samples with the capsule's.
final class ReferenceDecoder {
  /// The reference's result: interleaved 32-bit floats, little-endian, in `samples`.
  record Reference(long frames, int rate, int channels, Path samples) {}

  /// How far two decodings are apart, in units of a 16-bit sample.
  record Difference(long samples, int largest, long unequal) {}

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path script;

  /// @param script `decode.mjs`, with its npm packages installed beside it
  ReferenceDecoder(Path script) {
    this.script = script;
  }

  /// Decodes `original` into `samples`.
  Reference decode(Path original, Path samples) throws IOException {
    ShortCommand.Outcome outcome =
        ShortCommand.run(
            List.of("node", script.toString(), original.toString(), samples.toString()),
            Map.of(),
            PATIENCE);
    if (outcome.exitCode() != 0) {
      throw new CommandFailure(
          "reference_failed",
          "the reference decoder did not decode the original: " + outcome.output(),
          "check that Node runs and that the file is a whole Ogg Vorbis file");
    }
    // The result is the last line: Node may warn before it.
    String said = outcome.output().strip();
    JsonNode answer = new ObjectMapper().readTree(said.substring(said.lastIndexOf('\n') + 1));
    return new Reference(
        answer.path("frames").asLong(),
        answer.path("rate").asInt(),
        answer.path("channels").asInt(),
        samples);
  }

  /// Compares 16-bit little-endian PCM with the reference, sample by sample. Floats become 16 bits
  /// by rounding x * 32768 to the nearest even and clamping, as the capsule's specification says.
  static Difference compare(Reference reference, Path pcm) throws IOException {
    long count = reference.frames() * reference.channels();
    int largest = 0;
    long unequal = 0;
    try (InputStream ours = new BufferedInputStream(Files.newInputStream(pcm), 1 << 16);
        DataInputStream theirs =
            new DataInputStream(
                new BufferedInputStream(Files.newInputStream(reference.samples()), 1 << 16))) {
      for (long i = 0; i < count; i++) {
        int sample = (short) (read(ours) | read(ours) << 8);
        float wanted = Float.intBitsToFloat(Integer.reverseBytes(theirs.readInt()));
        int difference = Math.abs(sample - toSixteenBits(wanted));
        largest = Math.max(largest, difference);
        unequal += difference == 0 ? 0 : 1;
      }
    }
    return new Difference(count, largest, unequal);
  }

  private static int toSixteenBits(float x) {
    return Math.clamp((long) Math.rint(x * 32768.0), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  private static int read(InputStream in) throws IOException {
    int value = in.read();
    if (value < 0) {
      throw new CommandFailure(
          "pcm_too_short", "the capsule wrote fewer samples than the reference", "report this");
    }
    return value;
  }
}
