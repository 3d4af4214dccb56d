// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.AesGcm;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.TaggedHash;
import org.elastos.smartweb.threshold.Partial;

/// A node's answer as only the session can read it (crypto core §3): {v, sealed} with sealed = salt
/// (16) ‖ GCM under a key exported for this request and salt, AAD requestHash ‖ u16 i. Stateless.
final class SealedAnswer {
  static final int MAX_BYTES = 16_384;
  private static final int SALT_BYTES = 16;
  private static final byte[] NONCE = new byte[AesGcm.NONCE_BYTES];
  private static final int POINT_BYTES = 33;
  private static final int SCALAR_BYTES = 32;

  private SealedAnswer() {}

  /// The request and the member that an answer belongs to.
  record Binding(Hash256 request, int index) {
    byte[] associated() {
      return ByteBuffer.allocate(34).put(request.bytes()).putShort((short) index).array();
    }

    byte[] exporterContext(byte[] salt) {
      return TaggedHash.lp("smartweb/v1/answer", request.bytes(), salt);
    }
  }

  /// CB[R, sig, D, c, z], and for who wants one CB[R, sig, D, c, z, [L, sig]]; the partial as its
  /// 97 bytes, not yet judged.
  record Contents(
      Receipt receipt, Bytes signature, Bytes partial, Optional<License.Signed> license) {
    private byte[] encode() {
      byte[] all = partial.bytes();
      List<Cbor> items = new ArrayList<>();
      items.add(Cbor.of(receipt.encode()));
      items.add(Cbor.of(signature));
      items.add(Cbor.of(Arrays.copyOf(all, POINT_BYTES)));
      items.add(Cbor.of(Arrays.copyOfRange(all, POINT_BYTES, POINT_BYTES + SCALAR_BYTES)));
      items.add(Cbor.of(Arrays.copyOfRange(all, POINT_BYTES + SCALAR_BYTES, Partial.BYTES)));
      license.ifPresent(signed -> items.add(signed.toCbor()));
      return Cbor.array(items).encode();
    }

    static Contents read(Cbor value) {
      List<Cbor> items = value.asArray();
      Optional<License.Signed> license =
          items.size() == 6 ? Optional.of(License.Signed.fromCbor(items.get(5))) : Optional.empty();
      if (license.isEmpty()) {
        value.asArray(5);
      }
      Receipt receipt =
          switch (Receipt.parse(items.get(0).asBytes())) {
            case Parsed.Ok<Receipt>(Receipt read) -> read;
            case Parsed.Malformed<Receipt>(String reason) -> throw new CborException(reason);
          };
      Bytes partial =
          Bytes.of(
              ByteBuffer.allocate(Partial.BYTES)
                  .put(items.get(2).asBytes(POINT_BYTES).bytes())
                  .put(items.get(3).asBytes(SCALAR_BYTES).bytes())
                  .put(items.get(4).asBytes(SCALAR_BYTES).bytes())
                  .array());
      return new Contents(receipt, items.get(1).asBytes(Ed25519.SIGNATURE_BYTES), partial, license);
    }
  }

  static Bytes seal(
      Binding binding,
      Contents contents,
      Function<byte[], SecretBytes> export,
      SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    try (SecretBytes key = export.apply(binding.exporterContext(salt))) {
      byte[] sealed = AesGcm.seal(key, NONCE, binding.associated(), contents.encode());
      byte[] all = ByteBuffer.allocate(salt.length + sealed.length).put(salt).put(sealed).array();
      return Bytes.of(Cbor.map().put("v", 1).put("sealed", all).encode());
    }
  }

  /// Empty when the body is no answer, or not one for this request, member and context.
  static Optional<Contents> open(
      Binding binding, Bytes body, Function<byte[], SecretBytes> export) {
    if (body.size() > MAX_BYTES) {
      return Optional.empty();
    }
    return Wire.parse(body, map -> map.bytes("sealed"))
        .toOptional()
        .map(Bytes::bytes)
        .filter(all -> all.length > SALT_BYTES + AesGcm.TAG_BYTES)
        .flatMap(all -> unseal(binding, all, export))
        .flatMap(plain -> DagCbor.parse(plain, Contents::read).toOptional());
  }

  private static Optional<byte[]> unseal(
      Binding binding, byte[] all, Function<byte[], SecretBytes> export) {
    byte[] salt = Arrays.copyOf(all, SALT_BYTES);
    byte[] sealed = Arrays.copyOfRange(all, SALT_BYTES, all.length);
    try (SecretBytes key = export.apply(binding.exporterContext(salt))) {
      return AesGcm.open(key, NONCE, binding.associated(), sealed);
    }
  }
}
