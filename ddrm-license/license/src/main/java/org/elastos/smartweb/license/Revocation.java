// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.nio.charset.StandardCharsets;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Sha256;

/// The body of `POST /v1/revocations`: a device withdraws the delegation that names it. Immutable.
public record Revocation(String delegation, Bytes signature) {
  private static final String TAG = "smartweb/v1/revocation";

  /// Signed by the device of this delegation.
  public static Revocation sign(Delegation delegation, SecretBytes deviceSeed) {
    return new Revocation(
        delegation.text(), Ed25519.sign(deviceSeed, TAG, delegation.hash().bytes()));
  }

  /// {v, delegation, sig}.
  public Bytes encode() {
    return Bytes.of(
        Cbor.map().put("v", 1).put("delegation", delegation).put("sig", signature).encode());
  }

  static Revocation read(CborMap map) {
    return new Revocation(map.text("delegation"), map.bytes("sig", Ed25519.SIGNATURE_BYTES));
  }

  boolean isSignedBy(Bytes device) {
    byte[] hash = Sha256.of(delegation.getBytes(StandardCharsets.UTF_8)).bytes();
    return Ed25519.verify(device, TAG, hash, signature);
  }
}
