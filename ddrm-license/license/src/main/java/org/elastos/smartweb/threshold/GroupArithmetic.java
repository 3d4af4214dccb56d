// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// What the scheme needs of the group; every implementation gives the same results. None hides a
/// scalar by itself: secrets reach it as random halves only (decision B6, {@link Curve#blinded}).
/// Implementations are safe for many threads.
interface GroupArithmetic {
  /// Reads 33 bytes with prefix 2 or 3; empty when x is not below the field's prime or not on the
  /// curve.
  Optional<GroupElement> decode(byte[] compressed);

  /// Σ kᵢPᵢ of at least one term; empty for the identity.
  Optional<GroupElement> sum(List<Term> terms);

  /// `factor · point`, the factor in 1..n-1.
  record Term(GroupElement point, BigInteger factor) {}
}
