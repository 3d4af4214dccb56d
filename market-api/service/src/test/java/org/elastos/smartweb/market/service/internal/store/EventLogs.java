// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.generated.ChannelEvents;
import org.elastos.smartweb.contracts.generated.ChannelFactoryEvents;
import org.elastos.smartweb.market.ChannelEvent;
import org.elastos.smartweb.market.ContentUri;
import org.elastos.smartweb.market.EventPosition;
import org.elastos.smartweb.market.SaleTerms;
import org.elastos.smartweb.market.Samples;

/// Writes events as the contracts log them.
public final class EventLogs {
  public static final EvmAddress FACTORY = Samples.address(0xfac);

  private EventLogs() {}

  public static EvmLog log(ChannelEvent event) {
    EvmAddress channel = event.channel().address();
    return switch (event) {
      case ChannelEvent.Opened e ->
          log(
              e.at(),
              FACTORY,
              topics(ChannelFactoryEvents.ChannelCreated.TOPIC, word(channel), word(e.owner())),
              out -> out.string(e.name()));
      case ChannelEvent.EditionCreated e ->
          created(e, e.contentUri().map(ContentUri::toString).orElse("none"));
      case ChannelEvent.ContentUpdated e ->
          log(
              e.at(),
              channel,
              topics(ChannelEvents.ContentUpdated.TOPIC, e.edition().hash()),
              out -> out.string(e.contentUri().map(ContentUri::toString).orElse("'; DROP")));
      case ChannelEvent.PriceChanged e ->
          log(
              e.at(),
              channel,
              topics(ChannelEvents.PriceChanged.TOPIC, e.edition().hash()),
              out -> out.uint(128, e.price()));
      case ChannelEvent.SalesPaused e ->
          log(
              e.at(),
              channel,
              topics(ChannelEvents.SalesPaused.TOPIC, e.edition().hash()),
              out -> out.bool(e.paused()));
      case ChannelEvent.Sold e ->
          log(
              e.at(),
              channel,
              topics(
                  ChannelEvents.Sold.TOPIC,
                  e.edition().hash(),
                  word(e.recipient()),
                  word(e.recipient())),
              out -> {
                out.uint(64, e.quantity());
                out.uint(256, e.paid());
              });
      case ChannelEvent.Resold e ->
          log(
              e.at(),
              channel,
              topics(
                  ChannelEvents.Resold.TOPIC, e.edition().hash(), word(e.seller()), word(channel)),
              out -> {
                out.uint(64, e.quantity());
                out.uint(256, e.price());
                out.uint(256, 0);
                out.uint(256, e.nonce());
              });
      case ChannelEvent.ListingCancelled e ->
          log(
              e.at(),
              channel,
              topics(ChannelEvents.ListingCancelled.TOPIC, word(e.seller())),
              out -> out.uint(256, e.nonce()));
      case ChannelEvent.Moved e -> moved(e);
    };
  }

  /// The log of a new edition with whatever text for its place.
  public static EvmLog created(ChannelEvent.EditionCreated e, String contentUri) {
    SaleTerms terms = e.terms();
    return log(
        e.at(),
        e.channel().address(),
        topics(ChannelEvents.EditionCreated.TOPIC, e.edition().hash(), e.assetId().hash()),
        out -> {
          out.address(terms.price().token());
          out.uint(128, terms.price().units());
          out.uint(64, terms.maxSupply());
          out.uint(16, terms.royaltyBps());
          out.uint(8, terms.transferable() ? 1 : 0);
          out.bool(terms.pushRoyalties());
          out.uint(32, 0);
          out.uint(16, 0);
          out.bytes(terms.royalties().deed());
          out.string(contentUri);
        });
  }

  public static EvmLog log(
      EventPosition at, EvmAddress contract, List<Hash256> topics, Consumer<AbiWriter> data) {
    AbiWriter out = new AbiWriter();
    data.accept(out);
    Bytes encoded = out.call("");
    return new EvmLog(
        contract, topics, encoded, at.block(), at.blockHash(), at.transaction(), at.logIndex());
  }

  private static EvmLog moved(ChannelEvent.Moved e) {
    if (e.units().size() == 1) {
      return log(
          e.at(),
          e.channel().address(),
          topics(ChannelEvents.TransferSingle.TOPIC, word(e.to()), word(e.from()), word(e.to())),
          out -> {
            out.uint(256, e.units().getFirst().edition().toUint());
            out.uint(256, e.units().getFirst().quantity());
          });
    }
    return log(
        e.at(),
        e.channel().address(),
        topics(ChannelEvents.TransferBatch.TOPIC, word(e.to()), word(e.from()), word(e.to())),
        out -> {
          out.list(e.units(), (inner, one) -> inner.word(one.edition().hash()));
          out.list(e.units(), (inner, one) -> inner.uint(256, one.quantity()));
        });
  }

  private static List<Hash256> topics(Hash256... topics) {
    return new ArrayList<>(List.of(topics));
  }

  private static Hash256 word(EvmAddress address) {
    return Hash256.fromUint(new java.math.BigInteger(1, address.bytes()));
  }
}
