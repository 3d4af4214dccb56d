// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.watch;

import java.util.Optional;
import org.elastos.smartweb.chain.Heads;

/// Port to whoever watches how a market follows its chain, for meters. Called on the market's own
/// thread; must not block or throw.
public interface MarketWatch {
  /// Nobody watches.
  MarketWatch NONE =
      new MarketWatch() {
        @Override
        public void followed(long last, Optional<Heads> heads, Optional<String> trouble) {}

        @Override
        public void retracted(long to) {}
      };

  /// A step came to an end.
  ///
  /// @param last the last block taken; -1 before the first
  /// @param trouble the code of what keeps the market from going on, if anything does
  void followed(long last, Optional<Heads> heads, Optional<String> trouble);

  /// Blocks above this one were taken back.
  void retracted(long to);
}
