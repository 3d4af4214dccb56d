// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// What one ceremony is about: board, epoch, what is done, and the committee that gets the shares.
/// Immutable.
public record CeremonyTerms(Board board, long epoch, CeremonyPlan plan, Committee committee) {
  /// A key generation.
  ///
  /// @throws IllegalArgumentException when n and t do not fit each other
  public CeremonyTerms(Board board, long epoch, int threshold, List<CommitteeMember> members) {
    this(board, epoch, new CeremonyPlan.Generation(), new Committee(threshold, members));
  }

  /// The contract that keeps the order of messages.
  public record Board(ChainId chain, EvmAddress contract) {}

  /// How many of the committee are needed.
  public int threshold() {
    return committee.threshold();
  }

  /// The committee in the order of their indices.
  public List<CommitteeMember> members() {
    return committee.members();
  }

  /// n and t of the committee that gets the shares.
  public CommitteeShape shape() {
    return committee.shape();
  }

  /// n and t of those who deal: the same committee when a key is made, else the holders.
  public CommitteeShape dealers() {
    return plan.holders().map(holders -> holders.keys().shape()).orElseGet(this::shape);
  }

  /// A member by index, 1..n.
  public CommitteeMember member(int index) {
    return committee.member(index);
  }

  /// H(`smartweb/v1/ceremony`; chainId, contract, epoch, kind, n, t, CB members): in every proof.
  public Hash256 id() {
    return TaggedHash.hash(
        "smartweb/v1/ceremony",
        Suite.u64(board.chain().value()),
        board.contract().bytes(),
        Suite.u64(epoch),
        new byte[] {plan.number()},
        Suite.u16(members().size()),
        Suite.u16(threshold()),
        committee.encode());
  }

  /// The members whose registered encryption key has no valid proof; the ceremony must not be
  /// joined while there is one.
  public List<Integer> unproven() {
    return IntStream.rangeClosed(1, members().size()).filter(i -> !isProven(i)).boxed().toList();
  }

  private boolean isProven(int index) {
    CommitteeMember member = member(index);
    return new Registration(board.chain(), board.contract(), member.operator())
        .holds(member.encryptionKey(), member.proof());
  }
}
