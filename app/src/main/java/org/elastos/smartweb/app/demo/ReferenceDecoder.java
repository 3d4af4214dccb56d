// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.elastos.smartweb.app.outcome.CommandFailure;

/// Somebody else's Vorbis decoder, run in Node on the original file, and the comparison of its
/// samples with the capsule's.
final class ReferenceDecoder {
  /// The reference's result: interleaved 32-bit floats, little-endian, in `samples`.
  record Reference(long frames, int rate, int channels, Path samples) {}

  /// How far two decodings are apart, in units of a 16-bit sample.
  record Difference(long samples, int largest, long unequal) {}

  private final Path script;

  /// @param script `decode.mjs`, with its npm packages installed beside it
  ReferenceDecoder(Path script) {
    this.script = script;
  }

  /// Decodes `original` into `samples`.
  Reference decode(Path original, Path samples) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder("node", script.toString(), original.toString(), samples.toString())
            .redirectErrorStream(true)
            .start();
    byte[] said;
    try (InputStream in = node.getInputStream()) {
      said = in.readAllBytes();
    }
    if (!node.waitFor(120, TimeUnit.SECONDS) || node.exitValue() != 0) {
      node.destroyForcibly();
      throw new CommandFailure(
          "reference_failed",
          "the reference decoder did not decode the original: "
              + new String(said, StandardCharsets.UTF_8),
          "check that Node runs and that the file is a whole Ogg Vorbis file");
    }
    JsonNode answer = new ObjectMapper().readTree(said);
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
