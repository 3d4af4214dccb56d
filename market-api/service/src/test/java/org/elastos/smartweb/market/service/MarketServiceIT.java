// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.TokenAmount;
import org.elastos.smartweb.ddrm.Statement;
import org.elastos.smartweb.ddrm.StatementBody;
import org.elastos.smartweb.ddrm.Terms;
import org.elastos.smartweb.market.ChannelEvent;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.Page;
import org.elastos.smartweb.market.ProviderHint;
import org.elastos.smartweb.market.Samples;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.market.Work;
import org.elastos.smartweb.market.client.Answer;
import org.elastos.smartweb.testkit.DatabaseTest;
import org.elastos.smartweb.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/// What strangers may read from and post to a market, over HTTP.
@DatabaseTest
final class MarketServiceIT extends MarketFixture {
  MarketServiceIT(TestDatabase database) {
    super(database);
  }

  @Test
  void servesEditionsPageByPageWithoutGapOrRepetition() {
    List<Edition> seen = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<Edition> page = client.editions(after, 3).given().orElseThrow();
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).extracting(Edition::id).hasSize(EDITIONS).doesNotHaveDuplicates();
    assertThat(client.edition(Samples.editionId(3)).given()).contains(seen.get(2));
    assertRefused(client.edition(Samples.editionId(99)), 404, "edition_unknown");
  }

  @Test
  void showsListingsThatAChannelWouldFillCheapestFirst() {
    SignedListing dear = listing(2, 1, 9_000_000, 1);
    SignedListing cheap = listing(2, 1, 7_000_000, 2);
    assertThat(client.postListing(dear).given()).contains(dear);
    assertThat(client.postListing(cheap).given()).contains(cheap);
    assertThat(client.postListing(cheap).given()).contains(cheap);

    Page<SignedListing> first =
        client.listings(Samples.editionId(2), Optional.empty(), 1).given().orElseThrow();
    assertThat(first.items()).containsExactly(cheap);
    assertThat(client.listings(Samples.editionId(2), first.next(), 1).given().orElseThrow().items())
        .containsExactly(dear);
  }

  @Test
  void takesNoListingThatNoChannelWouldFill() {
    SignedListing good = listing(3, 1, 7_000_000, 3);
    Bytes signature = good.signature();

    assertRefused(client.postListing(listing(99, 1, 1, 1)), 404, "edition_unknown");
    assertRefused(
        client.postListing(new SignedListing(Samples.channel(2), good.listing(), signature)),
        422,
        "channel_differs");
    assertRefused(
        client.postListing(new SignedListing(good.channel(), good.listing(), Bytes.EMPTY)),
        422,
        "listing_signature_invalid");
    assertRefused(client.postListing(listing(3, 2, 7_000_000, 3)), 409, "seller_lacks_units");
    assertRefused(client.postListing(listing(3, 1, 7_000_000, 13)), 409, "listing_used");
    assertRefused(
        client.postListing(with(3, new TokenAmount(Samples.address(66), BigInteger.ONE), 1)),
        422,
        "pay_token_differs");
    assertRefused(
        client.postListing(with(3, token(1), clock.instant().getEpochSecond())),
        422,
        "listing_expired");
  }

  @Test
  void boundsTheOpenListingsOfOneSeller() {
    for (int nonce = 100; nonce < 120; nonce++) {
      assertThat(client.postListing(listing(4, 1, 7_000_000, nonce)).given()).isPresent();
    }
    assertRefused(client.postListing(listing(4, 1, 7_000_000, 120)), 429, "too_many_listings");
  }

  @Test
  void hidesListingsOnceTheChainHasSpentThem() {
    SignedListing listing = listing(5, 1, 7_000_000, 500);
    client.postListing(listing);
    assertThat(open(5)).containsExactly(listing);

    long head = chain.newest();
    chain.fork(head, head + 1, List.of(cancelled(head + 1, 500)));
    client.awaitIndexed(head + 1, PATIENCE);
    assertThat(open(5)).isEmpty();
    assertRefused(client.postListing(listing), 409, "listing_used");

    chain.fork(head, head + 2, List.of());
    client.awaitIndexed(head + 2, PATIENCE);
    assertThat(open(5)).containsExactly(listing);
  }

  @Test
  void keepsWhatACreatorStatesAndLetsItOnlyGrow() {
    Work work = Samples.work(6);
    Statement first = work.termsChain().getFirst();
    Statement second = after(first);
    Work longer = Samples.work(Samples.core(6), List.of(first, second), List.of()).orElseThrow();
    Work forked =
        Samples.work(
                Samples.core(6),
                List.of(Samples.terms(6, Samples.holds(6), Samples.holds(7))),
                List.of())
            .orElseThrow();

    assertRefused(client.work(Samples.asset(6)), 404, "work_unknown");
    assertThat(client.postWork(work).given()).isPresent();
    assertThat(client.work(Samples.asset(6)).given()).contains(work);
    assertThat(client.postWork(longer).given()).isPresent();
    assertThat(client.postWork(work).given()).isPresent();
    assertThat(client.work(Samples.asset(6)).given().orElseThrow().termsChain())
        .containsExactly(first, second);
    assertRefused(client.postWork(forked), 409, "statement_fork");
    assertRefused(client.postWork(Samples.work(50)), 404, "edition_unknown");
  }

  @Test
  void keepsBoundedHintsOfFilesThatEditionsPointTo() {
    assertRefused(hint(Samples.CID, "http://127.0.0.1:8080"), 422, "url_not_public");
    assertRefused(hint("Qm" + "a".repeat(44), "https://a.example.org"), 404, "cid_unknown");
    for (int i = 0; i < 32; i++) {
      assertThat(hint(Samples.CID, "https://g" + i + ".example.org").given()).isPresent();
    }
    assertThat(hint(Samples.CID, "https://g0.example.org").given()).isPresent();
    assertRefused(hint(Samples.CID, "https://more.example.org"), 429, "too_many_providers");
    assertThat(client.providers(Samples.CID).given().orElseThrow()).hasSize(32);
  }

  private Answer<ProviderHint> hint(String cid, String url) {
    return client.postProvider(new ProviderHint(cid, URI.create(url)));
  }

  private List<SignedListing> open(int edition) {
    return client
        .listings(Samples.editionId(edition), Optional.empty(), 50)
        .given()
        .orElseThrow()
        .items();
  }

  private static Statement after(Statement before) {
    Terms terms = (Terms) before.body();
    return Statement.sign(
        Samples.wallet(Samples.CREATOR),
        new Terms(
            StatementBody.Place.after(terms),
            terms.policy(),
            terms.rendering(),
            terms.committees()));
  }

  private static ChannelEvent cancelled(long block, int nonce) {
    return new ChannelEvent.ListingCancelled(
        Samples.at(block, 0),
        Samples.channel(1),
        Samples.wallet(1).address(),
        BigInteger.valueOf(nonce));
  }

  private static void assertRefused(Answer<?> answer, int status, String code) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.status()).isEqualTo(status);
            });
  }
}
