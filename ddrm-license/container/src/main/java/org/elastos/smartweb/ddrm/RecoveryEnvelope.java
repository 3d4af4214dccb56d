// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Hpke;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.crypto.TaggedHash;

/// The creator's way back to a work: the file key sealed by HPKE to a recovery key. Body:
/// CB[SHA-256 of the public key, enc, ciphertext]; the commitment is associated data. Stateless.
public final class RecoveryEnvelope {
  private RecoveryEnvelope() {}

  /// Seals the file key to a recovery public key.
  ///
  /// @throws IllegalArgumentException when the bytes are no public key
  public static Envelope seal(
      Core core, SecretBytes fileKey, Bytes publicKey, SecureRandom random) {
    Hpke.Sender sender =
        Hpke.sender(publicKey, info(core), random)
            .orElseThrow(() -> new IllegalArgumentException("not a recovery public key"));
    byte[] sealed = fileKey.use(raw -> sender.seal(core.commit().bytes(), raw));
    Cbor body =
        Cbor.array(Cbor.of(Sha256.of(publicKey.bytes())), Cbor.of(sender.enc()), Cbor.of(sealed));
    return new Envelope(Envelope.RECOVERY, Bytes.of(body.encode()));
  }

  /// Opens an envelope with the recovery key's seed.
  ///
  /// @return nothing when it was sealed to another key or for another work
  public static Optional<SecretBytes> open(Core core, Envelope envelope, SecretBytes seed) {
    Hash256 mine = Sha256.of(Hpke.publicKey(seed).bytes());
    Parsed<List<Cbor>> body =
        DagCbor.parse(
            envelope.body().bytes(),
            value -> {
              List<Cbor> items = value.asArray(3);
              items.get(0).asHash();
              items.get(1).asBytes();
              items.get(2).asBytes();
              return items;
            });
    return body.toOptional()
        .filter(items -> envelope.kind() == Envelope.RECOVERY && items.get(0).asHash().equals(mine))
        .flatMap(items ->
            Hpke.receiver(seed, items.get(1).asBytes(), info(core))
                .flatMap(receiver ->
                    receiver.open(core.commit().bytes(), items.get(2).asBytes().bytes())))
        .map(SecretBytes::take);
  }

  private static byte[] info(Core core) {
    return TaggedHash.lp("ddrm/v1/recovery", core.assetId().hash().bytes());
  }
}
