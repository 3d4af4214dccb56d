// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.market.MarketException;
import org.elastos.smartweb.market.service.internal.http.MarketRoutes;
import org.elastos.smartweb.market.service.internal.http.StatusReader;
import org.elastos.smartweb.market.service.internal.index.ChannelFollower;
import org.elastos.smartweb.market.service.internal.index.ChannelLogReader;
import org.elastos.smartweb.market.service.internal.index.MarketIndexer;
import org.elastos.smartweb.market.service.internal.store.ChannelLogs;
import org.elastos.smartweb.market.service.internal.store.PostgresCatalogue;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.Service;
import org.elastos.smartweb.platform.db.AsyncDb;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.platform.db.DbOptions;
import org.elastos.smartweb.platform.http.HttpEdge;
import org.elastos.smartweb.platform.offload.Offload;

/// A market: brings its schema up to date, follows the chain and answers over HTTP. Started once.
/// Thread-safe.
public final class MarketService implements Service {
  private static final int PARALLEL = 8;
  private static final int WAITING = 256;

  private final MarketConfig config;
  private final MarketPorts ports;
  private final HttpEdge edge;
  private final Offload offload;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final AtomicReference<Optional<Running>> running =
      new AtomicReference<>(Optional.empty());

  /// @param config what the operator decides
  /// @param ports the world outside
  public MarketService(MarketConfig config, MarketPorts ports) {
    this.config = config;
    this.ports = ports;
    this.edge = new HttpEdge(ports.vertx(), config.edge(), ports.random());
    this.offload = new Offload(ports.vertx(), "market", PARALLEL, WAITING);
  }

  /// What has to be closed again.
  private record Running(Db db, MarketIndexer indexer) {}

  @Override
  public Future<Void> start() {
    return offload
        .call(this::open)
        .compose(opened -> {
          serve(opened);
          return edge.start();
        })
        .recover(failure -> close().transform(closed -> Future.failedFuture(failure)));
  }

  /// The TCP port it listens on, once started.
  public int port() {
    return edge.port();
  }

  /// Ends serving, then following; the catalogue stays where the last whole step left it.
  @Override
  public Future<Void> close() {
    return closing.compareAndSet(false, true)
        ? edge.close().eventually(this::release)
        : Future.succeededFuture();
  }

  /// Closes what may block to close, on a thread of its own.
  private Future<Void> release() {
    Promise<Void> released = Promise.promise();
    Thread.startVirtualThread(() -> {
      running
          .getAndSet(Optional.empty())
          .ifPresent(open -> {
            open.indexer().close();
            open.db().close();
          });
      offload.close();
      released.complete();
    });
    return released.future();
  }

  private Running open() {
    Migrations.migrate(ports.database(), "market");
    Db db = Db.open(ports.database(), DbOptions.DEFAULT);
    ChannelLogs logs = new ChannelLogs(chain(), config.factory());
    PostgresCatalogue catalogue = new PostgresCatalogue(db, logs);
    MarketConfig.Following following = config.following();
    ChannelFollower follower =
        new ChannelFollower(
            ports.chain(),
            catalogue,
            new ChannelLogReader(ports.chain(), logs, catalogue::channels),
            new ChannelFollower.Range(following.firstBlock(), following.blocksAtOnce()));
    Running opened =
        new Running(
            db, new MarketIndexer(follower, following.poll(), ports.clock(), ports.watch()));
    running.set(Optional.of(opened));
    opened.indexer().start();
    return opened;
  }

  private void serve(Running opened) {
    AsyncDb db = opened.db().async(offload);
    StatusReader.Followed followed =
        new StatusReader.Followed(chain(), config.factory(), config.following().maxLag());
    StatusReader status = new StatusReader(followed, opened.indexer()::state, ports.clock());
    MarketRoutes routes = new MarketRoutes(db, status, config.anyProviderHost(), ports.clock());
    edge.routes(routes::mount)
        .ready(
            "indexer",
            () ->
                db.inTransaction(status::read)
                    .map(now -> {
                      if (!now.ready()) {
                        throw new MarketException(
                            "the catalogue is behind its chain",
                            Map.of("indexed", now.indexed(), "head", now.head()));
                      }
                      return now;
                    }));
  }

  private ChainId chain() {
    return ports.chain().id();
  }
}
