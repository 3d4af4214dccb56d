// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;

/// Somebody's units of an edition.
public record Holding(ChannelRef channel, EditionId edition, EvmAddress holder) {
  /// What a move adds to and takes from each holding; the zero address holds nothing.
  public static Map<Holding, BigInteger> changes(ChannelEvent.Moved moved) {
    Map<Holding, BigInteger> changes = new HashMap<>();
    for (ChannelEvent.Units units : moved.units()) {
      add(changes, new Holding(moved.channel(), units.edition(), moved.to()), units.quantity());
      add(
          changes,
          new Holding(moved.channel(), units.edition(), moved.from()),
          units.quantity().negate());
    }
    return changes;
  }

  private static void add(Map<Holding, BigInteger> changes, Holding holding, BigInteger units) {
    if (!holding.holder().isZero()) {
      changes.merge(holding, units, BigInteger::add);
    }
  }
}
