// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.ddrm.Face;

/// The picture of a work: the creator's, or a small one of ours. Stateless.
final class Icons {
  private Icons() {}

  /// The picture in a file, or ours.
  ///
  /// @throws CommandFailure `bad_icon` unless it is a PNG or JPEG of at most 16 KiB
  static Bytes of(Optional<Path> file) {
    try {
      if (file.isEmpty()) {
        return ours();
      }
      Path picture = file.get();
      if (!Files.isRegularFile(picture)
          || Files.size(picture) > Face.MAX_ICON_BYTES
          || !isPicture(Files.readAllBytes(picture))) {
        throw new CommandFailure(
            "bad_icon", "not a picture that fits: " + picture, "take a PNG or JPEG up to 16 KiB");
      }
      return Bytes.of(Files.readAllBytes(picture));
    } catch (IOException e) {
      throw new UncheckedIOException("the icon cannot be read", e);
    }
  }

  private static Bytes ours() throws IOException {
    try (InputStream in = Icons.class.getResourceAsStream("sound.png")) {
      if (in == null) {
        throw new IllegalStateException("the icon is missing from the jar");
      }
      return Bytes.of(in.readAllBytes());
    }
  }

  private static boolean isPicture(byte[] bytes) {
    String head = Bytes.of(bytes).hex();
    return head.startsWith("89504e470d0a1a0a") || head.startsWith("ffd8ff");
  }
}
