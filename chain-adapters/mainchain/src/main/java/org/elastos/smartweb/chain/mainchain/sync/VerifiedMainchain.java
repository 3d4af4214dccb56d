// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.mainchain.ChainEvent;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.Mainchain;
import org.elastos.smartweb.chain.mainchain.MainchainStatus;
import org.elastos.smartweb.chain.mainchain.SourceStatus;
import org.elastos.smartweb.chain.mainchain.StoredBlock;
import org.elastos.smartweb.chain.mainchain.TransactionFinder;
import org.elastos.smartweb.chain.mainchain.TransactionReading;

/// The chain as a header store holds it. Thread-safe.
public final class VerifiedMainchain implements Mainchain {
  private static final int SHOWN_SPENDS = 20;

  private final String network;
  private final HeaderStore store;
  private final Supplier<List<SourceStatus>> sources;
  private final List<TransactionFinder> finders;

  /// @param store has begun
  /// @param sources how they are doing, for the status
  /// @param finders asked in turn for transactions that are not kept
  public VerifiedMainchain(
      String network,
      HeaderStore store,
      Supplier<List<SourceStatus>> sources,
      List<TransactionFinder> finders) {
    this.network = network;
    this.store = store;
    this.sources = sources;
    this.finders = List.copyOf(finders);
  }

  @Override
  public MainchainStatus status() {
    ChainPoint best = store.best();
    return new MainchainStatus(
        network,
        new ChainPosition(best.height(), best.hash()),
        best.timestamp(),
        store.finalHeight(),
        best.consensus().mode() == ConsensusState.Mode.WORK,
        store.contest(),
        store.refusedSpends(SHOWN_SPENDS),
        sources.get());
  }

  @Override
  public Optional<StoredBlock> blockAt(long height) {
    return store.bestAt(height).flatMap(store::block);
  }

  @Override
  public Optional<StoredBlock> block(Hash256 hash) {
    return store.block(hash);
  }

  /// Looked at in several steps. The final height is read first: what was final then is never
  /// undone, so a reorganisation in between can make the answer too careful, never too bold.
  @Override
  public TransactionReading transaction(Hash256 txid) {
    long finalHeight = store.finalHeight();
    Optional<KeptTransaction> kept = store.transaction(txid).or(() -> found(txid));
    Optional<StoredBlock> block = kept.map(KeptTransaction::block).flatMap(store::block);
    long head = store.best().height();
    if (kept.isEmpty() || block.isEmpty() || !block.get().best()) {
      return new TransactionReading.NotSeen();
    }
    long height = block.get().height();
    return new TransactionReading.Included(
        kept.get(), height, Math.max(0, head - height + 1), height <= finalHeight);
  }

  @Override
  public List<KeptTransaction> transactionsIn(Hash256 block) {
    return store.transactionsIn(block);
  }

  @Override
  public List<ChainEvent> eventsAfter(long number, int most) {
    return store.eventsAfter(number, most);
  }

  private Optional<KeptTransaction> found(Hash256 txid) {
    return finders.stream().flatMap(finder -> finder.find(txid).stream()).findFirst();
  }
}
