// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.junit.jupiter.api.Test;

class HpkeTest {
  private static final byte[] INFO = {1, 2};
  private static final byte[] AAD = {3};
  private static final byte[] PLAIN = {4, 5, 6};

  private final SecretBytes seed = SecretBytes.take(new byte[32]);
  private final Bytes publicKey = Hpke.publicKey(seed);

  @Test
  void opensWhatWasSealedAndExportsTheSameSecret() {
    Hpke.Sender sender = Hpke.sender(publicKey, INFO, new SecureRandom()).orElseThrow();
    Hpke.Receiver receiver = Hpke.receiver(seed, sender.enc(), INFO).orElseThrow();
    assertThat(publicKey.size()).isEqualTo(Hpke.PUBLIC_KEY_BYTES);
    assertThat(sender.enc().size()).isEqualTo(Hpke.ENC_BYTES);
    assertThat(receiver.open(AAD, sender.seal(AAD, PLAIN))).contains(PLAIN);
    assertThat(receiver.open(AAD, sender.seal(AAD, PLAIN))).contains(PLAIN);
    byte[] exported = sender.export(AAD, 32).use(byte[]::clone);
    assertThat(receiver.export(AAD, 32).matches(exported)).isTrue();
  }

  @Test
  void opensNothingUnderAnotherInfoKeyOrAssociatedData() {
    Hpke.Sender sender = Hpke.sender(publicKey, INFO, new SecureRandom()).orElseThrow();
    byte[] sealed = sender.seal(AAD, PLAIN);
    assertThat(Hpke.receiver(seed, sender.enc(), AAD).orElseThrow().open(AAD, sealed)).isEmpty();
    assertThat(Hpke.receiver(seed, sender.enc(), INFO).orElseThrow().open(INFO, sealed)).isEmpty();
    SecretBytes other =
        SecretBytes.take(
            new byte[] {
              9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
              0, 0, 0
            });
    assertThat(Hpke.receiver(other, sender.enc(), INFO).orElseThrow().open(AAD, sealed)).isEmpty();
  }

  @Test
  void encapsulatesTheSameFromTheSameSeed() {
    Hpke.Sender first = pinned();
    Hpke.Sender second = pinned();
    assertThat(first.enc()).isEqualTo(second.enc());
    assertThat(first.seal(AAD, PLAIN)).isEqualTo(second.seal(AAD, PLAIN));
    assertThat(Sha256.of(publicKey.bytes()).hex())
        .isEqualTo("3bb0b003f553f49f38bab31546b7f4fdd323c74cbf4aaf97d9703ede4e83eff7");
    assertThat(Sha256.of(first.enc().bytes()).hex())
        .isEqualTo("e69507f1f4d89d02d7027d4a8a3d204cecfa68ee1ef04975f0d4a35a8e15774e");
    assertThat(Bytes.of(first.export(AAD, 32).use(byte[]::clone)).hex())
        .isEqualTo("f1820ed29b55febd2bbf4b38ede32db53deb7a6614c5125b0f0c454c0dbbcd02");
  }

  private Hpke.Sender pinned() {
    return Hpke.sender(publicKey, INFO, SecretBytes.take(new byte[64])).orElseThrow();
  }

  @Test
  void refusesKeysOfOtherShapes() {
    assertThat(Hpke.sender(Bytes.of(new byte[32]), INFO, new SecureRandom())).isEmpty();
    assertThat(Hpke.receiver(seed, Bytes.of(new byte[32]), INFO)).isEmpty();
    byte[] outOfRange = publicKey.bytes();
    Arrays.fill(outOfRange, 0, 1184, (byte) 0xff);
    assertThat(Hpke.sender(Bytes.of(outOfRange), INFO, new SecureRandom())).isEmpty();
    assertThatThrownBy(() -> Hpke.publicKey(SecretBytes.take(new byte[31])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
