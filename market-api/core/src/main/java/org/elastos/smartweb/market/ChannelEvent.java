// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.ddrm.AssetId;

/// What a channel, or the factory that made it, said on its chain.
public sealed interface ChannelEvent {
  /// Where it stands.
  EventPosition at();

  /// The channel that it concerns.
  ChannelRef channel();

  /// Something that concerns one edition.
  sealed interface OfEdition extends ChannelEvent {
    /// The edition.
    EditionId edition();
  }

  /// Something that uses up a seller's nonce.
  sealed interface OfNonce extends ChannelEvent {
    /// The seller whose nonce it is.
    EvmAddress seller();

    /// The nonce that no listing can use any more.
    BigInteger nonce();
  }

  /// The pinned factory made a channel. The name is the owner's own text, cleaned for display.
  record Opened(EventPosition at, ChannelRef channel, EvmAddress owner, String name)
      implements ChannelEvent {}

  /// An edition opened.
  record EditionCreated(
      EventPosition at,
      ChannelRef channel,
      EditionId edition,
      AssetId assetId,
      SaleTerms terms,
      Optional<ContentUri> contentUri)
      implements OfEdition {}

  /// The creator pointed to another place of the file.
  record ContentUpdated(
      EventPosition at, ChannelRef channel, EditionId edition, Optional<ContentUri> contentUri)
      implements OfEdition {}

  /// The creator changed the price of one unit, in the edition's own token.
  record PriceChanged(EventPosition at, ChannelRef channel, EditionId edition, BigInteger price)
      implements OfEdition {}

  /// The creator stopped or resumed new sales.
  record SalesPaused(EventPosition at, ChannelRef channel, EditionId edition, boolean paused)
      implements OfEdition {}

  /// The channel sold units.
  record Sold(
      EventPosition at,
      ChannelRef channel,
      EditionId edition,
      EvmAddress recipient,
      BigInteger quantity,
      BigInteger paid)
      implements OfEdition {}

  /// An owner's listing was filled.
  record Resold(
      EventPosition at,
      ChannelRef channel,
      EditionId edition,
      EvmAddress seller,
      BigInteger nonce,
      BigInteger quantity,
      BigInteger price)
      implements OfEdition, OfNonce {}

  /// A seller withdrew all listings with one nonce.
  record ListingCancelled(EventPosition at, ChannelRef channel, EvmAddress seller, BigInteger nonce)
      implements OfNonce {}

  /// Units changed hands, minted ones coming from the zero address.
  record Moved(
      EventPosition at, ChannelRef channel, EvmAddress from, EvmAddress to, List<Units> units)
      implements ChannelEvent {
    /// Keeps a copy of the units.
    public Moved {
      units = List.copyOf(units);
    }
  }

  /// Some units of one edition.
  record Units(EditionId edition, BigInteger quantity) {}
}
