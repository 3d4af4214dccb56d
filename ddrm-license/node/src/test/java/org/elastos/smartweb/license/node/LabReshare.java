// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.contracts.generated.Handover;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;

/// Lets operators of the lab approve another committee, and begins to hand the key on to it.
final class LabReshare {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long FAR = 1L << 40;

  private final NodeLab lab;

  LabReshare(NodeLab lab) {
    this.lab = lab;
  }

  /// @param approving operators' numbers from 1, enough of them
  /// @param next the next committee's operators in the order of their indices
  void begin(List<Integer> approving, List<Integer> next, int threshold) {
    Handover handover =
        new Handover(
            lab.ask(lab.committee, new LicenseCommitteeCalls.ActiveEpoch()),
            next.stream().map(this::account).toList(),
            threshold,
            FAR,
            Hash256.ZERO);
    Hash256 id = lab.ask(lab.committee, new LicenseCommitteeCalls.HandoverDigest(handover));
    for (int number : approving) {
      KeystoreWallet operator = lab.operators.get(number - 1);
      lab.send(
          lab.creator,
          EvmTransaction.call(
              new LicenseCommitteeCalls.Approve(handover, operator.signDigest(id))
                  .on(lab.committee)));
    }
    long readyAt = lab.ask(lab.committee, new LicenseCommitteeCalls.HandoverState(id)).readyAt();
    await()
        .atMost(PATIENCE)
        .until(() ->
            lab.chain.heads().agreed().orElseThrow().newest().time().getEpochSecond() > readyAt);
    lab.send(
        lab.creator,
        EvmTransaction.call(new LicenseCommitteeCalls.BeginReshare(handover).on(lab.committee)));
  }

  private EvmAddress account(int number) {
    return lab.operators.get(number - 1).address();
  }
}
