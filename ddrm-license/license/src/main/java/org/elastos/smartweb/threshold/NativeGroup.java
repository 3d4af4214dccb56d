// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.threshold.internal.NativeSecp256k1;

/// The group in libsecp256k1. Arrays that held a scalar are wiped. Thread-safe.
final class NativeGroup implements GroupArithmetic {
  private final NativeSecp256k1 library;

  NativeGroup(NativeSecp256k1 library) {
    this.library = library;
  }

  @Override
  public Optional<GroupElement> decode(byte[] compressed) {
    return library.parse(compressed).map(GroupElement::ofAffine);
  }

  /// One term in the generator is added on top of the others, which saves an addition.
  @Override
  public Optional<GroupElement> sum(List<Term> terms) {
    List<byte[]> products = new ArrayList<>(terms.size());
    Optional<Term> onTop = Optional.empty();
    for (Term term : terms) {
      if (onTop.isEmpty() && term.point().equals(Curve.G) && terms.size() > 1) {
        onTop = Optional.of(term);
      } else {
        products.add(product(term));
      }
    }
    Optional<byte[]> sum =
        products.size() == 1
            ? Optional.of(products.getFirst())
            : library.sum(products.toArray(byte[][]::new));
    if (onTop.isEmpty()) {
      return sum.map(GroupElement::ofAffine);
    }
    return plus(sum, onTop.get()).map(GroupElement::ofAffine);
  }

  private Optional<byte[]> plus(Optional<byte[]> sum, Term generator) {
    return sum.isEmpty()
        ? Optional.of(product(generator))
        : with(generator.factor(), scalar -> library.plusTimesG(sum.get(), scalar));
  }

  private byte[] product(Term term) {
    if (term.factor().equals(BigInteger.ONE)) {
      return term.point().affine();
    }
    return with(
        term.factor(),
        scalar ->
            term.point().equals(Curve.G)
                ? library.timesG(scalar)
                : library.times(term.point().affine(), scalar));
  }

  private static <T> T with(BigInteger factor, java.util.function.Function<byte[], T> use) {
    byte[] scalar = Scalars.encode(factor);
    try {
      return use.apply(scalar);
    } finally {
      Arrays.fill(scalar, (byte) 0);
    }
  }
}
