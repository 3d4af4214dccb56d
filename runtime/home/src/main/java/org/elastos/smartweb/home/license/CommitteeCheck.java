// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.license;

import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.contracts.abi.AbiException;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.contracts.generated.Member;
import org.elastos.smartweb.threshold.EpochKeys;

/// Holds a pinned committee against its contract at the final block that a quorum of sources agrees
/// on. Whatever differs, the committee is not asked (decision B6). Thread-safe; blocks.
public final class CommitteeCheck {
  private final EvmChain chain;

  /// @param chain the chain that the committee stands on
  public CommitteeCheck(EvmChain chain) {
    this.chain = chain;
  }

  /// What the check gives.
  public sealed interface Checked {
    /// The contract says what the pin says; these are the keys of its active epoch.
    record Genuine(EpochKeys keys, BlockRef at) implements Checked {}

    /// It says something else, or nobody can say; `code` is stable.
    record Refused(String code, String detail) implements Checked {}
  }

  /// Reads and compares.
  public Checked check(CommitteePin pin) {
    if (!chain.id().equals(pin.chain())) {
      return new Checked.Refused("wrong_chain", "the committee stands on another chain");
    }
    return switch (chain.heads()) {
      case Reading.Agreed<Heads>(Heads heads, var at) -> checkAt(pin, heads.finalized());
      case Reading.Unknown<Heads> unknown -> unknown(unknown);
    };
  }

  private Checked checkAt(CommitteePin pin, BlockRef at) {
    try {
      if (!ask(pin, new LicenseCommitteeCalls.Gk(), at).equals(pin.groupKey())) {
        return differs("the contract names another group key");
      }
      if (ask(pin, new LicenseCommitteeCalls.Threshold(), at) != pin.shape().threshold()) {
        return differs("the contract names another threshold");
      }
      List<Member> members = ask(pin, new LicenseCommitteeCalls.Members(), at);
      if (!sameMembers(pin, members)) {
        return differs("the contract names other members");
      }
      long epoch = ask(pin, new LicenseCommitteeCalls.ActiveEpoch(), at);
      Bytes data = ask(pin, new LicenseCommitteeCalls.EpochPublic(epoch), at);
      Optional<EpochKeys> keys =
          EpochKeys.decode(epoch, pin.shape(), data.bytes())
              .filter(read -> read.groupKey().gk().equals(pin.groupKey()));
      return keys.isPresent()
          ? new Checked.Genuine(keys.get(), at)
          : differs("the epoch's public keys do not belong to the group key");
    } catch (AbiException e) {
      return differs("at this address there is no committee");
    } catch (NoAnswer e) {
      return e.refused;
    }
  }

  private <R> R ask(CommitteePin pin, ContractQuery<R> query, BlockRef at) throws NoAnswer {
    return switch (chain.call(query.on(pin.contract()), at)) {
      case Reading.Agreed<Bytes>(Bytes returned, var block) -> query.decodeResult(returned);
      case Reading.Unknown<Bytes> unknown -> throw new NoAnswer(unknown(unknown));
    };
  }

  private static boolean sameMembers(CommitteePin pin, List<Member> members) {
    if (members.size() != pin.nodes().size()) {
      return false;
    }
    for (Member member : members) {
      CommitteePin.Node node = pin.nodes().get(Math.clamp(member.index(), 1, members.size()) - 1);
      if (node.index() != member.index() || !node.identityKey().equals(member.identityKey())) {
        return false;
      }
    }
    return members.stream().mapToInt(Member::index).distinct().count() == members.size();
  }

  private static Checked.Refused differs(String detail) {
    return new Checked.Refused("committee_differs", detail);
  }

  private static Checked.Refused unknown(Reading.Unknown<?> unknown) {
    return new Checked.Refused(
        unknown.code().text(), "the committee's contract could not be read with certainty");
  }

  /// Leaves the row of questions at the first that has no answer.
  private static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Checked.Refused refused;

    NoAnswer(Checked.Refused refused) {
      super("no answer", null, false, false);
      this.refused = refused;
    }
  }
}
