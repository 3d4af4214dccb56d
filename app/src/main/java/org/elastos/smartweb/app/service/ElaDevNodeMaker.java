// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.chain.devnet.ela.ElaDevNode;
import org.elastos.smartweb.chain.devnet.ela.ElaDevSettings;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.platform.Service;
import org.jspecify.annotations.Nullable;

/// Wires an ELA development node from its settings.
public final class ElaDevNodeMaker {
  private ElaDevNodeMaker() {}

  /// A node that is not started.
  public static Service make(ServiceProcess.Ground ground) {
    Settings settings = ground.settings();
    ElaDevSettings dev =
        new ElaDevSettings(
            Path.of(settings.required(Setting.DATA_DIR)),
            Math.toIntExact(settings.number(Setting.HTTP_PORT)),
            Math.toIntExact(settings.number(Setting.PEER_PORT)),
            Duration.ofMillis(settings.number(Setting.BLOCK_MILLIS)),
            true,
            DevRules.standard());
    return new Node(ground.vertx(), () -> ElaDevNode.start(dev, ground.clock(), ground.random()));
  }

  private interface Start {
    ElaDevNode node();
  }

  /// Starting mines and reads the disk: never on an event loop. Thread-safe.
  private static final class Node implements Service {
    private final Vertx vertx;
    private final Start start;
    private final AtomicReference<@Nullable ElaDevNode> running = new AtomicReference<>();

    Node(Vertx vertx, Start start) {
      this.vertx = vertx;
      this.start = start;
    }

    @Override
    public Future<Void> start() {
      return vertx
          .executeBlocking(() -> {
            running.set(start.node());
            return true;
          })
          .mapEmpty();
    }

    @Override
    public Future<Void> close() {
      return vertx
          .executeBlocking(() -> {
            ElaDevNode node = running.getAndSet(null);
            if (node != null) {
              node.close();
            }
            return true;
          })
          .mapEmpty();
    }
  }
}
