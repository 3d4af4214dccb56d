// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.contracts.abi.AbiException;
import org.elastos.smartweb.contracts.generated.ChannelEvents;
import org.elastos.smartweb.contracts.generated.ChannelFactoryEvents;
import org.elastos.smartweb.ddrm.AssetId;
import org.elastos.smartweb.market.ChannelEvent;
import org.elastos.smartweb.market.ChannelRef;
import org.elastos.smartweb.market.ContentUri;
import org.elastos.smartweb.market.EventPosition;
import org.elastos.smartweb.market.RoyaltyTable;
import org.elastos.smartweb.market.SaleTerms;

/// Reads what the pinned factory and its channels log. A creator may put anything into a text or a
/// number; what cannot be read is no event, always and for everybody alike. Thread-safe.
public final class ChannelLogs {
  private static final int MAX_NAME = 100;

  /// The transfer policy under which units move outside the channel's own functions.
  private static final int FREELY = 1;

  private final ChainId chain;
  private final EvmAddress factory;

  /// Reads logs of the channels of this factory.
  public ChannelLogs(ChainId chain, EvmAddress factory) {
    this.chain = chain;
    this.factory = factory;
  }

  /// The first topics of all events that matter.
  public static List<Hash256> topics() {
    return List.of(
        ChannelEvents.EditionCreated.TOPIC,
        ChannelEvents.ContentUpdated.TOPIC,
        ChannelEvents.PriceChanged.TOPIC,
        ChannelEvents.SalesPaused.TOPIC,
        ChannelEvents.Sold.TOPIC,
        ChannelEvents.Resold.TOPIC,
        ChannelEvents.ListingCancelled.TOPIC,
        ChannelEvents.TransferSingle.TOPIC,
        ChannelEvents.TransferBatch.TOPIC);
  }

  /// The first topic of the factory's event.
  public static Hash256 factoryTopic() {
    return ChannelFactoryEvents.ChannelCreated.TOPIC;
  }

  /// The chain that is read.
  public ChainId chain() {
    return chain;
  }

  /// The contract that makes channels.
  public EvmAddress factory() {
    return factory;
  }

  /// The event that a log tells, if it tells one.
  public Optional<ChannelEvent> read(EvmLog log) {
    EventPosition at =
        new EventPosition(log.blockNumber(), log.blockHash(), log.transaction(), log.logIndex());
    try {
      return log.address().equals(factory)
          ? ChannelFactoryEvents.decode(log).map(event -> opened(at, event))
          : ChannelEvents.decode(log)
              .flatMap(event -> event(at, new ChannelRef(chain, log.address()), event));
    } catch (AbiException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private ChannelEvent opened(EventPosition at, ChannelFactoryEvents event) {
    return switch (event) {
      case ChannelFactoryEvents.ChannelCreated(var channel, var owner, var name) ->
          new ChannelEvent.Opened(at, new ChannelRef(chain, channel), owner, displayable(name));
    };
  }

  private static Optional<ChannelEvent> event(
      EventPosition at, ChannelRef channel, ChannelEvents event) {
    return Optional.ofNullable(
        switch (event) {
          case ChannelEvents.EditionCreated created -> created(at, channel, created);
          case ChannelEvents.ContentUpdated(var edition, var uri) ->
              new ChannelEvent.ContentUpdated(at, channel, edition, ContentUri.parse(uri));
          case ChannelEvents.PriceChanged(var edition, var price) ->
              new ChannelEvent.PriceChanged(at, channel, edition, price);
          case ChannelEvents.SalesPaused(var edition, var paused) ->
              new ChannelEvent.SalesPaused(at, channel, edition, paused);
          case ChannelEvents.Sold sold ->
              new ChannelEvent.Sold(
                  at,
                  channel,
                  sold.editionId(),
                  sold.recipient(),
                  BigInteger.valueOf(sold.quantity()),
                  sold.paid());
          case ChannelEvents.Resold resold ->
              new ChannelEvent.Resold(
                  at,
                  channel,
                  resold.editionId(),
                  resold.seller(),
                  resold.nonce(),
                  BigInteger.valueOf(resold.quantity()),
                  resold.price());
          case ChannelEvents.ListingCancelled(var seller, var nonce) ->
              new ChannelEvent.ListingCancelled(at, channel, seller, nonce);
          case ChannelEvents.TransferSingle one ->
              new ChannelEvent.Moved(
                  at, channel, one.from(), one.to(), List.of(units(one.id(), one.amount())));
          case ChannelEvents.TransferBatch many -> moved(at, channel, many);
          default -> null;
        });
  }

  private static ChannelEvent created(
      EventPosition at, ChannelRef channel, ChannelEvents.EditionCreated event) {
    SaleTerms terms =
        new SaleTerms(
            new TokenAmount(event.payToken(), event.price()),
            BigInteger.valueOf(event.maxSupply()),
            RoyaltyTable.ofDeed(event.deed()),
            event.royaltyBps(),
            event.transferPolicy() == FREELY,
            event.push());
    return new ChannelEvent.EditionCreated(
        at,
        channel,
        event.editionId(),
        new AssetId(event.assetId()),
        terms,
        ContentUri.parse(event.contentUri()));
  }

  private static ChannelEvent moved(
      EventPosition at, ChannelRef channel, ChannelEvents.TransferBatch event) {
    if (event.ids().size() != event.amounts().size()) {
      throw new IllegalArgumentException("each edition has a number of units");
    }
    List<ChannelEvent.Units> units = new ArrayList<>();
    for (int i = 0; i < event.ids().size(); i++) {
      units.add(units(event.ids().get(i), event.amounts().get(i)));
    }
    return new ChannelEvent.Moved(at, channel, event.from(), event.to(), units);
  }

  private static ChannelEvent.Units units(BigInteger id, BigInteger quantity) {
    return new ChannelEvent.Units(new EditionId(Hash256.fromUint(id)), quantity);
  }

  /// Text for people: no control characters, no unpaired surrogates, not longer than fits a line.
  private static String displayable(String name) {
    StringBuilder clean = new StringBuilder();
    name.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .limit(MAX_NAME)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
