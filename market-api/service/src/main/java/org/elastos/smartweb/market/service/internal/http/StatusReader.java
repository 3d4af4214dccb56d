// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.http;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.market.MarketStatus;
import org.elastos.smartweb.market.service.internal.index.MarketIndexer;
import org.elastos.smartweb.market.service.internal.store.CatalogueReader;
import org.elastos.smartweb.platform.db.Sql;

/// Says how far the catalogue is. Thread-safe.
public final class StatusReader {
  private static final Duration FRESH = Duration.ofSeconds(15);

  /// What is followed, and how far behind the catalogue may be and still be called ready.
  public record Followed(ChainId chain, EvmAddress factory, long maxLag) {}

  private final Followed followed;
  private final Supplier<MarketIndexer.State> indexer;
  private final InstantSource clock;
  private final CatalogueReader catalogue;

  /// @param indexer what the indexer last learnt
  public StatusReader(
      Followed followed, Supplier<MarketIndexer.State> indexer, InstantSource clock) {
    this.followed = followed;
    this.indexer = indexer;
    this.clock = clock;
    this.catalogue = new CatalogueReader(followed.chain);
  }

  /// Which chain is followed.
  ChainId chain() {
    return followed.chain;
  }

  /// The status now. Ready while the chain was seen lately and the catalogue is close to its head.
  public MarketStatus read(Sql sql) throws SQLException {
    MarketIndexer.State state = indexer.get();
    Optional<Heads> heads = state.heads();
    long indexed = catalogue.indexed(sql);
    long head = heads.map(known -> known.newest().number()).orElse(-1L);
    boolean fresh = state.at().plus(FRESH).isAfter(clock.instant());
    boolean close = head - indexed <= followed.maxLag;
    return new MarketStatus(
        followed.chain,
        followed.factory,
        indexed,
        head,
        heads.map(known -> known.finalized().number()).orElse(-1L),
        heads.isPresent() && fresh && close);
  }
}
