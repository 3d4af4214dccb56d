// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.util.Arrays;
import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.TaggedHash;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.threshold.CheckedHeader;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.Partial;
import org.elastos.smartweb.threshold.ThresholdHeader;
import org.elastos.smartweb.threshold.ThresholdKem;

/// Proof for anybody that a node signed for a partial that is wrong: the request with its header,
/// core and terms, the node's receipt and signature, and the partial itself. It holds no key: a
/// wrong partial opens nothing. Immutable.
public record Evidence(
    LicenseRequest request, Bytes core, Statement terms, Receipt receipt, Given given) {
  private static final int POINT_BYTES = 33;
  private static final int SCALAR_BYTES = 32;
  private static final int MAX_BYTES = 65_536;

  /// The receipt's signature and the partial's 97 bytes, as the node sealed them.
  public record Given(Bytes signature, Bytes partial) {}

  /// The request as its strict encoding, then the rest beside it.
  public Bytes encode() {
    return Bytes.of(
        Cbor.map()
            .put("v", 1)
            .put("request", request.encode())
            .put("core", core)
            .put("terms", terms.toCbor())
            .put("receipt", receipt.encode())
            .put("sig", given.signature())
            .put("partial", given.partial())
            .encode());
  }

  /// Reads what somebody shows; what it proves is judged apart.
  public static Optional<Evidence> parse(Bytes encoded) {
    return encoded.size() > MAX_BYTES
        ? Optional.empty()
        : Wire.parse(encoded, Evidence::read).toOptional();
  }

  private static Evidence read(CborMap map) {
    LicenseRequest request = Wire.nested(map.bytes("request"), LicenseRequest::read);
    Bytes core = map.bytes("core");
    Statement terms = Statement.fromCbor(map.value("terms"));
    Receipt receipt =
        Receipt.parse(map.bytes("receipt"))
            .toOptional()
            .orElseThrow(() -> new IllegalArgumentException("not a receipt"));
    Given given =
        new Given(map.bytes("sig", Ed25519.SIGNATURE_BYTES), map.bytes("partial", Partial.BYTES));
    return new Evidence(request, core, terms, receipt, given);
  }

  /// Whether it convicts the member of this identity: the member signed that for this very request,
  /// ciphertext and epoch it gave exactly this partial, and the partial is wrong.
  public boolean convicts(EpochKeys keys, int index, Bytes identityKey) {
    if (!receipt.isSignedBy(identityKey, given.signature())) {
      return false;
    }
    Optional<CheckedHeader> header = header();
    boolean same =
        header.isPresent()
            && receipt.subject().ct().equals(header.get().ct())
            && receipt.subject().request().equals(request.hash())
            && receipt.subject().partial().equals(hashOf(given.partial()))
            && receipt.giver().equals(new Receipt.Giver(keys.groupKey().gk(), keys.epoch(), index));
    return same && keys.shape().holds(index) && !isRight(keys, index, header.get());
  }

  private Optional<CheckedHeader> header() {
    return ThresholdHeader.decode(request.wanted().kem().bytes())
            instanceof ThresholdHeader.Decoded.Header(ThresholdHeader header)
        ? ThresholdKem.check(header, AssetId.ofCore(core.bytes()).hash())
        : Optional.empty();
  }

  private boolean isRight(EpochKeys keys, int index, CheckedHeader header) {
    return Partial.decode(given.partial().bytes())
        .flatMap(partial -> keys.verify(header, request.hash(), index, partial))
        .isPresent();
  }

  /// H(`smartweb/v1/ph`; D, c, z) of bytes that need not be a partial.
  static Hash256 hashOf(Bytes partial) {
    byte[] all = partial.bytes();
    return TaggedHash.hash(
        "smartweb/v1/ph",
        Arrays.copyOf(all, POINT_BYTES),
        Arrays.copyOfRange(all, POINT_BYTES, POINT_BYTES + SCALAR_BYTES),
        Arrays.copyOfRange(all, POINT_BYTES + SCALAR_BYTES, all.length));
  }
}
