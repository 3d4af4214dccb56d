// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;

/// Key material that is wiped when closed. Compares in constant time, prints nothing of itself.
/// Thread-safe: use after close is refused.
public final class SecretBytes implements AutoCloseable {
  private final byte[] value;
  private boolean closed;

  private SecretBytes(byte[] value) {
    this.value = value;
  }

  /// Takes a copy; the caller wipes its own array.
  public static SecretBytes copyOf(byte[] bytes) {
    return new SecretBytes(bytes.clone());
  }

  /// Takes a copy and wipes the given array.
  public static SecretBytes take(byte[] bytes) {
    SecretBytes secret = copyOf(bytes);
    Arrays.fill(bytes, (byte) 0);
    return secret;
  }

  /// Length in bytes.
  public int size() {
    return value.length;
  }

  /// Lends a copy to `use` and wipes that copy afterwards, whatever happens.
  ///
  /// @throws IllegalStateException after close
  public <T> T use(Function<byte[], T> use) {
    byte[] lent = open();
    try {
      return use.apply(lent);
    } finally {
      Arrays.fill(lent, (byte) 0);
    }
  }

  /// Compares in time that depends on the length only.
  public synchronized boolean matches(byte[] other) {
    return !closed && MessageDigest.isEqual(value, other);
  }

  /// Overwrites the bytes with zeros; calling again changes nothing.
  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(value, (byte) 0);
  }

  private synchronized byte[] open() {
    if (closed) {
      throw new IllegalStateException("the secret was closed");
    }
    return value.clone();
  }

  @Override
  public String toString() {
    return "SecretBytes[***]";
  }
}
