// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.elastos.smartweb.chain.devnet.DevnetException;

/// The 32 bytes that all development keys come from, as hexadecimal text that only the owner reads.
final class SeedFile {
  private static final int BYTES = 32;

  private SeedFile() {}

  /// Reads the seed, or makes one where there is none.
  ///
  /// @throws DevnetException when the file holds something else
  static byte[] open(Path file, SecureRandom random) {
    try {
      if (!Files.exists(file)) {
        create(file, random);
      }
      String text = Files.readString(file).strip();
      if (!text.matches("[0-9a-f]{64}")) {
        throw new DevnetException(
            "the development seed is not 64 hexadecimal digits", Map.of("file", file.toString()));
      }
      return HexFormat.of().parseHex(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    byte[] seed = new byte[BYTES];
    random.nextBytes(seed);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    byte[] text = (HexFormat.of().formatHex(seed) + "\n").getBytes(StandardCharsets.US_ASCII);
    try (FileChannel channel =
        FileChannel.open(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer out = ByteBuffer.wrap(text);
      while (out.hasRemaining()) {
        channel.write(out);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
