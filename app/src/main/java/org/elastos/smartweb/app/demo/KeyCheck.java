// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.demo;

import java.util.HashSet;
import java.util.Set;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.app.service.CommitteeFile;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.home.license.CommitteePin;
import org.elastos.smartweb.threshold.EpochKeys;
import org.elastos.smartweb.threshold.GroupElement;

/// Looks at what a key generation left on the board. Stateless.
final class KeyCheck {
  private KeyCheck() {}

  /// The committee's public keys, at the final block.
  static EpochKeys keys(CommitteeFile committee, EvmChain chain) {
    CommitteePin pin = committee.pin();
    BlockRef at = Readings.required(chain.heads().map(Heads::finalized));
    long epoch = ask(chain, pin.contract(), new LicenseCommitteeCalls.ActiveEpoch(), at);
    byte[] data =
        ask(chain, pin.contract(), new LicenseCommitteeCalls.EpochPublic(epoch), at).bytes();
    return EpochKeys.decode(epoch, pin.shape(), data)
        .orElseThrow(() ->
            new CommandFailure(
                "bad_public_keys", "the board's public keys are not sound", "report this"));
  }

  /// Step 2: the shares are all different, none is the whole, and together they make the group's
  /// public key.
  static void of(CommitteeFile committee, EvmChain chain, Story.Evidence evidence) {
    EpochKeys keys = keys(committee, chain);
    Set<GroupElement> shares = new HashSet<>();
    for (int index = 1; index <= committee.nodes().size(); index++) {
      shares.add(keys.share(index));
    }
    long messages =
        ask(
                chain,
                committee.pin().contract(),
                new LicenseCommitteeCalls.Ceremony(keys.epoch()),
                Readings.required(chain.heads().map(Heads::finalized)))
            .messages();
    evidence
        .put("groupKey", keys.groupKey().point().toString())
        .put("gk", committee.groupKey())
        .put("epoch", keys.epoch())
        .put("threshold", committee.threshold() + " of " + committee.nodes().size())
        .put("messages on the board", messages)
        .check(
            "the pinned key is the board's",
            keys.groupKey().gk().toString().equals(committee.groupKey()))
        .check("all shares differ", shares.size() == committee.nodes().size())
        .check("no share is the whole key", !shares.contains(keys.groupKey().point()));
  }

  private static <R> R ask(
      EvmChain chain, EvmAddress contract, ContractQuery<R> question, BlockRef at) {
    return question.decodeResult(Readings.required(chain.call(question.on(contract), at)));
  }
}
