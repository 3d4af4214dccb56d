// SPDX-License-Identifier: MIT
package org.elastos.smartweb.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.crypto.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DagCborTest {
  @Test
  void readsAndWritesEveryFixtureWithoutFloats() {
    int kept = 0;
    int floats = 0;
    for (JsonNode vector : Vectors.json("ipld-dag-cbor.json").get("vectors")) {
      byte[] bytes = Vectors.hex(vector.get("hex"));
      switch (DagCbor.parse(bytes, value -> value)) {
        case Parsed.Ok<Cbor>(Cbor value) -> {
          assertThat(value.encode()).as(vector.get("name").asText()).isEqualTo(bytes);
          kept++;
        }
        case Parsed.Malformed<Cbor>(String reason) -> {
          assertThat(reason)
              .as(vector.get("name").asText())
              .isEqualTo("a float or an unknown simple value");
          floats++;
        }
      }
    }
    assertThat(kept + floats).isEqualTo(128);
    assertThat(floats).isEqualTo(28);
  }

  @ParameterizedTest
  @CsvSource({
    "a3636261720363666f6f0163666f6f02, map keys are out of order or repeated",
    "a2616201616102, map keys are out of order or repeated",
    "a262616101616202, map keys are out of order or repeated",
    "1817, an integer or length is not in its shortest form",
    "1900ff, an integer or length is not in its shortest form",
    "1a0000ffff, an integer or length is not in its shortest form",
    "1b00000000ffffffff, an integer or length is not in its shortest form",
    "5817, an integer or length is not in its shortest form",
    "f97e00, a float or an unknown simple value",
    "fa00000000, a float or an unknown simple value",
    "fb0000000000000000, a float or an unknown simple value",
    "f7, a float or an unknown simple value",
    "f818, a float or an unknown simple value",
    "ff, a float or an unknown simple value",
    "5f4101ff, indefinite or reserved length",
    "9fff, indefinite or reserved length",
    "bfff, indefinite or reserved length",
    "1c, indefinite or reserved length",
    "c100, a tag other than 42",
    "d82b420001, a tag other than 42",
    "d82a00, a link holds no byte string",
    "d82a420101, a link does not begin with the identity prefix",
    "d82a4100, a link does not begin with the identity prefix",
    "a10101, a map key is no text",
    "61ff, a text is no valid UTF-8",
    "62c080, a text is no valid UTF-8",
    "63eda080, a text is no valid UTF-8",
    "0000, bytes follow the value",
    "19ff, the input ends early",
    "42ff, a length exceeds the input",
    "9bffffffffffffffff, a length exceeds the input",
    "bb7fffffffffffffff, a length exceeds the input",
    "5bffffffffffffffff, a length exceeds the input",
    "a161, a length exceeds the input",
  })
  void refuses(String hex, String reason) {
    assertThat(DagCbor.parse(HexFormat.of().parseHex(hex), value -> value))
        .isEqualTo(new Parsed.Malformed<>(reason));
  }

  @Test
  void refusesAnEmptyInput() {
    assertThatThrownBy(() -> DagCbor.decode(new byte[0])).isInstanceOf(CborException.class);
  }

  @Test
  void nestsSixteenLevelsAndNoMore() {
    Cbor nested = Cbor.of(1);
    for (int i = 0; i < 16; i++) {
      nested = Cbor.array(nested);
    }
    assertThat(DagCbor.decode(nested.encode())).isEqualTo(nested);
    Cbor deeper = Cbor.array(nested);
    assertThatThrownBy(deeper::encode).isInstanceOf(IllegalArgumentException.class);
    byte[] bytes = HexFormat.of().parseHex("81".repeat(17) + "01");
    assertThatThrownBy(() -> DagCbor.decode(bytes)).hasMessage("nested too deeply");
  }

  @Test
  void ordersKeysByLengthFirst() {
    byte[] bytes = Cbor.map().put("b", 1).put("aa", 2).put("a", 3).put("\u6c34", 4).encode();
    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("a461610361620162616102" + "63e6b0b404");
  }

  @Test
  void keepsTheWholeRangeOfIntegers() {
    BigInteger most = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    for (BigInteger value : new BigInteger[] {most, most.not(), BigInteger.ZERO}) {
      assertThat(DagCbor.decode(Cbor.of(value).encode()).asInteger()).isEqualTo(value);
    }
    BigInteger over = most.add(BigInteger.ONE);
    assertThatThrownBy(() -> Cbor.of(over)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cbor.of(over.not())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToWriteBrokenUnicode() {
    assertThatThrownBy(() -> Cbor.of("\ud800").encode())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void survivesRandomInput() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(1, 24)];
      random.nextBytes(bytes);
      if (DagCbor.parse(bytes, value -> value) instanceof Parsed.Ok<Cbor>(Cbor value)) {
        assertThat(value.encode()).as("seed %d", seed).isEqualTo(bytes);
      }
    }
  }

  @Test
  void roundTripsRandomValues() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Cbor value = random(random, 0);
      assertThat(DagCbor.decode(value.encode())).as("seed %d", seed).isEqualTo(value);
    }
  }

  private static Cbor random(Random random, int depth) {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    String text = HexFormat.of().formatHex(bytes);
    return switch (random.nextInt(depth > 4 ? 6 : 8)) {
      case 0 -> Cbor.of(random.nextLong());
      case 1 -> Cbor.of(bytes);
      case 2 -> Cbor.of(text);
      case 3 -> Cbor.of(random.nextBoolean());
      case 4 -> Cbor.nothing();
      case 5 -> new Cbor.Link(Bytes.of(new byte[] {1, 2, 3}));
      case 6 -> Cbor.array(random(random, depth + 1), random(random, depth + 1));
      default -> {
        TreeMap<String, Cbor> entries = new TreeMap<>();
        entries.put(text, random(random, depth + 1));
        entries.put("k", random(random, depth + 1));
        yield new Cbor.Dict(entries);
      }
    };
  }

  @Test
  void readsKindsStrictly() {
    Cbor number = Cbor.of(7);
    Cbor text = Cbor.of("x");
    for (Supplier<?> wrong :
        List.<Supplier<?>>of(
            text::asInteger,
            text::asUint,
            text::asBytes,
            number::asText,
            number::asBool,
            number::asArray,
            number::asMap,
            number::asLink,
            () -> Cbor.of(-1).asUint(),
            () -> Cbor.of(BigInteger.ONE.shiftLeft(63)).asUint(),
            () -> Cbor.of(new byte[31]).asHash(),
            () -> Cbor.of(new byte[21]).asAddress(),
            () -> Cbor.array(number).asArray(2))) {
      assertThatThrownBy(wrong::get).isInstanceOf(CborException.class);
    }
    assertThat(new Cbor.Link(Bytes.of(new byte[] {1})).asLink().size()).isEqualTo(1);
    assertThat(Cbor.of(true).asBool()).isTrue();
    assertThat(Cbor.array(number).asArray(1)).containsExactly(number);
  }
}
