// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls.ActiveEpoch;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls.EpochPublic;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls.Size;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls.Threshold;
import org.elastos.smartweb.license.CommitteeView;
import org.elastos.smartweb.threshold.CommitteeShape;
import org.elastos.smartweb.threshold.EpochKeys;
import org.jspecify.annotations.Nullable;

/// The committee's active epoch at the final block. What was read at one final block is not read
/// again at it. Thread-safe.
final class EvmCommitteeView implements CommitteeView {
  private record Known(Hash256 block, Optional<EpochKeys> keys) {}

  private final EvmChain chain;
  private final EvmAddress committee;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  EvmCommitteeView(EvmChain chain, EvmAddress committee) {
    this.chain = chain;
    this.committee = committee;
  }

  @Override
  public Reading<Optional<EpochKeys>> active() {
    return chain.heads().then(heads -> activeAt(heads.finalized()));
  }

  private Reading<Optional<EpochKeys>> activeAt(BlockRef block) {
    Known before = known.get();
    if (before != null && before.block.equals(block.hash())) {
      return new Agreed<>(before.keys, block);
    }
    Reading<Optional<EpochKeys>> read = read(block);
    if (read instanceof Agreed<Optional<EpochKeys>>(Optional<EpochKeys> keys, BlockRef _)) {
      known.set(new Known(block.hash(), keys));
    }
    return read;
  }

  private Reading<Optional<EpochKeys>> read(BlockRef block) {
    return epoch(block)
        .then(epoch ->
            epoch == 0
                ? new Agreed<>(Optional.<EpochKeys>empty(), block)
                : shape(block).then(shape -> keys(epoch, shape, block)));
  }

  /// None while the contract itself is not final: what is not there answers with nothing.
  private Reading<Long> epoch(BlockRef block) {
    ActiveEpoch question = new ActiveEpoch();
    return chain
        .call(question.on(committee), block)
        .map(answer -> answer.size() == 0 ? 0L : question.decodeResult(answer));
  }

  private Reading<CommitteeShape> shape(BlockRef block) {
    return ask(new Size(), block)
        .then(size -> ask(new Threshold(), block).map(needed -> new CommitteeShape(size, needed)));
  }

  private Reading<Optional<EpochKeys>> keys(long epoch, CommitteeShape shape, BlockRef block) {
    return ask(new EpochPublic(epoch), block)
        .map(data -> EpochKeys.decode(epoch, shape, data.bytes()));
  }

  private <R> Reading<R> ask(ContractQuery<R> question, BlockRef at) {
    return chain.call(question.on(committee), at).map(question::decodeResult);
  }
}
