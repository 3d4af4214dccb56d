// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.EditionId;

/// All that a run of chain events says: channels, editions and used nonces. Immutable. The service
/// keeps the same in tables; this is what its tables are measured against.
public final class Catalogue {
  /// Before the first event.
  public static final Catalogue EMPTY =
      new Catalogue(List.of(), Map.of(), Map.of(), Set.of(), Map.of());

  private final List<ChannelEvent> events;
  private final Map<ChannelRef, ChannelEvent.Opened> channels;
  private final Map<EditionId, Edition> editions;
  private final Set<UsedNonce> nonces;
  private final Map<Holding, BigInteger> holdings;

  private Catalogue(
      List<ChannelEvent> events,
      Map<ChannelRef, ChannelEvent.Opened> channels,
      Map<EditionId, Edition> editions,
      Set<UsedNonce> nonces,
      Map<Holding, BigInteger> holdings) {
    this.events = events;
    this.channels = channels;
    this.editions = editions;
    this.nonces = nonces;
    this.holdings = holdings;
  }

  /// Folds events that ascend.
  ///
  /// @throws IllegalArgumentException when one does not follow its predecessor
  public static Catalogue of(Collection<? extends ChannelEvent> events) {
    return EMPTY.plus(events);
  }

  /// This catalogue after more events, all above what it has seen.
  ///
  /// @throws IllegalArgumentException when one does not follow its predecessor
  public Catalogue plus(Collection<? extends ChannelEvent> more) {
    List<ChannelEvent> all = new ArrayList<>(events);
    Map<ChannelRef, ChannelEvent.Opened> opened = new HashMap<>(channels);
    Map<EditionId, Edition> known = new HashMap<>(editions);
    Set<UsedNonce> used = new HashSet<>(nonces);
    Map<Holding, BigInteger> held = new HashMap<>(holdings);
    for (ChannelEvent event : more) {
      if (!all.isEmpty() && all.getLast().at().compareTo(event.at()) >= 0) {
        throw new IllegalArgumentException("events ascend");
      }
      all.add(event);
      if (event instanceof ChannelEvent.Opened channel) {
        opened.putIfAbsent(channel.channel(), channel);
      }
      if (event instanceof ChannelEvent.OfEdition one) {
        EditionProjection.next(Optional.ofNullable(known.get(one.edition())), one)
            .ifPresent(edition -> known.put(one.edition(), edition));
      }
      if (event instanceof ChannelEvent.OfNonce one) {
        used.add(new UsedNonce(one.channel(), one.seller(), one.nonce()));
      }
      if (event instanceof ChannelEvent.Moved moved) {
        Holding.changes(moved)
            .forEach((holding, change) -> held.merge(holding, change, BigInteger::add));
      }
    }
    held.values().removeIf(units -> units.signum() == 0);
    return new Catalogue(all, opened, known, used, held);
  }

  /// This catalogue as if nothing above `block` had been said.
  public Catalogue retractedAbove(long block) {
    return of(events.stream().filter(event -> event.at().block() <= block).toList());
  }

  /// The events that it was folded from.
  public List<ChannelEvent> events() {
    return Collections.unmodifiableList(events);
  }

  /// The channels by reference.
  public Map<ChannelRef, ChannelEvent.Opened> channels() {
    return Collections.unmodifiableMap(channels);
  }

  /// The editions by id.
  public Map<EditionId, Edition> editions() {
    return Collections.unmodifiableMap(editions);
  }

  /// The nonces that are used up.
  public Set<UsedNonce> nonces() {
    return Collections.unmodifiableSet(nonces);
  }

  /// How many units each holder has; nobody holds zero.
  public Map<Holding, BigInteger> holdings() {
    return Collections.unmodifiableMap(holdings);
  }
}
