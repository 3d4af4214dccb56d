// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Hpke;

/// The body of `POST /v1/sessions`: a delegation with the wallet's signature and a session with the
/// device's. Immutable.
public record SessionOpening(
    String delegation, Bytes walletSignature, Session session, Bytes deviceSignature) {
  static final int MAX_BYTES = 24_576;

  /// The longest signature of a wallet that is a contract, in bytes.
  static final int MAX_WALLET_SIGNATURE = 8_192;

  /// {v, delegation, walletSig, session, deviceSig}.
  public Bytes encode() {
    return Bytes.of(
        Cbor.map()
            .put("v", 1)
            .put("delegation", delegation)
            .put("walletSig", walletSignature)
            .put("session", session.encode())
            .put("deviceSig", deviceSignature)
            .encode());
  }

  static SessionOpening read(CborMap map) {
    String delegation = map.text("delegation");
    Bytes walletSignature = map.bytes("walletSig");
    if (walletSignature.size() > MAX_WALLET_SIGNATURE) {
      throw new CborException("the wallet's signature is too long");
    }
    Session session = Wire.nested(map.bytes("session"), Session::read);
    Bytes deviceSignature = map.bytes("deviceSig", Ed25519.SIGNATURE_BYTES);
    return new SessionOpening(delegation, walletSignature, session, deviceSignature);
  }

  /// The node's answer: its encapsulated key, signed by its identity.
  record Context(long epoch, int index, Bytes enc, Bytes signature) {
    private static final String TAG = "smartweb/v1/context";

    static Context sign(long epoch, int index, Signed signed, SecretBytes identitySeed) {
      Bytes signature = Ed25519.sign(identitySeed, TAG, signed.bytes());
      return new Context(epoch, index, signed.enc(), signature);
    }

    /// info ‖ enc.
    record Signed(Bytes info, Bytes enc) {
      byte[] bytes() {
        byte[] all = new byte[info.size() + enc.size()];
        System.arraycopy(info.bytes(), 0, all, 0, info.size());
        System.arraycopy(enc.bytes(), 0, all, info.size(), enc.size());
        return all;
      }
    }

    Bytes encode() {
      return Bytes.of(
          Cbor.map()
              .put("v", 1)
              .put("epoch", epoch)
              .put("i", index)
              .put("enc", enc)
              .put("sig", signature)
              .encode());
    }

    static Parsed<Context> parse(Bytes body) {
      return Wire.parse(
          body,
          map ->
              new Context(
                  map.uint("epoch"),
                  map.uint("i", 255),
                  map.bytes("enc", Hpke.ENC_BYTES),
                  map.bytes("sig", Ed25519.SIGNATURE_BYTES)));
    }

    boolean isSignedBy(Bytes identity, Hash256 session, Hash256 gk) {
      Bytes info = Bytes.of(Session.contextInfo(session, gk, epoch, index));
      return Ed25519.verify(identity, TAG, new Signed(info, enc).bytes(), signature);
    }
  }
}
