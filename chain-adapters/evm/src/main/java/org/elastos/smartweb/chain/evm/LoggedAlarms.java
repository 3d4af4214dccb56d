// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.evm.ChainAlarm.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Alarms as lines of the log, with a count of each kind and of each outcome. Thread-safe.
public final class LoggedAlarms implements ChainAlarms {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedAlarms.class);

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  @Override
  public void raise(ChainAlarm alarm) {
    count("alarm." + alarm.kind().code());
    var line = alarm.kind() == Kind.FINAL_BLOCK_CHANGED ? LOG.atError() : LOG.atWarn();
    line.addKeyValue("alarm", alarm.kind().code())
        .addKeyValue("chain", alarm.chain())
        .addKeyValue("question", alarm.question())
        .addKeyValue("answers", alarm.answers())
        .log("sources of a chain need attention");
  }

  @Override
  public void measured(ChainId chain, String question, String outcome, Duration took) {
    count(question + "." + outcome);
  }

  /// How often what happened: `alarm.<code>` and `<question>.<outcome>`.
  public Map<String, Long> counts() {
    Map<String, Long> now = new TreeMap<>();
    counts.forEach((name, count) -> now.put(name, count.sum()));
    return now;
  }

  private void count(String name) {
    counts.computeIfAbsent(name, _ -> new LongAdder()).increment();
  }
}
