// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.contracts.generated.Member;
import org.elastos.smartweb.threshold.EpochKeys;

/// Puts a committee's answers on a chain in memory.
public final class CommitteeOnChain {
  private CommitteeOnChain() {}

  /// Lets the chain say what the pin says.
  public static void put(PinnedChain chain, CommitteePin pin, EpochKeys keys) {
    answer(chain, pin, new LicenseCommitteeCalls.Gk(), out -> out.word(pin.groupKey()));
    answer(
        chain,
        pin,
        new LicenseCommitteeCalls.Threshold(),
        out -> out.uint(8, pin.shape().threshold()));
    answer(chain, pin, new LicenseCommitteeCalls.ActiveEpoch(), out -> out.uint(64, keys.epoch()));
    answer(
        chain,
        pin,
        new LicenseCommitteeCalls.EpochPublic(keys.epoch()),
        out -> out.bytes(keys.publicData()));
    putMembers(chain, pin, members(pin));
  }

  /// Lets the chain name other members.
  public static void putMembers(PinnedChain chain, CommitteePin pin, List<Member> members) {
    answer(
        chain,
        pin,
        new LicenseCommitteeCalls.Members(),
        out -> out.list(members, (list, member) -> list.dynamic(tuple -> member.writeTo(tuple))));
  }

  /// The pinned members as the contract would name them.
  public static List<Member> members(CommitteePin pin) {
    return pin.nodes().stream().map(node -> member(node.index(), node.identityKey())).toList();
  }

  /// One member.
  public static Member member(int index, Hash256 identityKey) {
    return new Member(
        EvmAddress.ZERO,
        index,
        identityKey,
        Bytes.EMPTY,
        Bytes.EMPTY,
        Hash256.ZERO,
        "http://self-declared.invalid");
  }

  /// Lets the chain answer one question.
  public static void answer(
      PinnedChain chain, CommitteePin pin, ContractQuery<?> query, Consumer<AbiWriter> writer) {
    AbiWriter out = new AbiWriter();
    writer.accept(out);
    byte[] withSelector = out.call("00000000").bytes();
    chain.answer(
        query.on(pin.contract()),
        Bytes.of(Arrays.copyOfRange(withSelector, 4, withSelector.length)));
  }
}
