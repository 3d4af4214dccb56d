// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.Sha256d;
import org.jspecify.annotations.Nullable;

/// What a header proves by itself: that its proof commits to it, and that the parent's hash reaches
/// the target of its own bits. Whether the bits are the right ones says {@link HeaderRules}. Total.
/// Not thread-safe; allocates nothing while headers hold and the bits stay the same.
public final class HeaderCheck {
  private final AuxPowCheck proofs;
  private final Sha256d sha = new Sha256d();
  private final byte[] hash = new byte[Hash256.BYTES];
  private @Nullable Target target;

  /// A check for blocks that are merge-mined under this chain id.
  public HeaderCheck(int chainId) {
    this.proofs = new AuxPowCheck(chainId);
  }

  /// Whether the header carries the work that it claims.
  public Verdict verify(ElaHeader header) {
    Target claimed = targetOf(header.bits());
    if (claimed == null) {
      return Verdict.invalid(
          Rule.TARGET_OUT_OF_RANGE, "bits", String.format("%08x", header.bits()));
    }
    sha.hash(header.auxPow().parentHeader(), hash, 0);
    if (!claimed.reachedBy(hash, 0)) {
      return Verdict.differs(Rule.WORK_TOO_LOW, claimed, Hash256.of(hash).hex());
    }
    return proofs.check(header);
  }

  private @Nullable Target targetOf(long bits) {
    Target last = target;
    if (last != null && last.bits() == bits) {
      return last;
    }
    Optional<Target> read = Target.fromBits(bits);
    if (read.isEmpty()) {
      return null;
    }
    target = read.get();
    return target;
  }
}
