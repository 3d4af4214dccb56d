// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// What the board shows of one epoch: the joint polynomial's commitments A₀..A_{t−1} and every
/// member's public share h₁..hₙ, consistent with each other. Immutable.
public final class EpochKeys {
  private final long epoch;
  private final CommitteeShape shape;
  private final List<GroupElement> commitments;
  private final List<GroupElement> shares;

  private EpochKeys(
      long epoch, CommitteeShape shape, List<GroupElement> commitments, List<GroupElement> shares) {
    this.epoch = epoch;
    this.shape = shape;
    this.commitments = List.copyOf(commitments);
    this.shares = List.copyOf(shares);
  }

  /// Computes the public shares from the commitments; empty when one of them is the identity.
  static Optional<EpochKeys> of(long epoch, CommitteeShape shape, List<GroupElement> commitments) {
    if (commitments.size() != shape.threshold()) {
      throw new IllegalArgumentException("exactly t commitments");
    }
    List<GroupElement> shares = new ArrayList<>();
    for (int j = 1; j <= shape.members(); j++) {
      Optional<GroupElement> share =
          GroupElement.ofNonIdentity(Polynomials.evaluate(commitments, j));
      if (share.isEmpty()) {
        return Optional.empty();
      }
      shares.add(share.get());
    }
    return Optional.of(new EpochKeys(epoch, shape, commitments, shares));
  }

  /// Reads `A₀..A_{t−1} ‖ h₁..hₙ` as the board publishes it; empty when a point is not strict or a
  /// public share does not lie on the polynomial.
  public static Optional<EpochKeys> decode(long epoch, CommitteeShape shape, byte[] publicData) {
    int points = shape.threshold() + shape.members();
    if (publicData.length != points * GroupElement.BYTES) {
      return Optional.empty();
    }
    List<GroupElement> all = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(publicData);
    for (int k = 0; k < points; k++) {
      byte[] point = new byte[GroupElement.BYTES];
      in.get(point);
      Optional<GroupElement> decoded = GroupElement.decode(point);
      if (decoded.isEmpty()) {
        return Optional.empty();
      }
      all.add(decoded.get());
    }
    List<GroupElement> published = all.subList(shape.threshold(), points);
    return of(epoch, shape, all.subList(0, shape.threshold()))
        .filter(keys -> keys.shares.equals(published));
  }

  /// The epoch's number.
  public long epoch() {
    return epoch;
  }

  /// n and t.
  public CommitteeShape shape() {
    return shape;
  }

  /// Y = A₀.
  public GroupKey groupKey() {
    return new GroupKey(commitments.getFirst());
  }

  /// The public share hᵢ of a member.
  ///
  /// @throws IndexOutOfBoundsException when the index is not in 1..n
  public GroupElement share(int index) {
    return shares.get(index - 1);
  }

  /// `A₀..A_{t−1} ‖ h₁..hₙ`, 33 bytes each.
  public Bytes publicData() {
    ByteBuffer out = ByteBuffer.allocate((commitments.size() + shares.size()) * GroupElement.BYTES);
    commitments.forEach(point -> out.put(point.bytes()));
    shares.forEach(point -> out.put(point.bytes()));
    return Bytes.of(out.array());
  }

  /// Verifies a member's partial against its pinned public share; empty when the index is not a
  /// member or the proof fails.
  public Optional<VerifiedPartial> verify(
      CheckedHeader header, Hash256 request, int index, Partial partial) {
    if (!shape.holds(index)) {
      return Optional.empty();
    }
    PartialProof proof = new PartialProof(header, epoch, index, request);
    return proof.holds(share(index), partial)
        ? Optional.of(new VerifiedPartial(proof, partial.d()))
        : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EpochKeys that
        && epoch == that.epoch
        && shape.equals(that.shape)
        && commitments.equals(that.commitments);
  }

  @Override
  public int hashCode() {
    return commitments.hashCode();
  }

  @Override
  public String toString() {
    return "EpochKeys[epoch=" + epoch + ", shape=" + shape + ", y=" + commitments.getFirst() + "]";
  }
}
