// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Map;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.platform.state.PrivateDirectory;

/// A publication on its way: its edition salt, kept from before anything is sent until all is done,
/// and the container. Who publishes the same again after a crash goes on with the same edition, and
/// afterwards opens another. Not thread-safe.
final class Draft {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SALT = "editionSalt";

  private final Path note;
  private final Path container;
  private final Hash256 salt;

  private Draft(Path note, Path container, Hash256 salt) {
    this.note = note;
    this.container = container;
    this.salt = salt;
  }

  /// The draft of exactly this, begun now or before.
  ///
  /// @param what everything that the publication is made of, as text
  static Draft of(Path folder, String what, SecureRandom random) {
    PrivateDirectory.create(folder);
    String name = Sha256.of(what.getBytes(StandardCharsets.UTF_8)).hex();
    Path note = folder.resolve(name + ".json");
    Path container = folder.resolve(name + ".ddrm");
    try {
      if (!Files.exists(note)) {
        // A container without its note belongs to no edition.
        Files.deleteIfExists(container);
        begin(note, random);
      }
      JsonNode kept = JSON.readTree(Files.readAllBytes(note));
      return new Draft(note, container, Hash256.fromHex(kept.path(SALT).asText()));
    } catch (IOException e) {
      throw new UncheckedIOException("a publication's draft cannot be kept", e);
    }
  }

  /// The edition's salt.
  Hash256 salt() {
    return salt;
  }

  /// Where the container is, or will be.
  Path container() {
    return container;
  }

  /// Forgets the draft: everything is done.
  void done() {
    try {
      Files.deleteIfExists(note);
      Files.deleteIfExists(container);
    } catch (IOException e) {
      throw new UncheckedIOException("a publication's draft cannot be removed", e);
    }
  }

  private static void begin(Path note, SecureRandom random) throws IOException {
    byte[] fresh = new byte[Hash256.BYTES];
    random.nextBytes(fresh);
    Path draft = note.resolveSibling(note.getFileName() + ".new");
    Files.write(draft, JSON.writeValueAsBytes(Map.of(SALT, Hash256.of(fresh).toString())));
    Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE);
  }
}
