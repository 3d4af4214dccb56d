// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.meters;

import java.time.Duration;
import java.util.Map;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.evm.ChainAlarm;
import org.elastos.smartweb.chain.evm.ChainAlarms;
import org.elastos.smartweb.chain.evm.LoggedAlarms;
import org.elastos.smartweb.platform.metrics.Metrics;

/// EVM chains as meters; alarms go to the log as well. Thread-safe.
public final class ChainMeters implements ChainAlarms {
  private final Metrics metrics;
  private final LoggedAlarms log = new LoggedAlarms();

  public ChainMeters(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void raise(ChainAlarm alarm) {
    log.raise(alarm);
    metrics.count(
        "chain.alarms", Map.of("chain", alarm.chain().toString(), "kind", alarm.kind().code()));
  }

  @Override
  public void measured(ChainId chain, String question, String outcome, Duration took) {
    Map<String, String> labels =
        Map.of("chain", chain.toString(), "question", question, "outcome", outcome);
    metrics.took("chain.reads", labels, took);
  }

  @Override
  public void answered(ChainId chain, String source, String outcome) {
    metrics.count(
        "chain.source.answers",
        Map.of("chain", chain.toString(), "source", source, "outcome", outcome));
  }

  @Override
  public void stands(ChainId chain, Heads heads, Duration lag) {
    Map<String, String> labels = Map.of("chain", chain.toString());
    metrics.set("chain.head", labels, heads.newest().number());
    metrics.set("chain.final", labels, heads.finalized().number());
    metrics.set("chain.lag.seconds", labels, lag.toMillis() / 1_000.0);
  }

  @Override
  public void sent(ChainId chain, String state) {
    metrics.count("chain.sent", Map.of("chain", chain.toString(), "state", state));
  }
}
