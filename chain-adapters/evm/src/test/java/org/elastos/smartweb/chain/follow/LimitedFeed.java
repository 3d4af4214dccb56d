// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.follow;

import java.util.List;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.Reading;
import org.elastos.smartweb.chain.evm.ChainAlarm;
import org.elastos.smartweb.chain.evm.LinkedBlock;
import org.elastos.smartweb.chain.evm.LogFeed;
import org.elastos.smartweb.chain.evm.LogReading;
import org.elastos.smartweb.chain.evm.LogSelection;

/// A chain whose sources answer no long lists.
///
/// @param headers how many headers they give at once; more are not answered
/// @param blocks of how many blocks they give the events at once; more are too many
record LimitedFeed(LogFeed real, int headers, int blocks) implements LogFeed {
  @Override
  public ChainId chain() {
    return real.chain();
  }

  @Override
  public Reading<Heads> heads() {
    return real.heads();
  }

  @Override
  public Reading<List<LinkedBlock>> blocks(List<Long> numbers) {
    return numbers.size() > headers
        ? new Reading.Unknown<>(Reading.Code.SOURCES_UNAVAILABLE, List.of())
        : real.blocks(numbers);
  }

  @Override
  public LogReading logs(LogFilter filter, BlockRef end) {
    return real.logs(filter, end);
  }

  @Override
  public LogReading logs(LogSelection selection, List<BlockRef> wanted) {
    return wanted.size() > blocks ? new LogReading.TooMany() : real.logs(selection, wanted);
  }

  @Override
  public void raise(ChainAlarm.Kind kind, String question) {
    real.raise(kind, question);
  }
}
