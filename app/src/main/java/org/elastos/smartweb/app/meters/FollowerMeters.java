// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.meters;

import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.follow.FollowerLoop;
import org.elastos.smartweb.chain.follow.FollowerWatch;
import org.elastos.smartweb.market.service.watch.MarketWatch;
import org.elastos.smartweb.platform.metrics.Metrics;

/// Followers of events as meters, the market's own among them. Thread-safe.
public final class FollowerMeters implements FollowerWatch, MarketWatch {
  private static final String MARKET = "market";

  private final Metrics metrics;

  public FollowerMeters(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void progress(String follower, FollowerLoop.Progress progress) {
    Map<String, String> labels = Map.of("follower", follower);
    metrics.set("follower.position", labels, progress.last());
    progress.behind().ifPresent(behind -> metrics.set("follower.behind.blocks", labels, behind));
    metrics.set("follower.troubled", labels, progress.trouble().isPresent() ? 1 : 0);
    progress
        .trouble()
        .ifPresent(
            code -> metrics.count("follower.troubles", Map.of("follower", follower, "code", code)));
  }

  @Override
  public void followed(long last, Optional<Heads> heads, Optional<String> trouble) {
    progress(MARKET, new FollowerLoop.Progress(last, heads, trouble));
  }

  @Override
  public void retracted(long to) {
    retracted(MARKET, to);
  }

  @Override
  public void retracted(String follower, long to) {
    metrics.count("follower.retractions", Map.of("follower", follower));
  }
}
