// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import java.time.Duration;
import org.elastos.smartweb.app.config.Setting;
import org.elastos.smartweb.app.config.Settings;
import org.elastos.smartweb.app.meters.FollowerMeters;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.market.service.MarketConfig;
import org.elastos.smartweb.market.service.MarketPorts;
import org.elastos.smartweb.market.service.MarketService;
import org.elastos.smartweb.platform.Service;
import org.elastos.smartweb.platform.http.EdgeOptions;

/// Wires a market from its settings.
public final class MarketMaker {
  private static final int BLOCKS_AT_ONCE = 2_000;
  private static final Duration POLL = Duration.ofMillis(250);
  private static final long MAX_LAG = 10;

  private MarketMaker() {}

  /// A market that is not started.
  public static Service make(ServiceProcess.Ground ground) {
    Settings settings = ground.settings();
    ChainAccess chain = ChainAccess.of(ground);
    MarketConfig config =
        new MarketConfig(
            EdgeOptions.onLoopback(Math.toIntExact(settings.number(Setting.HTTP_PORT))),
            EvmAddress.fromHex(settings.required(Setting.CHANNEL_FACTORY)),
            new MarketConfig.Following(
                settings.number(Setting.FROM_BLOCK), BLOCKS_AT_ONCE, POLL, MAX_LAG),
            settings.get(Setting.CHAIN_PROFILE).equals("development"));
    MarketPorts ports =
        new MarketPorts(
            ground.vertx(),
            chain.chain(),
            ServiceProcess.database(settings),
            ground.clock(),
            ground.random(),
            new FollowerMeters(ground.metrics()));
    return new Owned(new MarketService(config, ports), chain);
  }
}
