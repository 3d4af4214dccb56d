// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.AesGcm;
import org.elastos.smartweb.crypto.Hkdf;
import org.elastos.smartweb.crypto.TaggedHash;

/// Seals what one holder hands over for one member of the next committee, to the encryption key
/// that the board shows, so that it may travel over any wire: E ‖ AES-256-GCM under HKDF-SHA-256 of
/// e·EK. Who made it is known from the digest in the dealing, not from the seal. Immutable.
///
/// @param ceremony the ceremony's name
/// @param dealer the holder's index among those who deal
/// @param recipient the index in the committee that gets the shares
public record HandoverSeal(Hash256 ceremony, int dealer, int recipient) {
  private static final byte[] NONCE = new byte[AesGcm.NONCE_BYTES];

  /// Seals the facts for the holder of this key.
  public Bytes seal(HandoverState state, GroupElement encryptionKey, SecureRandom random) {
    BigInteger e = Scalars.random(random);
    GroupElement ephemeral = Curve.blinded(Curve.G, e, random);
    GroupElement shared = Curve.blinded(encryptionKey, e, random);
    try (SecretBytes key = key(ephemeral, encryptionKey, shared)) {
      byte[] sealed = AesGcm.seal(key, NONCE, new byte[0], state.encode().bytes());
      return Bytes.of(
          ByteBuffer.allocate(GroupElement.BYTES + sealed.length)
              .put(ephemeral.bytes())
              .put(sealed)
              .array());
    }
  }

  /// The facts; empty unless they were sealed for this key and are what the dealing committed to.
  public Optional<HandoverState> open(
      Bytes sealed, EncryptionKey own, Hash256 committed, SecureRandom random) {
    byte[] bytes = sealed.bytes();
    if (bytes.length < GroupElement.BYTES) {
      return Optional.empty();
    }
    byte[] rest = Arrays.copyOfRange(bytes, GroupElement.BYTES, bytes.length);
    return GroupElement.decode(Arrays.copyOf(bytes, GroupElement.BYTES))
        .flatMap(ephemeral -> open(ephemeral, rest, own, random))
        .flatMap(plain -> HandoverState.decode(Bytes.of(plain), committed));
  }

  private Optional<byte[]> open(
      GroupElement ephemeral, byte[] rest, EncryptionKey own, SecureRandom random) {
    GroupElement shared = own.shared(ephemeral, random);
    try (SecretBytes key = key(ephemeral, own.publicKey(), shared)) {
      return AesGcm.open(key, NONCE, new byte[0], rest);
    }
  }

  private SecretBytes key(GroupElement e, GroupElement ek, GroupElement shared) {
    byte[] info =
        TaggedHash.lp(
            ceremony.bytes(), Suite.u16(dealer), Suite.u16(recipient), e.bytes(), ek.bytes());
    return SecretBytes.take(
        Hkdf.derive(
            shared.bytes(), TaggedHash.ascii("smartweb/v1/handover"), info, Hkdf.KEY_BYTES));
  }
}
