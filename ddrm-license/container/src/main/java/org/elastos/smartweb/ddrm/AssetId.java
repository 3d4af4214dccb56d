// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;

/// Names a work for ever: SHA-256 of the container's core (decision A1). Contracts, licences,
/// listings and statements use it; a CID only points to one file.
public record AssetId(Hash256 hash) {
  /// The id of an encoded core.
  public static AssetId ofCore(byte[] core) {
    return new AssetId(Sha256.of(core));
  }

  /// Reads 64 hexadecimal digits, with or without `0x`.
  public static AssetId fromHex(String hex) {
    return new AssetId(Hash256.fromHex(hex));
  }

  @Override
  public String toString() {
    return hash.toString();
  }
}
