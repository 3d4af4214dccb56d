// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Agreed;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls.ServingEpochs;
import org.elastos.smartweb.license.CommitteeView;
import org.elastos.smartweb.threshold.EpochKeys;
import org.jspecify.annotations.Nullable;

/// The committee's serving epochs at the final block: the active one and, for ten minutes, the one
/// before it. What was read at one final block is not read again at it. Thread-safe.
final class EvmCommitteeView implements CommitteeView {
  private record Known(Hash256 block, List<EpochKeys> serving) {}

  private final EvmChain chain;
  private final EvmAddress committee;
  private final CommitteeBoard board;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  EvmCommitteeView(EvmChain chain, EvmAddress committee) {
    this.chain = chain;
    this.committee = committee;
    this.board = new CommitteeBoard(chain, committee);
  }

  @Override
  public Reading<Optional<EpochKeys>> active() {
    return serving().map(all -> all.stream().findFirst());
  }

  @Override
  public Reading<List<EpochKeys>> serving() {
    return chain.heads().then(heads -> servingAt(heads.finalized()));
  }

  private Reading<List<EpochKeys>> servingAt(BlockRef block) {
    Known before = known.get();
    if (before != null && before.block.equals(block.hash())) {
      return new Agreed<>(before.serving, block);
    }
    Reading<List<EpochKeys>> read = epochs(block).then(epochs -> keys(epochs, block));
    if (read instanceof Agreed<List<EpochKeys>>(List<EpochKeys> serving, BlockRef _)) {
      known.set(new Known(block.hash(), serving));
    }
    return read;
  }

  /// None while the contract itself is not final: what is not there answers with nothing.
  private Reading<List<Long>> epochs(BlockRef block) {
    ServingEpochs question = new ServingEpochs();
    return chain
        .call(question.on(committee), block)
        .map(answer -> answer.size() == 0 ? List.of() : epochs(question.decodeResult(answer)));
  }

  private static List<Long> epochs(ServingEpochs.Result serving) {
    List<Long> epochs = new ArrayList<>();
    for (long epoch : new long[] {serving.newest(), serving.before()}) {
      if (epoch != 0) {
        epochs.add(epoch);
      }
    }
    return epochs;
  }

  /// An epoch whose published values are unsound serves nobody.
  private Reading<List<EpochKeys>> keys(List<Long> epochs, BlockRef block) {
    Reading<List<EpochKeys>> all = new Agreed<>(List.of(), block);
    for (long epoch : epochs) {
      all =
          all.then(before ->
              board
                  .keys(epoch, block)
                  .map(keys -> {
                    List<EpochKeys> more = new ArrayList<>(before);
                    keys.ifPresent(more::add);
                    return List.copyOf(more);
                  }));
    }
    return all;
  }
}
