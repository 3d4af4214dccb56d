// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.junit.jupiter.api.Test;

class Ed25519Test {
  /// Seed and public key of RFC 8032, test 1.
  private static final SecretBytes SEED =
      SecretBytes.take(
          Vectors.hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

  private static final byte[] MESSAGE = {1, 2, 3};

  @Test
  void derivesThePublishedPublicKey() {
    assertThat(Ed25519.publicKey(SEED).hex())
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  }

  @Test
  void signsTheTaggedMessageAsThePlatformVerifiesIt() throws Exception {
    byte[] x509 = Vectors.hex("302a300506032b6570032100" + Ed25519.publicKey(SEED).hex());
    Signature platform = Signature.getInstance("Ed25519");
    platform.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
    platform.update(TaggedHash.lp("tag", MESSAGE));
    assertThat(platform.verify(Ed25519.sign(SEED, "tag", MESSAGE).bytes())).isTrue();
  }

  @Test
  void refusesAnotherTagMessageKeyOrBit() {
    Bytes key = Ed25519.publicKey(SEED);
    Bytes signature = Ed25519.sign(SEED, "tag", MESSAGE);
    assertThat(Ed25519.verify(key, "tag", MESSAGE, signature)).isTrue();
    assertThat(Ed25519.verify(key, "gat", MESSAGE, signature)).isFalse();
    assertThat(Ed25519.verify(key, "tag", new byte[3], signature)).isFalse();
    Bytes other = Ed25519.publicKey(SecretBytes.take(new byte[32]));
    assertThat(Ed25519.verify(other, "tag", MESSAGE, signature)).isFalse();
    for (int bit = 0; bit < 512; bit++) {
      byte[] changed = signature.bytes();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(Ed25519.verify(key, "tag", MESSAGE, Bytes.of(changed))).isFalse();
    }
  }

  @Test
  void refusesKeysOfSmallOrderAndOtherShapes() {
    byte[] identity = new byte[32];
    identity[0] = 1;
    Bytes signature = Ed25519.sign(SEED, "tag", MESSAGE);
    assertThat(Ed25519.isPublicKey(Ed25519.publicKey(SEED))).isTrue();
    assertThat(Ed25519.isPublicKey(Bytes.of(identity))).isFalse();
    assertThat(Ed25519.isPublicKey(Bytes.of(new byte[32]))).isFalse();
    assertThat(Ed25519.isPublicKey(Bytes.of(new byte[31]))).isFalse();
    assertThat(Ed25519.verify(Bytes.of(identity), "tag", MESSAGE, signature)).isFalse();
    assertThat(Ed25519.verify(Bytes.of(new byte[31]), "tag", MESSAGE, signature)).isFalse();
    Bytes cut = Bytes.of(Arrays.copyOf(signature.bytes(), 63));
    assertThat(Ed25519.verify(Ed25519.publicKey(SEED), "tag", MESSAGE, cut)).isFalse();
  }

  @Test
  void refusesSeedsOfOtherLengths() {
    SecretBytes shortSeed = SecretBytes.take(new byte[31]);
    assertThatThrownBy(() -> Ed25519.publicKey(shortSeed))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ed25519.sign(shortSeed, "tag", MESSAGE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
