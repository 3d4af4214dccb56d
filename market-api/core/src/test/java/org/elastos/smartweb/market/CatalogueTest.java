// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final EditionId ONE = Samples.editionId(1);

  @Test
  void followsAnEditionThroughItsLife() {
    Catalogue catalogue =
        Catalogue.of(
            List.of(
                new ChannelEvent.Opened(
                    Samples.at(9, 0), Samples.channel(1), Samples.address(5), "Ana"),
                Samples.created(Samples.at(10, 0), 1, 1),
                sold(Samples.at(11, 0), 2),
                new ChannelEvent.PriceChanged(
                    Samples.at(11, 1), Samples.channel(1), ONE, BigInteger.TEN),
                new ChannelEvent.ContentUpdated(
                    Samples.at(12, 0), Samples.channel(1), ONE, Optional.empty()),
                new ChannelEvent.SalesPaused(Samples.at(13, 0), Samples.channel(1), ONE, true),
                new ChannelEvent.Resold(
                    Samples.at(14, 0),
                    Samples.channel(1),
                    ONE,
                    Samples.address(9),
                    BigInteger.TWO,
                    BigInteger.ONE,
                    BigInteger.TEN)));

    Edition edition = catalogue.editions().get(ONE);
    assertThat(edition.sold()).isEqualTo(2);
    assertThat(edition.terms()).isEqualTo(Samples.terms(10));
    assertThat(edition.contentUri()).isEmpty();
    assertThat(edition.paused()).isTrue();
    assertThat(edition.created()).isEqualTo(Samples.at(10, 0));
    assertThat(catalogue.nonces())
        .containsExactly(new UsedNonce(Samples.channel(1), Samples.address(9), BigInteger.TWO));
    assertThat(catalogue.channels()).containsOnlyKeys(Samples.channel(1));
  }

  @Test
  void countsTheUnitsOfEachHolder() {
    var minted = moved(1, EvmAddress.ZERO, Samples.address(1), 3);
    var given = moved(2, Samples.address(1), Samples.address(2), 1);
    var toSelf = moved(3, Samples.address(2), Samples.address(2), 1);

    Catalogue catalogue = Catalogue.of(List.of(minted, given, toSelf));
    assertThat(catalogue.holdings())
        .containsOnly(entry(holding(1), BigInteger.TWO), entry(holding(2), BigInteger.ONE));
    assertThat(
            catalogue.plus(List.of(moved(4, Samples.address(2), Samples.address(1), 1))).holdings())
        .containsOnly(entry(holding(1), BigInteger.valueOf(3)));
    assertThat(catalogue.retractedAbove(1).holdings())
        .containsOnly(entry(holding(1), BigInteger.valueOf(3)));
  }

  @Test
  void ignoresWhatAnotherChannelSaysOfAnEdition() {
    Edition before = Samples.edition(1);
    var stranger =
        new ChannelEvent.PriceChanged(Samples.at(11, 0), Samples.channel(2), ONE, BigInteger.ZERO);

    assertThat(EditionProjection.next(Optional.of(before), stranger)).contains(before);
    assertThat(
            EditionProjection.next(Optional.of(before), Samples.created(Samples.at(11, 0), 2, 1)))
        .contains(before);
    assertThat(EditionProjection.next(Optional.empty(), stranger)).isEmpty();
  }

  @Test
  void refusesEventsOutOfOrder() {
    Catalogue catalogue = Catalogue.of(List.of(sold(Samples.at(10, 3), 1)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalogue.plus(List.of(sold(Samples.at(10, 3), 1))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalogue.plus(List.of(sold(Samples.at(9, 9), 1))));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void saysTheSameInOneGoAndInAnyPieces(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ChannelEvent> events = new EventStory(random).blocks(1, 80);

    Catalogue pieces = Catalogue.EMPTY;
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(7));
      pieces = pieces.plus(events.subList(from, to));
      from = to;
    }

    assertSame(pieces, Catalogue.of(events));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void forgetsAnAbandonedForkCompletely(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    EventStory story = new EventStory(random);
    List<ChannelEvent> canonical = new ArrayList<>(story.blocks(1, 20));
    Catalogue followed = Catalogue.of(canonical);
    long head = 20;
    for (int round = 0; round < 12; round++) {
      long fork = Math.max(0, head - random.nextInt(6));
      canonical.removeIf(event -> event.at().block() > fork);
      List<ChannelEvent> branch = story.blocks(fork + 1, fork + 1 + random.nextInt(6));
      canonical.addAll(branch);
      followed = followed.retractedAbove(fork).plus(branch);
      head = Math.max(fork, branch.isEmpty() ? fork : branch.getLast().at().block());
    }

    assertSame(followed, Catalogue.of(canonical));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void countsAsSoldExactlyWhatItsChannelSold(long seed) {
    List<ChannelEvent> events = new EventStory(new SplittableRandom(seed)).blocks(1, 120);
    Map<EditionId, Edition> editions = Catalogue.of(events).editions();

    for (Edition edition : editions.values()) {
      BigInteger expected =
          events.stream()
              .filter(event -> event.at().compareTo(edition.created()) > 0)
              .filter(ChannelEvent.Sold.class::isInstance)
              .map(ChannelEvent.Sold.class::cast)
              .filter(one -> one.edition().equals(edition.id()))
              .filter(one -> one.channel().equals(edition.channel()))
              .map(ChannelEvent.Sold::quantity)
              .reduce(BigInteger.ZERO, BigInteger::add);
      assertThat(edition.sold()).isEqualTo(expected);
    }
  }

  private static void assertSame(Catalogue actual, Catalogue expected) {
    assertThat(actual.editions()).isEqualTo(expected.editions());
    assertThat(actual.channels()).isEqualTo(expected.channels());
    assertThat(actual.nonces()).isEqualTo(expected.nonces());
    assertThat(actual.holdings()).isEqualTo(expected.holdings());
    assertThat(actual.events()).isEqualTo(expected.events());
  }

  private static ChannelEvent.Moved moved(int block, EvmAddress from, EvmAddress to, int units) {
    return new ChannelEvent.Moved(
        Samples.at(block, 0),
        Samples.channel(1),
        from,
        to,
        List.of(new ChannelEvent.Units(ONE, BigInteger.valueOf(units))));
  }

  private static Holding holding(int holder) {
    return new Holding(Samples.channel(1), ONE, Samples.address(holder));
  }

  private static ChannelEvent.Sold sold(EventPosition at, int quantity) {
    return new ChannelEvent.Sold(
        at,
        Samples.channel(1),
        ONE,
        Samples.address(8),
        BigInteger.valueOf(quantity),
        BigInteger.TEN);
  }
}
