// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.TaggedHash;

/// Compiled modules on disk: MAC(32) ‖ code, the MAC being HMAC-SHA-256 under the host's key over
/// the module, the engine and the code. Entries of another key or engine are simply other entries.
/// Thread-safe; several processes may share a folder.
public final class CompileCache {
  private static final int MAC_BYTES = 32;

  private final Path folder;
  private final SecretBytes hostKey;

  /// A cache in `folder`, which is made when needed. The key stays the caller's to close.
  public CompileCache(Path folder, SecretBytes hostKey) {
    this.folder = folder;
    this.hostKey = hostKey;
  }

  /// The code of a module for an engine, if it is there.
  ///
  /// @param engine name, version and transformation of the code
  /// @throws TamperedCacheException where the entry is not what this host wrote
  public Optional<byte[]> get(Hash256 module, String engine) {
    Path file = entry(module, engine);
    byte[] entry;
    try {
      entry = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the compile cache cannot be read", e);
    }
    byte[] code = Arrays.copyOfRange(entry, Math.min(MAC_BYTES, entry.length), entry.length);
    byte[] found = Arrays.copyOf(entry, MAC_BYTES);
    if (entry.length < MAC_BYTES || !MessageDigest.isEqual(found, mac(module, engine, code))) {
      throw new TamperedCacheException(file.getFileName().toString());
    }
    return Optional.of(code);
  }

  /// Keeps code, replacing what was there.
  public void put(Hash256 module, String engine, byte[] code) {
    try {
      Files.createDirectories(folder);
      Path made = Files.createTempFile(folder, "new", ".part");
      byte[] mac = mac(module, engine, code);
      byte[] entry = Arrays.copyOf(mac, MAC_BYTES + code.length);
      System.arraycopy(code, 0, entry, MAC_BYTES, code.length);
      Files.write(made, entry);
      Files.move(made, entry(module, engine), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the compile cache cannot be written", e);
    }
  }

  private Path entry(Hash256 module, String engine) {
    byte[] keyId = hmac(TaggedHash.ascii("smartweb/v1/compiled-key"));
    byte[] name = TaggedHash.ascii(engine);
    Hash256 id = TaggedHash.hash("smartweb/v1/compiled-name", keyId, module.bytes(), name);
    return folder.resolve(id.hex() + ".compiled");
  }

  private byte[] mac(Hash256 module, String engine, byte[] code) {
    byte[] name = TaggedHash.ascii(engine);
    return hmac(TaggedHash.lp("smartweb/v1/compiled", module.bytes(), name, code));
  }

  private byte[] hmac(byte[] message) {
    return hostKey.use(key -> {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("the platform lacks HMAC-SHA-256", e);
      }
    });
  }
}
