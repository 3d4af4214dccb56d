// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.cbor.Parsed;
import org.junit.jupiter.api.Test;

class CoreTest {
  private static final Pre PRE = new Pre(Works.CHANNEL, "audio/ogg", Works.hash(1), 1 << 12);

  private final Core core = Core.of(PRE, Works.hash(2), 1 << 15, 10_000, Works.hash(3));

  @Test
  void readsBackWhatItEncodes() {
    assertThat(Core.parse(core.encoded().bytes())).isEqualTo(new Parsed.Ok<>(core));
    assertThat(core.records()).isEqualTo(3);
    assertThat(core.fileLength()).isEqualTo((1 << 15) + 10_000 + 3 * 16);
  }

  @Test
  void countsRecords() {
    assertThat(PRE.recordsOf(0)).isEqualTo(1);
    assertThat(PRE.recordsOf(1)).isEqualTo(1);
    assertThat(PRE.recordsOf(4080)).isEqualTo(1);
    assertThat(PRE.recordsOf(4081)).isEqualTo(2);
  }

  @Test
  void choosesSlotsByLength() {
    assertThat(Pre.slotFor(0)).isEqualTo(1 << 12);
    assertThat(Pre.slotFor((1 << 18) - 1)).isEqualTo(1 << 12);
    assertThat(Pre.slotFor(1 << 18)).isEqualTo(1 << 14);
    assertThat(Pre.slotFor((1 << 22) - 1)).isEqualTo(1 << 14);
    assertThat(Pre.slotFor(1 << 22)).isEqualTo(1 << 16);
    assertThat(Pre.slotFor(-1)).isEqualTo(1 << 16);
  }

  @Test
  void skipsUnknownKeysUnlessCritical() {
    assertThat(Core.parse(with("hint", Cbor.of(1)))).isInstanceOf(Parsed.Ok.class);
    assertThat(Core.parse(with("crit", Cbor.array(Cbor.of("hint")))))
        .isEqualTo(new Parsed.Malformed<>("an unknown critical key"));
  }

  @Test
  void refusesOtherShapes() {
    Cbor pre = PRE.toCbor();
    for (Map.Entry<String, Cbor> change :
        Map.of(
                "v", Cbor.of(2),
                "head", Cbor.of(5000),
                "len", Cbor.of(20_000),
                "n", Cbor.of(4),
                "root", Cbor.of("x"),
                "pre", with(pre, "slot", Cbor.of(8192)),
                "commit", Cbor.nothing())
            .entrySet()) {
      assertThat(Core.parse(with(change.getKey(), change.getValue())))
          .as(change.getKey())
          .isInstanceOf(Parsed.Malformed.class);
    }
    for (Cbor changed :
        new Cbor[] {
          with(pre, "alg", Cbor.of(2)),
          with(pre, "type", Cbor.of("")),
          with(pre, "type", Cbor.of("x".repeat(128))),
          with(pre, "x", Cbor.of(1)),
          with(pre, "creator", Cbor.array(Cbor.of(2), Cbor.of(Works.CHANNEL)))
        }) {
      assertThat(Core.parse(with("pre", changed))).isInstanceOf(Parsed.Malformed.class);
    }
    assertThat(Core.parse(with("head", Cbor.of(0)))).isInstanceOf(Parsed.Malformed.class);
    assertThat(Core.parse(with("head", Cbor.of(1 << 21)))).isInstanceOf(Parsed.Malformed.class);
    long huge = 1L << 45;
    var entries = new TreeMap<>(((Cbor.Dict) decoded()).entries());
    entries.put("len", Cbor.of(huge));
    entries.put("n", Cbor.of(PRE.recordsOf(huge)));
    assertThat(Core.parse(new Cbor.Dict(entries).encode())).isInstanceOf(Parsed.Malformed.class);
  }

  @Test
  void refusesASecondEncodingOfTheSameCore() {
    byte[] bytes = core.encoded().bytes();
    byte[] trailing = Arrays.copyOf(bytes, bytes.length + 1);
    assertThat(Core.parse(trailing)).isEqualTo(new Parsed.Malformed<>("bytes follow the value"));
  }

  @Test
  void refusesPreParametersOutOfBounds() {
    assertThatThrownBy(() -> new Pre(Works.CHANNEL, "", Works.hash(1), 1 << 12))
        .isInstanceOf(CborException.class);
    assertThatThrownBy(() -> new Pre(Works.CHANNEL, "a/b", Works.hash(1), 1 << 13))
        .isInstanceOf(CborException.class);
  }

  private Cbor decoded() {
    return DagCbor.decode(core.encoded().bytes());
  }

  private byte[] with(String key, Cbor value) {
    return with(decoded(), key, value).encode();
  }

  private static Cbor with(Cbor map, String key, Cbor value) {
    var entries = new TreeMap<>(((Cbor.Dict) map).entries());
    entries.put(key, value);
    return new Cbor.Dict(entries);
  }
}
