// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.time.Instant;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;
import org.elastos.smartweb.ddrm.AssetId;

/// What the audit keeps of one licence. Personal fields enter the chain only as a salted
/// commitment, so that they can be erased while the chain still verifies (decision B7). Immutable.
public record AuditEntry(Hash256 request, Hash256 ct, Instant at, Personal personal) {
  /// Length of the salt of a commitment.
  public static final int SALT_BYTES = 16;

  /// Who asked for what; kept apart from the chain, with the salt.
  public record Personal(EvmAddress wallet, AssetId asset) {
    /// H(`smartweb/v1/audit-personal`; salt, CB[wallet, asset]).
    public Hash256 commitment(Bytes salt) {
      return TaggedHash.hash(
          "smartweb/v1/audit-personal",
          salt.bytes(),
          Cbor.array(Cbor.of(wallet), Cbor.of(asset.hash())).encode());
    }
  }

  /// The chained part of an entry: what stays when the personal fields are erased.
  public record Chained(Hash256 request, Hash256 ct, Instant at, Hash256 commitment) {
    /// The head after this record: H(`smartweb/v1/audit`; previous head, u64 position, CB[request,
    /// ct, at, commitment]); the head before position 0 is 32 zero bytes.
    public AuditPosition after(Hash256 previousHead, long position) {
      byte[] record =
          Cbor.array(Cbor.of(request), Cbor.of(ct), Wire.seconds(at), Cbor.of(commitment)).encode();
      return new AuditPosition(
          position,
          TaggedHash.hash(
              "smartweb/v1/audit", previousHead.bytes(), Session.u64(position), record));
    }
  }

  /// The part that enters the chain.
  public Chained chained(Bytes salt) {
    return new Chained(request, ct, at, personal.commitment(salt));
  }
}
