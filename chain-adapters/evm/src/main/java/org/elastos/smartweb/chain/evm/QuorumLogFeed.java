// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.List;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.Reading.Unknown;

/// Blocks and events as a quorum of a chain's sources gives them. Thread-safe.
public final class QuorumLogFeed implements LogFeed {
  private final EvmSources sources;
  private final QuorumEvmChain chain;

  /// @param sources the sources that `chain` reads
  public QuorumLogFeed(EvmSources sources, QuorumEvmChain chain) {
    this.sources = sources;
    this.chain = chain;
  }

  @Override
  public ChainId chain() {
    return chain.id();
  }

  @Override
  public Reading<Heads> heads() {
    return chain.heads();
  }

  @Override
  public Reading<List<LinkedBlock>> blocks(List<Long> numbers) {
    return QuorumEvmChain.mapped(
        chain.headersAt(numbers),
        headers ->
            headers.stream()
                .map(header -> new LinkedBlock(header.ref(), header.parent()))
                .toList());
  }

  @Override
  public LogReading logs(LogFilter filter, BlockRef end) {
    return reading(sources.round("range-logs", 2).agree(client -> client.logs(filter, end)));
  }

  @Override
  public LogReading logs(LogSelection selection, List<BlockRef> blocks) {
    return reading(sources.round("block-logs", 2).agree(client -> client.logs(selection, blocks)));
  }

  @Override
  public void raise(ChainAlarm.Kind kind, String question) {
    sources.alarms().raise(new ChainAlarm(kind, chain.id(), question, List.of()));
  }

  private static LogReading reading(Answers<List<EvmLog>> answers) {
    if (answers.decided().orElse(null) instanceof Answer.Said<List<EvmLog>>(var logs)) {
      return new LogReading.Found(logs);
    }
    if (answers.tooMuch()) {
      return new LogReading.TooMany();
    }
    return answers.<List<EvmLog>>undecided() instanceof Unknown<?> unknown
        ? new LogReading.Unknown(unknown.code().text())
        : new LogReading.Unknown(Reading.Code.SOURCES_UNAVAILABLE.text());
  }
}
