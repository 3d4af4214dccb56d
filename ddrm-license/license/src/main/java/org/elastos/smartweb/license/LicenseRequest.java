// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.TaggedHash;
import org.elastos.smartweb.ddrm.AssetId;

/// What a session asks of every node alike (crypto core §3). Immutable.
public record LicenseRequest(Hash256 session, Wanted wanted, Instant at, Bytes nonce, Want want) {
  /// Length of a nonce.
  public static final int NONCE_BYTES = 16;

  private static final String TAG = "smartweb/v1/request";

  /// What the answer has to hold.
  public enum Want {
    /// A partial and a receipt: the answer of the first version.
    PLAY("play"),
    /// The licence beside them.
    LICENSE("license"),
    /// The licence with an offline lease.
    LEASE("lease");

    private final String text;

    Want(String text) {
      this.text = text;
    }

    static Want of(String text) {
      for (Want want : values()) {
        if (want.text.equals(text)) {
          return want;
        }
      }
      throw new CborException("nothing that can be wanted");
    }
  }

  /// A request to play.
  public LicenseRequest(Hash256 session, Wanted wanted, Instant at, Bytes nonce) {
    this(session, wanted, at, nonce, Want.PLAY);
  }

  /// What is asked for: committee, asset, the hash of the terms' payload, and the header's bytes.
  public record Wanted(Hash256 gk, AssetId asset, Hash256 terms, Bytes kem) {}

  /// {v, session, gk, asset, terms, kem, at, nonce, want}.
  public Bytes encode() {
    return Bytes.of(
        Cbor.map()
            .put("v", 1)
            .put("session", session)
            .put("gk", wanted.gk())
            .put("asset", wanted.asset().hash())
            .put("terms", wanted.terms())
            .put("kem", wanted.kem())
            .put("at", Wire.seconds(at))
            .put("nonce", nonce)
            .put("want", want.text)
            .encode());
  }

  static LicenseRequest read(CborMap map) {
    Wanted wanted =
        new Wanted(
            map.bytes32("gk"),
            new AssetId(map.bytes32("asset")),
            map.bytes32("terms"),
            map.bytes("kem"));
    return new LicenseRequest(
        map.bytes32("session"),
        wanted,
        Wire.seconds(map, "at"),
        map.bytes("nonce", NONCE_BYTES),
        Want.of(map.text("want")));
  }

  /// H(`smartweb/v1/request`; CB).
  public Hash256 hash() {
    return TaggedHash.hash(TAG, encode().bytes());
  }

  Bytes sign(SecretBytes sessionSeed) {
    return Ed25519.sign(sessionSeed, TAG, hash().bytes());
  }

  boolean isSignedBy(Bytes sessionKey, Bytes signature) {
    return Ed25519.verify(sessionKey, TAG, hash().bytes(), signature);
  }
}
