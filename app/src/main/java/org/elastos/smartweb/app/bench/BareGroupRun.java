// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import fr.acinq.secp256k1.Secp256k1CFunctions;
import java.security.SecureRandom;
import org.elastos.smartweb.threshold.CurveLibrary;

/// The multiplications that one share takes and nothing else, straight in libsecp256k1, without
/// blinding, hashing or reading: fG − eU, fH − eŪ, xU, sG, sU. Nobody computes a share in less with
/// that library, the fastest native one for this curve here. One thread.
final class BareGroupRun implements Rounds.Work {
  private static final int SCALAR = 32;

  private final int shares;
  private final long context;
  private final byte[] u;
  private final byte[] h;
  private final byte[] scalar;

  /// @throws IllegalStateException when the native library does not work here
  BareGroupRun(int shares, SecureRandom random) {
    if (!CurveLibrary.LIBSECP256K1.isAvailable()) {
      throw new IllegalStateException("the native curve library does not work on this machine");
    }
    this.shares = shares;
    this.context =
        Secp256k1CFunctions.secp256k1_context_create(
            Secp256k1CFunctions.SECP256K1_CONTEXT_SIGN
                | Secp256k1CFunctions.SECP256K1_CONTEXT_VERIFY);
    this.scalar = scalar(random);
    this.u = Secp256k1CFunctions.secp256k1_ec_pubkey_create(context, scalar(random));
    this.h = Secp256k1CFunctions.secp256k1_ec_pubkey_create(context, scalar(random));
  }

  private static byte[] scalar(SecureRandom random) {
    byte[] bytes = new byte[SCALAR];
    random.nextBytes(bytes);
    // Below the order, whose first bytes are all ones.
    bytes[0] &= 0x7f;
    return bytes;
  }

  @Override
  public long run() {
    long sum = 0;
    for (int i = 0; i < shares; i++) {
      sum += share();
    }
    return sum;
  }

  private long share() {
    byte[] w = Secp256k1CFunctions.secp256k1_ec_pubkey_tweak_add(context, times(u), scalar);
    byte[] wBar =
        Secp256k1CFunctions.secp256k1_ec_pubkey_combine(context, new byte[][] {times(h), times(u)});
    byte[] d = times(u);
    byte[] proof = Secp256k1CFunctions.secp256k1_ec_pubkey_create(context, scalar);
    byte[] proofBar = times(u);
    return (long) w[1] + wBar[1] + d[1] + proof[1] + proofBar[1];
  }

  private byte[] times(byte[] point) {
    return Secp256k1CFunctions.secp256k1_ec_pubkey_tweak_mul(context, point, scalar);
  }
}
