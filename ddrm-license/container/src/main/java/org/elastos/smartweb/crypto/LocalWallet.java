// SPDX-License-Identifier: MIT
package org.elastos.smartweb.crypto;

import java.security.SecureRandom;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.Wallet;

/// An account whose key lies in this process's memory until {@link #close}. Thread-safe.
public final class LocalWallet implements Wallet, AutoCloseable {
  private final SecretBytes key;
  private final EvmAddress address;

  /// Takes over the key, 32 bytes.
  ///
  /// @throws IllegalArgumentException when it is no private key
  public LocalWallet(SecretBytes key) {
    this.address = Secp256k1Signatures.address(key);
    this.key = key;
  }

  /// A new account.
  public static LocalWallet generate(SecureRandom random) {
    while (true) {
      byte[] raw = new byte[32];
      random.nextBytes(raw);
      SecretBytes key = SecretBytes.take(raw);
      if (Secp256k1Signatures.isPrivateKey(key)) {
        return new LocalWallet(key);
      }
      key.close();
    }
  }

  @Override
  public EvmAddress address() {
    return address;
  }

  @Override
  public Bytes signDigest(Hash256 digest) {
    return Secp256k1Signatures.sign(key, digest);
  }

  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "LocalWallet[" + address + "]";
  }
}
