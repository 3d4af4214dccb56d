// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold.internal;

import fr.acinq.secp256k1.Secp256k1CFunctions;
import fr.acinq.secp256k1.Secp256k1Exception;
import java.util.Optional;

/// libsecp256k1 through ACINQ's JNI binding: points are 65 bytes, uncompressed; scalars 32 bytes
/// big-endian in 1..n-1. Its multiplication of a given point takes time that depends on the scalar:
/// callers give it random halves of a secret, never the secret. Thread-safe: the context is only
/// read.
public final class NativeSecp256k1 {
  private final long context;

  private NativeSecp256k1(long context) {
    this.context = context;
  }

  /// Loads the binary; empty where it does not load. The context lives as long as the process.
  public static Optional<NativeSecp256k1> load(NativeBinary binary) {
    return binary.load()
        ? Optional.of(
            new NativeSecp256k1(
                Secp256k1CFunctions.secp256k1_context_create(
                    Secp256k1CFunctions.SECP256K1_CONTEXT_SIGN
                        | Secp256k1CFunctions.SECP256K1_CONTEXT_VERIFY)))
        : Optional.empty();
  }

  /// Reads 33 compressed bytes; empty when they are no point.
  public Optional<byte[]> parse(byte[] compressed) {
    try {
      return Optional.of(Secp256k1CFunctions.secp256k1_ec_pubkey_parse(context, compressed));
    } catch (Secp256k1Exception notAPoint) {
      return Optional.empty();
    }
  }

  /// `scalar · G`.
  ///
  /// @throws Secp256k1Exception when the scalar is out of range
  public byte[] timesG(byte[] scalar) {
    return Secp256k1CFunctions.secp256k1_ec_pubkey_create(context, scalar);
  }

  /// `scalar · point`.
  ///
  /// @throws Secp256k1Exception when the scalar is out of range
  public byte[] times(byte[] point, byte[] scalar) {
    return Secp256k1CFunctions.secp256k1_ec_pubkey_tweak_mul(context, point, scalar);
  }

  /// `point + scalar · G`; empty for the identity.
  public Optional<byte[]> plusTimesG(byte[] point, byte[] scalar) {
    try {
      return Optional.of(Secp256k1CFunctions.secp256k1_ec_pubkey_tweak_add(context, point, scalar));
    } catch (Secp256k1Exception identity) {
      return Optional.empty();
    }
  }

  /// The sum of at least one point; empty for the identity.
  public Optional<byte[]> sum(byte[][] points) {
    try {
      return Optional.of(Secp256k1CFunctions.secp256k1_ec_pubkey_combine(context, points));
    } catch (Secp256k1Exception identity) {
      return Optional.empty();
    }
  }
}
