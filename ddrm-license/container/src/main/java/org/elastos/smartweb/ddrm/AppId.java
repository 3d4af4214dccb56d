// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Sha256;

/// Names an application across its releases: SHA-256 of CB{v: 1, genesisKey, name} (decision A6).
public record AppId(Hash256 hash) implements Comparable<AppId> {
  /// The id of the application that a developer's first key and a name begin.
  ///
  /// @throws IllegalArgumentException when the key has not 32 bytes
  public static AppId of(Bytes genesisKey, String name) {
    if (genesisKey.size() != Ed25519.PUBLIC_KEY_BYTES) {
      throw new IllegalArgumentException("a genesis key has 32 bytes");
    }
    return new AppId(
        Sha256.of(Cbor.map().put("v", 1).put("genesisKey", genesisKey).put("name", name).encode()));
  }

  /// Reads 64 hexadecimal digits, with or without `0x`.
  public static AppId fromHex(String hex) {
    return new AppId(Hash256.fromHex(hex));
  }

  @Override
  public int compareTo(AppId other) {
    return hash.compareTo(other.hash);
  }

  @Override
  public String toString() {
    return hash.toString();
  }
}
