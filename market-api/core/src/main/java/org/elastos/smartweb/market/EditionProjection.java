// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.Optional;

/// How one event changes one edition. A pure function, so that the same events always give the same
/// editions, whoever folds them, whenever.
public final class EditionProjection {
  private EditionProjection() {}

  /// The edition after `event`. An event that does not fit (an edition that never opened, or opened
  /// in another channel) changes nothing.
  public static Optional<Edition> next(Optional<Edition> before, ChannelEvent.OfEdition event) {
    if (event instanceof ChannelEvent.EditionCreated created) {
      return before.isPresent() ? before : Optional.of(opened(created));
    }
    return before.map(edition -> belongs(edition, event) ? changed(edition, event) : edition);
  }

  private static boolean belongs(Edition edition, ChannelEvent.OfEdition event) {
    return edition.id().equals(event.edition()) && edition.channel().equals(event.channel());
  }

  private static Edition opened(ChannelEvent.EditionCreated event) {
    return new Edition(
        event.channel(),
        event.edition(),
        event.assetId(),
        event.terms(),
        BigInteger.ZERO,
        false,
        event.contentUri(),
        event.at());
  }

  private static Edition changed(Edition was, ChannelEvent.OfEdition event) {
    return switch (event) {
      case ChannelEvent.EditionCreated created -> was;
      case ChannelEvent.Resold resold -> was;
      case ChannelEvent.ContentUpdated updated ->
          was.with(was.terms(), was.sold(), was.paused(), updated.contentUri());
      case ChannelEvent.PriceChanged changed ->
          was.with(
              was.terms().withPrice(changed.price()), was.sold(), was.paused(), was.contentUri());
      case ChannelEvent.Sold sold ->
          was.with(was.terms(), was.sold().add(sold.quantity()), was.paused(), was.contentUri());
      case ChannelEvent.SalesPaused rest ->
          was.with(was.terms(), was.sold(), rest.paused(), was.contentUri());
    };
  }
}
