// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// What one key generation is about: board, epoch, threshold and members in the order of their
/// indices. Immutable.
public record CeremonyTerms(Board board, long epoch, int threshold, List<CommitteeMember> members) {
  private static final byte[] KEY_GENERATION = {1};

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException when n and t do not fit each other
  public CeremonyTerms {
    members = List.copyOf(members);
    new CommitteeShape(members.size(), threshold);
  }

  /// The contract that keeps the order of messages.
  public record Board(ChainId chain, EvmAddress contract) {}

  /// n and t.
  public CommitteeShape shape() {
    return new CommitteeShape(members.size(), threshold);
  }

  /// A member by index, 1..n.
  public CommitteeMember member(int index) {
    return members.get(index - 1);
  }

  /// H(`smartweb/v1/ceremony`; chainId, contract, epoch, kind, n, t, CB members): in every proof.
  public Hash256 id() {
    return TaggedHash.hash(
        "smartweb/v1/ceremony",
        Suite.u64(board.chain().value()),
        board.contract().bytes(),
        Suite.u64(epoch),
        KEY_GENERATION,
        Suite.u16(members.size()),
        Suite.u16(threshold),
        Cbor.array(members.stream().map(CommitteeMember::toCbor).toList()).encode());
  }

  /// The members whose registered encryption key has no valid proof; the ceremony must not be
  /// joined while there is one.
  public List<Integer> unproven() {
    return IntStream.rangeClosed(1, members.size()).filter(i -> !isProven(i)).boxed().toList();
  }

  private boolean isProven(int index) {
    CommitteeMember member = member(index);
    return new Registration(board.chain(), board.contract(), member.operator())
        .holds(member.encryptionKey(), member.proof());
  }
}
