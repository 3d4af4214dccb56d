// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.threshold.CombineOutcome.Combined;
import org.elastos.smartweb.threshold.CombineOutcome.Reason;
import org.elastos.smartweb.threshold.CombineOutcome.Refused;

/// Joins exactly t verified partials of distinct members of one epoch into the file key. Stateless.
public final class Combiner {
  private Combiner() {}

  /// S = Σ λᵢDᵢ, then the key under it.
  public static CombineOutcome combine(
      CheckedHeader header, EpochKeys keys, List<VerifiedPartial> partials) {
    Optional<Reason> misfit = misfit(header, keys, partials);
    if (misfit.isPresent()) {
      return new Refused(misfit.get());
    }
    int[] indices = partials.stream().mapToInt(VerifiedPartial::index).toArray();
    Optional<SecretBytes> fileKey =
        Polynomials.interpolateAtZero(indices, partials.stream().map(VerifiedPartial::d).toList())
            .flatMap(shared -> ThresholdKem.unwrap(header, shared));
    return fileKey
        .<CombineOutcome>map(Combined::new)
        .orElseGet(() -> new Refused(Reason.ENVELOPE_INVALID));
  }

  private static Optional<Reason> misfit(
      CheckedHeader header, EpochKeys keys, List<VerifiedPartial> partials) {
    if (partials.size() != keys.shape().threshold()) {
      return Optional.of(Reason.WRONG_COUNT);
    }
    if (partials.stream().anyMatch(partial -> partial.epoch() != keys.epoch())) {
      return Optional.of(Reason.MIXED_EPOCHS);
    }
    if (partials.stream().mapToInt(VerifiedPartial::index).distinct().count() != partials.size()) {
      return Optional.of(Reason.DUPLICATE_INDEX);
    }
    boolean same =
        keys.groupKey().gk().equals(header.header().gk())
            && partials.stream().allMatch(partial -> partial.ct().equals(header.ct()));
    return same ? Optional.empty() : Optional.of(Reason.OTHER_CIPHERTEXT);
  }
}
