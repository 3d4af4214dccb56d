// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.function.Function;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrimitivesTest {
  @ParameterizedTest
  @CsvSource({
    "0,00",
    "252,fc",
    "253,fdfd00",
    "65535,fdffff",
    "65536,fe00000100",
    "4294967295,feffffffff",
    "4294967296,ff0000000001000000",
    "-1,ffffffffffffffffff"
  })
  void readsAndWritesNumbersInTheirShortestForm(long number, String hex) {
    assertThat(new ElaWriter().varUint(number).toBytes().hex()).isEqualTo(hex);
    assertThat(read(hex, in -> in.varUint("n"))).isEqualTo(new Decoded.Value<>(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fd0000",
        "fdfc00",
        "fe00000000",
        "feffff0000",
        "ff0000000000000000",
        "ffffffffff00000000"
      })
  void refusesLongerFormsOfNumbers(String hex) {
    assertThat(read(hex, in -> in.varUint("n")))
        .isEqualTo(new Decoded.Refused<>(Refusal.NON_CANONICAL_VARUINT, 0, "n"));
  }

  @Test
  void refusesLengthsAndCountsBeyondLimitAndInput() {
    Decoded<?> tooLong = new Decoded.Refused<>(Refusal.LENGTH_OUT_OF_BOUNDS, 0, "n");
    Decoded<?> truncated = new Decoded.Refused<>(Refusal.TRUNCATED, 1, "n");

    assertThat(read("0401020304", in -> in.varBytes(3, "n"))).isEqualTo(tooLong);
    assertThat(read("04010203", in -> in.varBytes(9, "n"))).isEqualTo(truncated);
    assertThat(read("ffffffffffffffffff", in -> in.varBytes(9, "n"))).isEqualTo(tooLong);
    assertThat(read("03aabb", in -> in.list(1, "n", r -> r.u8("n")))).isEqualTo(tooLong);
    assertThat(read("ffffffffaabb", in -> in.count32(1, "n"))).isEqualTo(tooLong);
    assertThat(read("ffffffffffffffffaa", in -> in.count64(1, "n"))).isEqualTo(tooLong);
    assertThat(read("ffffffffffffffffff", in -> in.count(1, "n"))).isEqualTo(tooLong);
    assertThat(read("02", in -> in.bool("n")))
        .isEqualTo(new Decoded.Refused<>(Refusal.NON_CANONICAL_BOOLEAN, 0, "n"));
    assertThat(read("01", in -> in.bool("n"))).isEqualTo(new Decoded.Value<>(true));
    assertThat(read("010203", in -> in.u8("n")))
        .isEqualTo(new Decoded.Refused<>(Refusal.TRAILING_BYTES, 1, "end"));
  }

  @Test
  void refusesToWriteNumbersThatDoNotFit() {
    assertThatThrownBy(() -> new ElaWriter().u8(256)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ElaWriter().u16(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ElaWriter().u32(1L << 32))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] large = new byte[100_000];
    assertThat(new ElaWriter().raw(large).u32(7).toArray()).hasSize(100_004).endsWith(7, 0, 0, 0);
  }

  @Test
  void mapsAndUnwrapsOutcomes() {
    Decoded<Integer> value = new Decoded.Value<>(7);
    Decoded<Integer> refused = new Decoded.Refused<>(Refusal.TRUNCATED, 3, "x");

    assertThat(value.map(n -> n + 1).orElseThrow()).isEqualTo(8);
    assertThat(refused.map(n -> n + 1))
        .isEqualTo(new Decoded.Refused<Integer>(Refusal.TRUNCATED, 3, "x"));
    assertThatThrownBy(refused::orElseThrow)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytes refused: code=truncated offset=3 field=x");
  }

  @Test
  void keepsAmountsExact() {
    assertThat(Sela.ofEla("1.5")).isEqualTo(new Sela(150_000_000));
    assertThat(new Sela(150_000_000)).hasToString("1.50000000");
    assertThat(Sela.ofEla("-0.00000001")).isEqualTo(new Sela(-1));
    assertThat(new Sela(3).toWei()).isEqualTo(BigInteger.valueOf(30_000_000_000L));
    assertThat(Sela.ofWei(new Sela(Long.MAX_VALUE).toWei())).isEqualTo(new Sela(Long.MAX_VALUE));
    assertThat(new Sela(5).plus(new Sela(6)).minus(new Sela(1))).isEqualTo(new Sela(10));
    assertThat(new Sela(5)).isGreaterThan(Sela.ZERO);
    assertThatThrownBy(() -> Sela.ofWei(BigInteger.ONE)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Sela(Long.MAX_VALUE).plus(new Sela(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Sela(Long.MIN_VALUE).minus(new Sela(1)))
        .isInstanceOf(ArithmeticException.class);
    for (String text : new String[] {"", "1e3", "1.", ".5", "0.000000001", "999999999999", "+1"}) {
      assertThatThrownBy(() -> Sela.ofEla(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void looksIntoBytesWithoutLettingThemChange() {
    byte[] bytes = HexFormat.of().parseHex("00112233445566778899");
    Slice slice = Slice.copyOf(bytes);
    bytes[0] = 9;

    assertThat(slice.at(0)).isZero();
    assertThat(slice.u32(1)).isEqualTo(0x44332211L);
    assertThat(slice.slice(8, 2)).isEqualTo(Slice.copyOf(HexFormat.of().parseHex("8899")));
    assertThat(slice.slice(8, 2)).hasSameHashCodeAs(Slice.copyOf(HexFormat.of().parseHex("8899")));
    assertThat(slice.indexOf(new byte[] {0x77, (byte) 0x88}, 0)).isEqualTo(7);
    assertThat(slice.indexOf(new byte[] {0x77, (byte) 0x88}, 8)).isEqualTo(-1);
    assertThat(slice).hasToString("0x00112233445566778899");
    byte[] out = new byte[4];
    slice.copyTo(2, out, 1, 2);
    assertThat(out).containsExactly(0, 0x22, 0x33, 0);
    assertThatThrownBy(() -> slice.at(10)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> slice.u32(7)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> slice.slice(9, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> slice.hash256(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void foldsABranchWithSiblingsOnTheSideThatTheIndexSays() {
    Hash256 leaf = Sha256d.of(new byte[] {1});
    Hash256 first = Sha256d.of(new byte[] {2});
    Hash256 second = Sha256d.of(new byte[] {3});
    Slice branch = Slice.copyOf(new ElaWriter().hash256(first).hash256(second).toArray());

    byte[] right = leaf.bytes();
    new Sha256d().fold(right, branch, 2);
    assertThat(Hash256.of(right)).isEqualTo(Sha256d.of(second, Sha256d.of(leaf, first)));
    byte[] left = leaf.bytes();
    new Sha256d().fold(left, branch, 1);
    assertThat(Hash256.of(left)).isEqualTo(Sha256d.of(Sha256d.of(first, leaf), second));
    assertThatThrownBy(() -> new Sha256d().fold(left, Slice.copyOf(new byte[33]), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sha256d().fold(new byte[31], branch, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new Sha256d().hash(left, 0, 32, new byte[31], 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void comparesProgramHashesByTheirBytes() {
    ProgramHash hash = ProgramHash.fromHex("21" + "ab".repeat(20));

    assertThat(hash.prefix()).isEqualTo(0x21);
    assertThat(hash.codeHash()).hasSize(20).containsOnly(0xab);
    assertThat(hash).isEqualTo(ProgramHash.of(hash.bytes())).hasToString("21" + "ab".repeat(20));
    assertThat(hash).hasSameHashCodeAs(ProgramHash.of(hash.bytes()));
    assertThatThrownBy(() -> ProgramHash.of(new byte[20]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static <T> Decoded<T> read(String hex, Function<ElaReader, T> shape) {
    return ElaReader.decode(Bytes.fromHex(hex).bytes(), shape);
  }
}
