// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.ddrm.Statement;

/// The body of `POST /v1/licenses`: the request, the session's signature, and beside it the core
/// and the signed terms that the request names by hash. Immutable.
public record LicenseCall(LicenseRequest request, Bytes signature, Bytes core, Statement terms) {
  static final int MAX_BYTES = 65_536;

  /// {v, request, sig, core, terms}.
  public Bytes encode() {
    return Bytes.of(
        Cbor.map()
            .put("v", 1)
            .put("request", request.encode())
            .put("sig", signature)
            .put("core", core)
            .put("terms", terms.toCbor())
            .encode());
  }

  static LicenseCall read(CborMap map) {
    LicenseRequest request = Wire.nested(map.bytes("request"), LicenseRequest::read);
    return new LicenseCall(
        request,
        map.bytes("sig", Ed25519.SIGNATURE_BYTES),
        map.bytes("core"),
        Statement.fromCbor(map.value("terms")));
  }
}
