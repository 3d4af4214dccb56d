// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.elastos.smartweb.market.Edition;
import org.elastos.smartweb.market.MarketStatus;
import org.elastos.smartweb.market.Page;
import org.elastos.smartweb.market.ProviderHint;
import org.elastos.smartweb.market.Samples;
import org.elastos.smartweb.market.SignedListing;
import org.elastos.smartweb.market.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketJsonTest {
  @Test
  void bringsEveryValueBackAsItWas() {
    Edition edition = Samples.edition(1);
    assertThat(EditionJson.read(fields(EditionJson.write(edition)))).isEqualTo(edition);

    SignedListing listing = Samples.signed(1, 1);
    assertThat(ListingJson.read(fields(ListingJson.write(listing)))).isEqualTo(listing);

    Work work = Samples.work(1);
    assertThat(WorkJson.read(fields(WorkJson.write(work)))).isEqualTo(work);

    ProviderHint hint = new ProviderHint(Samples.CID, URI.create("http://127.0.0.1:9/"));
    assertThat(ProviderJson.read(fields(ProviderJson.write(hint)))).isEqualTo(hint);

    MarketStatus status = new MarketStatus(Samples.CHAIN, Samples.address(1), 5, 9, 7, true);
    assertThat(StatusJson.read(fields(StatusJson.write(status)))).isEqualTo(status);
    assertThat(status.lag()).isEqualTo(4);

    Page<Edition> page = new Page<>(List.of(edition), Optional.of("10.0"));
    assertThat(PageJson.read(fields(PageJson.write(page, EditionJson::write)), EditionJson::read))
        .isEqualTo(page);
  }

  @Test
  void toleratesFieldsOfANewerRelease() {
    ObjectNode json = EditionJson.write(Samples.edition(1)).put("colour", "blue");
    json.putObject("history").put("more", 1);

    assertThat(EditionJson.read(fields(json))).isEqualTo(Samples.edition(1));
  }

  @Test
  void refusesEveryFieldOfAnotherTypeAndEveryMissingOne() {
    for (ObjectNode good :
        List.of(
            EditionJson.write(Samples.edition(1)),
            ListingJson.write(Samples.signed(1, 1)),
            StatusJson.write(new MarketStatus(Samples.CHAIN, Samples.address(1), 1, 1, 1, true)))) {
      for (String field : names(good)) {
        if (List.of("v", "listingId", "lag").contains(field)) {
          continue;
        }
        List<Consumer<ObjectNode>> damages =
            List.of(
                json -> json.put(field, -1),
                json -> json.put(field, 0.5),
                json -> json.put(field, "x"),
                json -> json.putArray(field).add(1),
                json -> json.putObject(field));
        for (Consumer<ObjectNode> damage : damages) {
          ObjectNode bad = good.deepCopy();
          damage.accept(bad);
          if (!bad.get(field).equals(good.get(field)) && !allowed(field, bad)) {
            assertRefused(bad, field);
          }
        }
        if (!field.equals("contentUri")) {
          ObjectNode missing = good.deepCopy();
          missing.remove(field);
          assertRefused(missing, field);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{} {}",
        "{\"a\":1,\"a\":2}",
        "\u0000",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}"
      })
  void refusesTextsThatAreNoSingleObject(String text) {
    assertThatExceptionOfType(JsonShapeException.class)
        .isThrownBy(() -> JsonFields.parse(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "+1", "-1", "1e3", "", " 1", "0x1", "١", "18446744073709551616"})
  void refusesNumbersInAnyOtherNotationOrRange(String number) {
    ObjectNode json = ListingJson.write(Samples.signed(1, 1)).put("quantity", number);
    assertRefused(json, "quantity");
  }

  @Test
  void readsByteStringsWithinTheirBounds() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("one", "AQI=").put("bad", "?");
    json.putArray("many").add("AQI=").add("");
    json.putArray("wrong").add(1);

    assertThat(fields(json).base64("one", 2).bytes()).containsExactly(1, 2);
    assertThat(fields(json).base64List("many", 2)).hasSize(2);
    for (Consumer<JsonFields> read :
        List.<Consumer<JsonFields>>of(
            f -> f.base64("bad", 10),
            f -> f.base64("absent", 10),
            f -> f.base64List("many", 1),
            f -> f.base64List("wrong", 1),
            f -> f.base64List("one", 1),
            f -> f.hex("one", 3))) {
      assertThatExceptionOfType(JsonShapeException.class)
          .isThrownBy(() -> read.accept(fields(json)));
    }
  }

  private static boolean allowed(String field, ObjectNode bad) {
    boolean heightBeforeFirstBlock =
        List.of("indexed", "head", "finalized").contains(field) && bad.get(field).asInt() == -1;
    return heightBeforeFirstBlock && bad.get(field).isInt();
  }

  private static void assertRefused(ObjectNode json, String field) {
    assertThatExceptionOfType(JsonShapeException.class)
        .as("%s in %s", field, json)
        .isThrownBy(() -> readAny(json))
        .satisfies(e -> assertThat(e.field()).isNotEmpty());
  }

  private static void readAny(ObjectNode json) {
    if (json.has("signature") || json.has("listingId")) {
      ListingJson.read(fields(json));
    } else if (json.has("lag")) {
      StatusJson.read(fields(json));
    } else {
      EditionJson.read(fields(json));
    }
  }

  private static List<String> names(ObjectNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonFields fields(ObjectNode json) {
    return JsonFields.parse(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
