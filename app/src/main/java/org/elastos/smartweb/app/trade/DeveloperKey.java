// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.platform.PlatformException;
import org.elastos.smartweb.platform.state.SecretFile;

/// A developer's Ed25519 seed in a file of 64 hexadecimal digits that only its owner can read.
/// Stateless.
public final class DeveloperKey {
  private DeveloperKey() {}

  /// The seed in a file; the caller closes it.
  ///
  /// @throws CommandFailure `bad_key_file`
  public static SecretBytes read(Path file) {
    try {
      String digits = SecretFile.read(file);
      if (digits.length() != 2 * Ed25519.SEED_BYTES) {
        throw bad(file, "it has not 64 digits");
      }
      return SecretBytes.take(HexFormat.of().parseHex(digits));
    } catch (PlatformException e) {
      throw bad(file, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw bad(file, "it holds something else than hexadecimal digits");
    }
  }

  /// The seed in a file, made at first use; the caller closes it.
  public static SecretBytes readOrCreate(Path file, SecureRandom random) {
    if (!Files.exists(file)) {
      byte[] seed = new byte[Ed25519.SEED_BYTES];
      random.nextBytes(seed);
      SecretFile.write(file, HexFormat.of().formatHex(seed));
    }
    return read(file);
  }

  private static CommandFailure bad(Path file, String why) {
    return new CommandFailure(
        "bad_key_file",
        "the key file cannot be used: " + why,
        "give a file with 64 hexadecimal digits and mode 0600; --new-key makes one",
        Map.of("file", file.toString()));
  }
}
