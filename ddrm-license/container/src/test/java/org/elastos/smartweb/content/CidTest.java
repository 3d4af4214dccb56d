// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.elastos.smartweb.chain.Hash256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidTest {
  private static final byte[] HELLO = "hello world".getBytes(StandardCharsets.US_ASCII);
  private static final String RAW = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e";

  @Test
  void namesABlockByItsHash() {
    Cid cid = Cid.of(Cid.Codec.RAW, HELLO);
    assertThat(cid.toString()).isEqualTo(RAW);
    assertThat(cid.matches(HELLO)).isTrue();
    assertThat(cid.matches(new byte[0])).isFalse();
    assertThat(cid.toBytes().size()).isEqualTo(36);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RAW,
        "QmYyLxtzZyW22zpoVAtKANLRHpDjZtNeDjQdJrcQNWoRkJ",
        "bafybeihmf37wcuvtx4hpu7he5zl5qaf2ineo2lqlfrapokkm5zzw7zyhvm",
        "bafyreihdb57fdysx5h35urvxz64ros7zvywshber7id6t6c6fek37jgyfe"
      })
  void readsWhatItWrites(String text) {
    Cid cid = Cid.parse(text).orElseThrow();
    assertThat(cid.toString()).isEqualTo(text);
    assertThat(Cid.fromBytes(cid.bytes())).contains(cid);
    assertThat(Cid.parse("z" + Base58.encode(cid.bytes())).isPresent())
        .isEqualTo(cid.version() == 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "b",
        "x",
        "Qm",
        "QmYyLxtzZyW22zpoVAtKANLRHpDjZtNeDjQdJrcQNWoRk0",
        "QmYyLxtzZyW22zpoVAtKANLRHpDjZtNeDjQdJrcQNWoRkJJ",
        "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5",
        "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5f",
        "BAFKREIFZJUT3TE2NHYEKKLSS27NH3K72YSCO7Y32KOAO5EEI66WOF36N5E",
        "bafkqabiaaebagba",
        "baguqeeraoaewnxu7nonjagzawtdmvczkiyaj73v6amn2xscc2q3jbqf4eivq",
        "z0",
        "../../etc/passwd"
      })
  void refusesOtherTexts(String text) {
    assertThat(Cid.parse(text)).isEmpty();
  }

  @Test
  void refusesOtherBytesAndLongTexts() {
    byte[] good = Cid.of(Cid.Codec.RAW, HELLO).bytes();
    for (int i = 0; i < 4; i++) {
      byte[] changed = good.clone();
      changed[i] ^= 0x40;
      assertThat(Cid.fromBytes(changed)).isEmpty();
    }
    assertThat(Cid.fromBytes(Arrays.copyOf(good, 35))).isEmpty();
    assertThat(Cid.fromBytes(new byte[34])).isEmpty();
    byte[] sha512 = new byte[34];
    sha512[0] = 0x12;
    assertThat(Cid.fromBytes(sha512)).isEmpty();
    assertThat(Cid.parse("b".repeat(129))).isEmpty();
    assertThatThrownBy(() -> new Cid(0, Cid.Codec.RAW, Hash256.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cid(2, Cid.Codec.DAG_PB, Hash256.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesBasesThatReadBack() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      Arrays.fill(bytes, 0, Math.min(bytes.length, random.nextInt(3)), (byte) 0);
      assertThat(Base32.decode(Base32.encode(bytes))).as("seed %d", seed).contains(bytes);
      assertThat(Base58.decode(Base58.encode(bytes))).as("seed %d", seed).contains(bytes);
    }
  }
}
