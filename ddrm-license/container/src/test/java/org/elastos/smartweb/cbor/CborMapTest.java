// SPDX-License-Identifier: MIT
package org.elastos.smartweb.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;

class CborMapTest {
  private final byte[] record =
      Cbor.map()
          .put("v", 1)
          .put("t", "terms")
          .put("id", Hash256.ZERO)
          .put("who", EvmAddress.ZERO)
          .put("raw", new byte[] {1})
          .put("data", Bytes.EMPTY)
          .put("flag", true)
          .put("list", Cbor.array(Cbor.of(1), Cbor.of(2)))
          .put("sub", Cbor.map().put("n", 5).build())
          .put("prev", Cbor.nothing())
          .putIfPresent("there", Optional.of(Cbor.of(9)))
          .putIfPresent("absent", Optional.empty())
          .encode();

  @Test
  void readsARecordKeyByKey() {
    CborMap map = DagCbor.decode(record).asMap();
    map.expect("v", 1).expect("t", "terms");
    assertThat(map.bytes32("id")).isEqualTo(Hash256.ZERO);
    assertThat(map.address("who")).isEqualTo(EvmAddress.ZERO);
    assertThat(map.bytes("raw", 1).size()).isEqualTo(1);
    assertThat(map.bytes("data").size()).isZero();
    assertThat(map.bool("flag")).isTrue();
    assertThat(map.array("list", Cbor::asUint)).containsExactly(1L, 2L);
    CborMap sub = map.map("sub");
    assertThat(sub.uint("n", 5)).isEqualTo(5);
    sub.end();
    assertThat(map.nullable("prev", Cbor::asHash)).isEmpty();
    assertThat(map.remaining()).containsExactly("there");
    assertThat(map.optional("there", Cbor::asUint)).contains(9L);
    assertThat(map.optional("absent", Cbor::asUint)).isEmpty();
    map.end();
  }

  @Test
  void refusesWhatIsMissingUnexpectedOrLeftOver() {
    refuses(map -> map.uint("nowhere"), "a key is missing");
    refuses(map -> map.expect("v", 2), "a version or constant is not the expected one");
    refuses(map -> map.expect("t", "face"), "a type or constant is not the expected one");
    refuses(map -> map.uint("there", 8), "a number is too large");
    refuses(map -> map.bytes("raw", 2), "a byte string has another length");
    refuses(
        map -> {
          map.end();
          return map;
        },
        "an unknown key is present");
  }

  @Test
  void readsNullableValuesThatAreThere() {
    CborMap map = Cbor.map().put("prev", Hash256.ZERO).build().asMap();
    assertThat(map.nullable("prev", Cbor::asHash)).contains(Hash256.ZERO);
  }

  @Test
  void refusesAKeyGivenTwice() {
    assertThatThrownBy(() -> Cbor.map().put("a", 1).put("a", 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void turnsParsedValuesIntoOptionals() {
    assertThat(DagCbor.parse(new byte[] {1}, Cbor::asUint).toOptional()).contains(1L);
    assertThat(DagCbor.parse(new byte[] {1}, Cbor::asText).toOptional()).isEmpty();
  }

  private void refuses(Function<CborMap, Object> read, String reason) {
    assertThat(DagCbor.parse(record, value -> read.apply(value.asMap())))
        .isEqualTo(new Parsed.Malformed<>(reason));
  }
}
