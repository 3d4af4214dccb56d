// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;

/// Makes random but possible runs of channel events, for properties of projections.
public final class EventStory {
  private final RandomGenerator random;
  private int channels;
  private int editions;

  public EventStory(RandomGenerator random) {
    this.random = random;
  }

  /// Events of the blocks `from` to `to`; each call makes blocks with hashes of their own, so a
  /// second run over the same heights is another fork.
  public List<ChannelEvent> blocks(long from, long to) {
    List<ChannelEvent> events = new ArrayList<>();
    for (long block = from; block <= to; block++) {
      Hash256 hash = randomHash();
      int count = random.nextInt(5);
      for (int i = 0; i < count; i++) {
        events.add(event(new EventPosition(block, hash, new TxHash(randomHash()), 2 * i)));
      }
    }
    return events;
  }

  private ChannelEvent event(EventPosition at) {
    int kind = channels == 0 ? 0 : editions == 0 ? 1 : random.nextInt(11);
    ChannelRef channel = Samples.channel(random.nextInt(channels + 1));
    int edition = random.nextInt(editions + 1);
    return switch (kind) {
      case 0 ->
          new ChannelEvent.Opened(
              at, Samples.channel(++channels), Samples.address(1 + channels), "C" + channels);
      case 1 -> Samples.created(at, 1 + random.nextInt(channels), ++editions);
      case 2 ->
          new ChannelEvent.ContentUpdated(
              at, channel, Samples.editionId(edition), Optional.empty());
      case 3 ->
          new ChannelEvent.PriceChanged(
              at, channel, Samples.editionId(edition), BigInteger.valueOf(random.nextInt(1_000)));
      case 4 ->
          new ChannelEvent.SalesPaused(
              at, channel, Samples.editionId(edition), random.nextBoolean());
      case 5 ->
          new ChannelEvent.ListingCancelled(at, channel, Samples.address(7), number(1_000_000));
      case 6 ->
          new ChannelEvent.Resold(
              at,
              channel,
              Samples.editionId(edition),
              Samples.address(8),
              number(1_000_000),
              BigInteger.ONE,
              number(1_000));
      case 7, 8 ->
          new ChannelEvent.Moved(
              at,
              channel,
              random.nextInt(3) == 0 ? EvmAddress.ZERO : Samples.address(1 + random.nextInt(3)),
              Samples.address(1 + random.nextInt(3)),
              List.of(
                  new ChannelEvent.Units(Samples.editionId(edition), number(4)),
                  new ChannelEvent.Units(Samples.editionId(1), number(4))));
      default ->
          new ChannelEvent.Sold(
              at,
              channel,
              Samples.editionId(edition),
              Samples.address(9),
              number(5).add(BigInteger.ONE),
              number(1_000));
    };
  }

  private BigInteger number(int bound) {
    return BigInteger.valueOf(random.nextInt(bound));
  }

  private Hash256 randomHash() {
    byte[] raw = new byte[Hash256.BYTES];
    random.nextBytes(raw);
    return Hash256.of(raw);
  }
}
