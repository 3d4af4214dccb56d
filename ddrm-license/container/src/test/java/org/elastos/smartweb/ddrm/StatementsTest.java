// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.cbor.Parsed;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.crypto.LocalWallet;
import org.elastos.smartweb.ddrm.StatementBody.Place;
import org.elastos.smartweb.ddrm.StatementChain.Code;
import org.elastos.smartweb.ddrm.StatementChain.Outcome;
import org.junit.jupiter.api.Test;

class StatementsTest {
  private final LocalWallet creator = Works.creator(1);
  private final AssetId asset = new AssetId(Works.hash(9));
  private final Terms first = Works.terms(Place.first(asset));
  private final StatementChain chain =
      accepted(StatementChain.terms(creator.address(), asset), first);

  @Test
  void readsBackWhatWasSigned() {
    for (StatementBody body :
        List.of(
            first,
            Works.face(Place.first(asset)),
            new Face(Place.after(first), "n", new Face.Icon.Inline(Bytes.of(new byte[3])), "de"),
            new Face(Place.after(first), "n", new Face.Icon.Linked(Bytes.of(new byte[4])), "de"))) {
      Statement statement = Statement.sign(creator, body);
      assertThat(Statement.parse(statement.toCbor().encode()))
          .isEqualTo(new Parsed.Ok<>(statement));
      assertThat(statement.signedBy(creator.address())).isTrue();
      assertThat(statement.signedBy(Works.CHANNEL)).isFalse();
    }
  }

  @Test
  void acceptsASuccessorThatAddsAndRaises() {
    Terms more =
        new Terms(
            Place.after(first),
            new Policy(List.of(Works.way(3), Works.way(1), Works.way(2))),
            Works.rendering(Map.of(1, 6L, 2, 0L), "audio", "picture"),
            List.of(Works.committee(2), Works.committee(1)));
    StatementChain longer = accepted(chain, more);
    assertThat(longer.newest().map(Statement::body)).contains(more);
    assertThat(refused(longer, first)).isEqualTo(Code.FORK);
  }

  @Test
  void refusesASuccessorThatTakesAway() {
    Place next = Place.after(first);
    Policy policy = first.policy();
    List<Committee> committees = first.committees();
    Terms.Rendering rendering = first.rendering();
    assertThat(refused(chain, new Terms(next, Policy.of(Works.way(1)), rendering, committees)))
        .isEqualTo(Code.DROPS_WAY);
    assertThat(refused(chain, new Terms(next, policy, rendering, List.of())))
        .isEqualTo(Code.DROPS_COMMITTEE);
    assertThat(refused(chain, new Terms(next, policy, Works.rendering(Map.of(1, 5L)), committees)))
        .isEqualTo(Code.DROPS_OUTPUT);
    assertThat(
            refused(chain, new Terms(next, policy, Works.rendering(Map.of(), "audio"), committees)))
        .isEqualTo(Code.DROPS_RENDERER);
    assertThat(
            refused(
                chain,
                new Terms(next, policy, Works.rendering(Map.of(1, 4L), "audio"), committees)))
        .isEqualTo(Code.LOWERS_RELEASE);
  }

  @Test
  void refusesOtherKeysWorksChainsAndPlaces() {
    AssetId other = new AssetId(Works.hash(8));
    Terms second = Works.terms(Place.after(first));
    assertThat(refused(chain, Works.face(Place.after(first)))).isEqualTo(Code.OTHER_KIND);
    assertThat(refused(chain, Works.terms(Place.first(other)))).isEqualTo(Code.OTHER_ASSET);
    assertThat(chain.accept(Statement.sign(Works.creator(2), second)))
        .isEqualTo(new Outcome.Refused(Code.BAD_SIGNATURE));
    assertThat(refused(chain, first)).isEqualTo(Code.ALREADY_KNOWN);
    assertThat(refused(chain, Works.terms(Place.after(second)))).isEqualTo(Code.GAP);
    assertThat(refused(StatementChain.terms(creator.address(), asset), second)).isEqualTo(Code.GAP);
    Place wrongPrev = new Place(asset, 1, Optional.of(Works.hash(7)));
    assertThat(refused(chain, Works.terms(wrongPrev))).isEqualTo(Code.FORK);
  }

  @Test
  void keepsFacesInAChainOfTheirOwn() {
    Face face = Works.face(Place.first(asset));
    StatementChain faces = accepted(StatementChain.face(creator.address(), asset), face);
    Face renamed = new Face(Place.after(face), "Another", new Face.Icon.None(), "en");
    assertThat(accepted(faces, renamed).newest().map(Statement::body)).contains(renamed);
  }

  @Test
  void breaksTheSignatureWhenAnyPartChanges() {
    Statement signed = Statement.sign(creator, first);
    Terms moved = Works.terms(Place.first(new AssetId(Works.hash(8))));
    assertThat(new Statement(moved, signed.signature()).signedBy(creator.address())).isFalse();
    byte[] changed = signed.signature().bytes();
    changed[40] ^= 1;
    assertThat(new Statement(first, Bytes.of(changed)).signedBy(creator.address())).isFalse();
  }

  @Test
  void ordersPoliciesAndHashesThem() {
    Policy one = new Policy(List.of(Works.way(1), Works.way(2)));
    Policy two = new Policy(List.of(Works.way(2), Works.way(1), Works.way(2)));
    assertThat(one).isEqualTo(two);
    assertThat(one.hash()).isEqualTo(two.hash()).isNotEqualTo(Policy.of(Works.way(1)).hash());
  }

  @Test
  void combinesConditions() {
    Condition edition = Works.way(1).condition();
    Condition all =
        new Condition.AllOf(
            List.of(edition, new Condition.AnyOf(List.of(edition)), new Condition.Not(edition)));
    assertThat(Condition.fromCbor(DagCbor.decode(all.toCbor().encode()))).isEqualTo(all);
    assertThatThrownBy(() -> new Condition.AnyOf(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Condition.AllOf(Collections.nCopies(17, edition)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesConditionsOfOtherShapes() {
    Cbor edition = Works.way(1).condition().toCbor();
    Cbor none = Cbor.array();
    Cbor many = Cbor.array(Collections.nCopies(17, edition));
    for (Cbor wrong :
        List.of(
            Cbor.map().put("t", "moon").build(),
            Cbor.map().put("t", "all").put("of", none).build(),
            Cbor.map().put("t", "any").put("of", many).build(),
            Cbor.map().put("t", "not").put("of", Cbor.array(edition, edition)).build(),
            Cbor.map().put("t", "not").put("of", Cbor.array(edition)).put("x", 1).build(),
            Cbor.map()
                .put("t", "edition")
                .put("chain", 0)
                .put("channel", Works.CHANNEL)
                .put("id", Works.hash(1))
                .build())) {
      assertThatThrownBy(() -> Condition.fromCbor(wrong)).isInstanceOf(CborException.class);
    }
  }

  @Test
  void refusesGrantsAndPoliciesOutOfBounds() {
    assertThatThrownBy(() -> new Grant(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Grant(Grant.MAX_SECONDS + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Grant.fromCbor(Cbor.map().put("t", "play").put("secs", 0).build()))
        .isInstanceOf(CborException.class);
    assertThatThrownBy(() -> Freshness.fromCode("stale")).isInstanceOf(CborException.class);
    assertThat(Freshness.fromCode("fresh")).isEqualTo(Freshness.FRESH_PURCHASE);
    assertThatThrownBy(() -> new Policy(List.of())).isInstanceOf(IllegalArgumentException.class);
    List<Way> tooMany = IntStream.range(0, 65).mapToObj(Works::way).toList();
    assertThatThrownBy(() -> new Policy(tooMany)).isInstanceOf(IllegalArgumentException.class);
    for (List<Cbor> ways : List.of(List.<Cbor>of(), tooMany.stream().map(Way::toCbor).toList())) {
      Cbor policy = Cbor.map().put("v", 1).put("ways", Cbor.array(ways)).build();
      assertThatThrownBy(() -> Policy.fromCbor(policy)).isInstanceOf(CborException.class);
    }
    List<Way> sorted = new Policy(List.of(Works.way(1), Works.way(2))).ways();
    Cbor reversed =
        Cbor.map()
            .put("v", 1)
            .put("ways", Cbor.array(sorted.getLast().toCbor(), sorted.getFirst().toCbor()))
            .build();
    assertThatThrownBy(() -> Policy.fromCbor(reversed)).isInstanceOf(CborException.class);
  }

  @Test
  void refusesPayloadsOfOtherShapes() {
    for (Map.Entry<String, Cbor> change :
        Map.of(
                "v", Cbor.of(2),
                "t", Cbor.of("rumour"),
                "seq", Cbor.of(1),
                "prev", Cbor.of(Works.hash(1)),
                "renderers", Cbor.map().put("AB", 1).build(),
                "outputs", Cbor.array(Cbor.of("")),
                "committees", Cbor.array(Works.committee(1).toCbor(), Works.committee(1).toCbor()),
                "extra", Cbor.of(1))
            .entrySet()) {
      assertThat(DagCbor.parse(with(first.toCbor(), change), StatementBody::fromCbor))
          .as(change.getKey())
          .isInstanceOf(Parsed.Malformed.class);
    }
    Cbor tooLate = Cbor.map().put(Works.hash(1).hex(), 1L << 32).build();
    List<Cbor> outputs = Collections.nCopies(65, Cbor.of("x"));
    var renderers = Cbor.map();
    for (int i = 0; i < 65; i++) {
      renderers.put(Works.hash(i).hex(), 1);
    }
    for (var change :
        List.of(
            Map.entry("renderers", tooLate),
            Map.entry("renderers", renderers.build()),
            Map.entry("outputs", Cbor.array(outputs)),
            Map.entry("outputs", Cbor.array(Cbor.of("x".repeat(65)))))) {
      assertThat(DagCbor.parse(with(first.toCbor(), change), StatementBody::fromCbor))
          .isInstanceOf(Parsed.Malformed.class);
    }
    Face face = Works.face(Place.first(asset));
    assertThat(
            DagCbor.parse(
                with(face.toCbor(), Map.entry("icon", Cbor.of(1))), StatementBody::fromCbor))
        .isInstanceOf(Parsed.Malformed.class);
  }

  private static byte[] with(Cbor map, Map.Entry<String, Cbor> change) {
    var entries = new TreeMap<>(((Cbor.Dict) map).entries());
    entries.put(change.getKey(), change.getValue());
    return new Cbor.Dict(entries).encode();
  }

  @Test
  void refusesFacesAndPlacesOutOfBounds() {
    Place place = Place.first(asset);
    Face.Icon large = new Face.Icon.Inline(Bytes.of(new byte[Face.MAX_ICON_BYTES + 1]));
    assertThatThrownBy(() -> new Face(place, "n", large, "en")).isInstanceOf(CborException.class);
    assertThatThrownBy(() -> new Face(place, "", new Face.Icon.None(), "en"))
        .isInstanceOf(CborException.class);
    assertThatThrownBy(() -> new Place(asset, -1, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Place(asset, 1, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Place(asset, 0, Optional.of(Works.hash(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesApplicationsByGenesisKeyAndName() {
    Bytes key = Bytes.of(new byte[32]);
    assertThat(AppId.of(key, "player")).isEqualTo(AppId.of(key, "player"));
    assertThat(AppId.of(key, "player")).isNotEqualTo(AppId.of(key, "viewer"));
    assertThat(AppId.of(key, "player").toString()).startsWith("0x");
    assertThat(AssetId.fromHex(asset.toString())).isEqualTo(asset);
    assertThatThrownBy(() -> AppId.of(Bytes.EMPTY, "player"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private StatementChain accepted(StatementChain chain, StatementBody body) {
    return ((Outcome.Accepted) chain.accept(Statement.sign(creator, body))).chain();
  }

  private Code refused(StatementChain chain, StatementBody body) {
    return ((Outcome.Refused) chain.accept(Statement.sign(creator, body))).code();
  }
}
