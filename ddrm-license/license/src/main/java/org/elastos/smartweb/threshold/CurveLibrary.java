// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.elastos.smartweb.threshold.internal.NativeBinary;
import org.elastos.smartweb.threshold.internal.NativeSecp256k1;

/// The two implementations of secp256k1. Both give the same bytes; they differ in speed only. The
/// native one is used where its binary loads, matches its hash and agrees with the other on a first
/// check; else Bouncy Castle. Thread-safe.
public enum CurveLibrary {
  /// Pure Java.
  BOUNCY_CASTLE,
  /// libsecp256k1, native, through ACINQ's JNI binding.
  LIBSECP256K1;

  private static final ScopedValue<CurveLibrary> CHOSEN = ScopedValue.newInstance();

  /// What is used unless somebody chooses.
  public static CurveLibrary preferred() {
    return LIBSECP256K1.isAvailable() ? LIBSECP256K1 : BOUNCY_CASTLE;
  }

  /// Whether it works on this machine.
  public boolean isAvailable() {
    return arithmetic(this).isPresent();
  }

  /// Does something with this library, whichever is preferred; for measuring one beside the other
  /// and for tests.
  ///
  /// @throws IllegalStateException when it does not work on this machine
  public <T> T call(Supplier<T> work) {
    if (!isAvailable()) {
      throw new IllegalStateException("this curve library does not work here: " + this);
    }
    return ScopedValue.where(CHOSEN, this).call(work::get);
  }

  static GroupArithmetic current() {
    return CHOSEN.isBound() ? arithmetic(CHOSEN.get()).orElseThrow() : Loaded.PREFERRED;
  }

  private static Optional<GroupArithmetic> arithmetic(CurveLibrary library) {
    return switch (library) {
      case BOUNCY_CASTLE -> Optional.of(Loaded.BOUNCY_CASTLE);
      case LIBSECP256K1 -> Loaded.NATIVE;
    };
  }

  /// Whether a library agrees with Bouncy Castle where they could differ: a product, a sum and an
  /// encoding. A binary that fails this is not used.
  static boolean agrees(GroupArithmetic library) {
    BigInteger k = new BigInteger(1, Curve.H2.bytes()).mod(Curve.N);
    List<GroupArithmetic.Term> terms =
        List.of(
            new GroupArithmetic.Term(Curve.H2, k),
            new GroupArithmetic.Term(Curve.G, Scalars.negate(k)));
    return library.sum(terms).equals(Loaded.BOUNCY_CASTLE.sum(terms))
        && library.decode(Curve.H2.bytes()).equals(Optional.of(Curve.H2));
  }

  /// Made at first use.
  private static final class Loaded {
    static final GroupArithmetic BOUNCY_CASTLE = new BouncyCastleGroup();
    static final Optional<GroupArithmetic> NATIVE =
        NativeBinary.forPlatform(System.getProperty("os.name"), System.getProperty("os.arch"))
            .flatMap(NativeSecp256k1::load)
            .<GroupArithmetic>map(NativeGroup::new)
            .filter(CurveLibrary::agrees);
    static final GroupArithmetic PREFERRED = NATIVE.orElse(BOUNCY_CASTLE);
  }
}
