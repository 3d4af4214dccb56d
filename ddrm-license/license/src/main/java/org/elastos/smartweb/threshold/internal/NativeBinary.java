// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.elastos.smartweb.crypto.Sha256;

/// A shared library that travels as a resource, with the SHA-256 it must have. Immutable.
///
/// @param resource absolute name on the class path
/// @param sha256 64 lower-case hexadecimal digits
public record NativeBinary(String resource, String sha256) {
  private static final String FOLDER = "/fr/acinq/secp256k1/jni/native/";
  private static final String FILE = "libsecp256k1-jni.so";
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  /// The binary of libsecp256k1 for a platform as the JDK names it; empty where there is none.
  public static Optional<NativeBinary> forPlatform(String os, String architecture) {
    if (!os.toLowerCase(Locale.ROOT).equals("linux")) {
      return Optional.empty();
    }
    return switch (architecture) {
      case "amd64", "x86_64" ->
          Optional.of(
              new NativeBinary(
                  FOLDER + "linux-x86_64/" + FILE,
                  "e8868e29a42c76ef7f7b1a676a712f33d1d2e4205591338b25d4c0c8b3b9d2f7"));
      case "aarch64" ->
          Optional.of(
              new NativeBinary(
                  FOLDER + "linux-aarch64/" + FILE,
                  "396ba1a83340adc81c78dcea967ddccb68e756242c62a2e7339e6e49c85eab3b"));
      default -> Optional.empty();
    };
  }

  /// Loads the library from a new folder that only this user can enter, and removes the file at
  /// once: the mapping stays. Nothing else of that name can take its place, as the library's own
  /// loader would allow. False where it is missing, differs from its hash, or does not load.
  @SuppressWarnings("restricted")
  public boolean load() {
    Optional<byte[]> bytes = bytes();
    if (bytes.isEmpty()) {
      return false;
    }
    try {
      Path folder = Files.createTempDirectory("smartweb-native-");
      Path file = folder.resolve(FILE);
      try {
        Files.write(file, bytes.get(), StandardOpenOption.CREATE_NEW);
        System.load(file.toAbsolutePath().toString());
        return true;
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException | UnsatisfiedLinkError unusable) {
      return false;
    }
  }

  private Optional<byte[]> bytes() {
    try (InputStream in = NativeBinary.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readNBytes(MAX_BYTES);
      return Optional.of(bytes).filter(read -> Sha256.of(read).hex().equals(sha256));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
