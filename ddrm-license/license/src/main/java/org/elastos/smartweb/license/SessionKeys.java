// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import java.security.SecureRandom;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Hpke;

/// The secret halves of a session's keys: they sign requests and open answers, and cannot certify
/// another session. Closed by who made them, or with the session that they went over to.
public record SessionKeys(SecretBytes signing, SecretBytes kem) implements AutoCloseable {
  private static final int SEED_BYTES = 32;

  /// Fresh ones.
  public static SessionKeys generate(SecureRandom random) {
    return new SessionKeys(seed(random), seed(random));
  }

  /// What a device signs for.
  public Session.Keys publicKeys() {
    return new Session.Keys(Ed25519.publicKey(signing), Hpke.publicKey(kem));
  }

  private static SecretBytes seed(SecureRandom random) {
    byte[] bytes = new byte[SEED_BYTES];
    random.nextBytes(bytes);
    return SecretBytes.take(bytes);
  }

  @Override
  public void close() {
    signing.close();
    kem.close();
  }
}
