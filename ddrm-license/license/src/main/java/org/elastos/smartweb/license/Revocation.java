// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Sha256;

/// The body of `POST /v1/revocations`: a device withdraws the delegation that names it, or one
/// session that it signed, such as an agent's. Immutable.
public record Revocation(String delegation, Optional<Session> session, Bytes signature) {
  private static final String TAG = "smartweb/v1/revocation";
  private static final String SESSION_TAG = "smartweb/v1/session-revocation";

  /// Signed by the device of this delegation.
  public static Revocation sign(Delegation delegation, SecretBytes deviceSeed) {
    return new Revocation(
        delegation.text(),
        Optional.empty(),
        Ed25519.sign(deviceSeed, TAG, delegation.hash().bytes()));
  }

  /// Of one session under this delegation, signed by its device.
  public static Revocation sign(Delegation delegation, Session session, SecretBytes deviceSeed) {
    return new Revocation(
        delegation.text(),
        Optional.of(session),
        Ed25519.sign(deviceSeed, SESSION_TAG, session.hash().bytes()));
  }

  /// {v, delegation, session?, sig}.
  public Bytes encode() {
    return Bytes.of(
        Cbor.map()
            .put("v", 1)
            .put("delegation", delegation)
            .putIfPresent("session", session.map(Session::encode).map(Cbor::of))
            .put("sig", signature)
            .encode());
  }

  static Revocation read(CborMap map) {
    return new Revocation(
        map.text("delegation"),
        map.optional("session", item -> Wire.nested(item.asBytes(), Session::read)),
        map.bytes("sig", Ed25519.SIGNATURE_BYTES));
  }

  boolean isSignedBy(Bytes device) {
    if (session.isPresent()) {
      return Ed25519.verify(device, SESSION_TAG, session.get().hash().bytes(), signature);
    }
    byte[] hash = Sha256.of(delegation.getBytes(StandardCharsets.UTF_8)).bytes();
    return Ed25519.verify(device, TAG, hash, signature);
  }
}
