// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.elastos.smartweb.chain.EvmChain;
import org.elastos.smartweb.market.service.watch.MarketWatch;
import org.elastos.smartweb.platform.db.DatabaseAccess;

/// The world that the market lives in; owned and closed by whoever made it.
///
/// @param database the market's own role and schema
/// @param watch hears how the chain is followed
public record MarketPorts(
    Vertx vertx,
    EvmChain chain,
    DatabaseAccess database,
    InstantSource clock,
    SecureRandom random,
    MarketWatch watch) {
  /// The same before nobody's eyes.
  public MarketPorts(
      Vertx vertx,
      EvmChain chain,
      DatabaseAccess database,
      InstantSource clock,
      SecureRandom random) {
    this(vertx, chain, database, clock, random, MarketWatch.NONE);
  }
}
