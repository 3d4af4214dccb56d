// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.bundle.CapsuleLimits;
import org.elastos.smartweb.sandbox.bundle.Manifest;
import org.elastos.smartweb.sandbox.bundle.Role;

/// The capsules whose modules ship with this project, to be signed by whoever distributes them.
public final class OwnCapsules {
  /// The media type that the audio player renders.
  public static final String OGG_VORBIS = "audio/ogg; codecs=vorbis";

  private static final String PLAYER = "audio-player.wasm";
  private static final String LOADER = "audio-player-loader.wasm";

  private static final int OGG_HEADER = 27;

  private OwnCapsules() {}

  /// The audio player, packed as release 1 of the app `audio-player` and signed with this key.
  ///
  /// @param developer Ed25519 seed, the app's genesis key
  public static Bundle audioPlayer(SecretBytes developer) {
    Bytes key = Ed25519.publicKey(developer);
    var files = new LinkedHashMap<String, Bytes>();
    files.put(PLAYER, resource(PLAYER));
    files.put(LOADER, resource(LOADER));
    var draft =
        new Manifest(
            key,
            "audio-player",
            1,
            "0.1.0",
            List.of(),
            PLAYER,
            LOADER,
            List.of("content", "audio"),
            new CapsuleLimits(1_024, 64, 3_600_000, 43_200_000, 100_000_000),
            List.of(OGG_VORBIS),
            List.of(key),
            Optional.empty());
    return Bundle.pack(draft, files, Map.of(PLAYER, Role.MAIN, LOADER, Role.LOADER))
        .sign(developer);
  }

  /// Whether a file that begins with these bytes begins with an Ogg Vorbis stream. Thirty-five
  /// bytes or more decide.
  public static boolean beginsOggVorbis(byte[] head) {
    if (head.length < OGG_HEADER) {
      return false;
    }
    int body = OGG_HEADER + (head[OGG_HEADER - 1] & 0xFF);
    return matches(head, 0, "OggS\0".getBytes(StandardCharsets.US_ASCII))
        && matches(head, body, "\1vorbis".getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean matches(byte[] bytes, int at, byte[] wanted) {
    return bytes.length >= at + wanted.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private static Bytes resource(String name) {
    try (InputStream in = OwnCapsules.class.getResourceAsStream("own/" + name)) {
      if (in == null) {
        throw new IllegalStateException("a module of our own is missing from the jar");
      }
      return Bytes.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("a module of our own cannot be read", e);
    }
  }
}
