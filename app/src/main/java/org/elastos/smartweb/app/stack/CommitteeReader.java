// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.outcome.Readings;
import org.elastos.smartweb.app.service.CommitteeFile;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.contracts.generated.Member;

/// Reads a committee at the final block, to pin it. Thread-safe.
final class CommitteeReader {
  private static final long PAUSE_MILLIS = 100;

  private final EvmChain chain;
  private final EvmAddress contract;

  CommitteeReader(EvmChain chain, EvmAddress contract) {
    this.chain = chain;
    this.contract = contract;
  }

  /// The committee once its epoch is active at a final block.
  CommitteeFile pin(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<CommitteeFile> pinned = read();
    while (pinned.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new CommandFailure(
            "key_generation_late",
            "the committee has no active key yet",
            "look at the licence nodes' logs");
      }
      Thread.sleep(PAUSE_MILLIS);
      pinned = read();
    }
    return pinned.get();
  }

  private Optional<CommitteeFile> read() {
    BlockRef at = Readings.required(chain.heads().map(Heads::finalized));
    if (ask(new LicenseCommitteeCalls.ActiveEpoch(), at) == 0) {
      return Optional.empty();
    }
    List<Member> members = ask(new LicenseCommitteeCalls.Members(), at);
    return Optional.of(
        new CommitteeFile(
            ask(new LicenseCommitteeCalls.Gk(), at).toString(),
            chain.id().value(),
            contract.toString(),
            ask(new LicenseCommitteeCalls.Threshold(), at),
            members.stream()
                .map(member ->
                    new CommitteeFile.Node(
                        member.index(), member.endpoint(), member.identityKey().toString()))
                .toList()));
  }

  private <R> R ask(ContractQuery<R> question, BlockRef at) {
    return question.decodeResult(Readings.required(chain.call(question.on(contract), at)));
  }
}
