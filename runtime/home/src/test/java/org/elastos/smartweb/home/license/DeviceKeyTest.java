// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.SealedFile;
import org.elastos.smartweb.home.outcome.HomeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceKeyTest {
  private static final SealedFile.Sealing CHEAP =
      new SealedFile.Sealing(new SealedFile.Cost(1 << 10, 1, 1), new SecureRandom());

  @TempDir Path directory;

  @Test
  void isTheSameDeviceAfterARestart() {
    Path file = directory.resolve("device.key");
    try (SecretBytes password = SecretBytes.copyOf(new byte[] {1, 2});
        DeviceKey first = DeviceKey.loadOrCreate(file, password, CHEAP);
        DeviceKey again = DeviceKey.loadOrCreate(file, password, CHEAP)) {
      assertThat(again.publicKey()).isEqualTo(first.publicKey());
      byte[] message = {3};
      Bytes signature = again.sign("a tag", message);
      assertThat(Ed25519.verify(first.publicKey(), "a tag", message, signature)).isTrue();
      assertThat(Ed25519.verify(first.publicKey(), "another", message, signature)).isFalse();
      try (SecretBytes one = first.derive("x");
          SecretBytes same = again.derive("x");
          SecretBytes other = again.derive("y")) {
        assertThat(same.use(one::matches)).isTrue();
        assertThat(other.use(one::matches)).isFalse();
      }
    }
  }

  @Test
  void staysShutForAnotherPassword() {
    Path file = directory.resolve("device.key");
    try (SecretBytes right = SecretBytes.copyOf(new byte[] {1});
        SecretBytes wrong = SecretBytes.copyOf(new byte[] {2})) {
      DeviceKey.loadOrCreate(file, right, CHEAP).close();
      assertThatThrownBy(() -> DeviceKey.loadOrCreate(file, wrong, CHEAP))
          .isInstanceOf(HomeException.class)
          .hasMessageContaining("check its password");
    }
  }
}
