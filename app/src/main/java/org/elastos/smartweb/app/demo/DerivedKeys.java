// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Hkdf;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.crypto.TaggedHash;
import org.elastos.smartweb.ddrm.Core;

/// The keys that follow from a file key, derived once more from the specification alone (crypto
/// core §1): K(x) = HKDF(file key, salt, LP(`ddrm/v1/` x) ‖ SHA-256(CB pre)). Stateless.
final class DerivedKeys {
  private DerivedKeys() {}

  /// Everything that opens or forges a work, by name: the file key, the payload key, the header
  /// key.
  static Map<String, byte[]> secrets(SecretBytes fileKey, Core core) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    keys.put("file key", fileKey.use(byte[]::clone));
    keys.put("payload key", derive(fileKey, core, "payload"));
    keys.put("header key", derive(fileKey, core, "header"));
    return keys;
  }

  /// What stands in the core for everybody to see.
  static Hash256 commitment(SecretBytes fileKey, Core core) {
    return Hash256.of(derive(fileKey, core, "commit"));
  }

  private static byte[] derive(SecretBytes fileKey, Core core, String use) {
    byte[] pre = DagCbor.encode(DagCbor.decode(core.encoded().bytes()).asMap().value("pre"));
    byte[] label = TaggedHash.lp("ddrm/v1/" + use);
    byte[] hash = Sha256.of(pre).bytes();
    byte[] info = new byte[label.length + hash.length];
    System.arraycopy(label, 0, info, 0, label.length);
    System.arraycopy(hash, 0, info, label.length, hash.length);
    return Hkdf.key(fileKey, core.pre().salt().bytes(), info).use(byte[]::clone);
  }
}
