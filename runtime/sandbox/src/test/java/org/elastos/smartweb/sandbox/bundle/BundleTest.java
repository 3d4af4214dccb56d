// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.crypto.Ed25519;
import org.elastos.smartweb.crypto.Sha256;
import org.junit.jupiter.api.Test;

class BundleTest {
  private static final SecretBytes SEED = SecretBytes.copyOf(new byte[32]);
  private static final SecretBytes OTHER = SecretBytes.copyOf(Sha256.of(new byte[1]).bytes());
  private static final Bytes KEY = Ed25519.publicKey(SEED);
  private static final Bytes OTHER_KEY = Ed25519.publicKey(OTHER);
  private static final Bytes MODULE = Bytes.fromHex("0061736d01000000");

  private static Bundle bundle() {
    var files = new LinkedHashMap<String, Bytes>();
    files.put("m", MODULE);
    files.put("l", MODULE);
    files.put("p", Bytes.EMPTY);
    var draft =
        new Manifest(
            KEY,
            "app",
            3,
            "1.2.3",
            List.of(),
            "m",
            "l",
            List.of("video", "audio", "audio"),
            CapsuleLimits.CEILING,
            List.of("b/b", "a/a"),
            List.of(KEY, OTHER_KEY, KEY),
            Optional.of(Hash256.ZERO));
    return Bundle.pack(draft, files, Map.of("m", Role.MAIN, "l", Role.LOADER));
  }

  @Test
  void readsBackWhatItWrote() {
    Bundle written = bundle().sign(SEED).sign(OTHER);

    assertThat(Bundle.parse(written.encode())).isEqualTo(new BundleParse.Read(written));
    assertThat(written.manifest().requests()).containsExactly("audio", "video");
    assertThat(written.manifest().renders()).containsExactly("a/a", "b/b");
    assertThat(written.manifest().keys()).hasSize(2);
    assertThat(written.signatures()).hasSize(2).allMatch(s -> s.verifies(written.releaseId()));
    assertThat(written.manifest().requests("audio")).isTrue();
    assertThat(written.manifest().indexOf("p")).isEqualTo(2);
    assertThat(written.manifest().indexOf("none")).isEqualTo(-1);
  }

  @Test
  void theOrderOfSigningDoesNotMatter() {
    assertThat(bundle().sign(SEED).sign(OTHER).encode())
        .isEqualTo(bundle().sign(OTHER).sign(SEED).encode());
  }

  /// The bundle with another manifest and other signatures, in the file's own layout.
  private static byte[] file(byte[] manifest, byte[] signatures) {
    ByteBuffer out = ByteBuffer.allocate(16_384);
    out.put(bundle().encode(), 0, 12);
    out.putInt(manifest.length).put(manifest).putInt(signatures.length).put(signatures);
    for (Bytes module : bundle().modules()) {
      out.putInt(module.size()).put(module.bytes());
    }
    byte[] file = new byte[out.position()];
    out.flip().get(file);
    return file;
  }

  private static SortedMap<String, Cbor> manifest() {
    byte[] bytes = ManifestCodec.encode(bundle().manifest());
    return switch (DagCbor.decode(bytes)) {
      case Cbor.Dict(SortedMap<String, Cbor> entries) -> new TreeMap<>(entries);
      default -> throw new AssertionError();
    };
  }

  private static void assertMalformed(byte[] file) {
    assertThat(Bundle.parse(file)).isInstanceOf(BundleParse.Malformed.class);
  }

  private static void assertRefused(Consumer<SortedMap<String, Cbor>> change) {
    SortedMap<String, Cbor> entries = manifest();
    change.accept(entries);
    assertMalformed(file(new Cbor.Dict(entries).encode(), Cbor.array().encode()));
  }

  private static Cbor module(String path, String role) {
    return Cbor.map()
        .put("path", path)
        .put("len", 8)
        .put("sha256", Hash256.ZERO)
        .put("role", role)
        .build();
  }

  @Test
  void refusesManifestsOfAnotherShape() {
    assertThat(Bundle.parse(file(new Cbor.Dict(manifest()).encode(), Cbor.array().encode())))
        .isInstanceOf(BundleParse.Read.class);
    assertRefused(m -> m.put("v", Cbor.of(2)));
    assertRefused(m -> m.put("abi", Cbor.of(2)));
    assertRefused(m -> m.put("more", Cbor.of(2)));
    assertRefused(m -> m.remove("prev"));
    assertRefused(m -> m.put("name", Cbor.of("")));
    assertRefused(m -> m.put("name", Cbor.of("n".repeat(129))));
    assertRefused(m -> m.put("name", Cbor.of("a\nb")));
    assertRefused(m -> m.put("genesisKey", Cbor.of(new byte[32])));
    assertRefused(m -> m.put("release", Cbor.of(1L << 31)));
    assertRefused(m -> m.put("requests", Cbor.array(Cbor.of("b"), Cbor.of("a"))));
    assertRefused(m -> m.put("requests", Cbor.array(Cbor.of("a"), Cbor.of("a"))));
    assertRefused(m -> m.put("keys", Cbor.array()));
    assertRefused(m -> m.put("keys", Cbor.array(Cbor.of(KEY), Cbor.of(KEY))));
    assertRefused(m -> m.put("limits", Cbor.map().put("calls", 1).build()));
  }

  @Test
  void refusesTooManyOfAnything() {
    assertRefused(m ->
        m.put(
            "requests",
            Cbor.array(IntStream.range(100, 165).mapToObj(i -> Cbor.of("r" + i)).toList())));
    assertRefused(m ->
        m.put(
            "modules",
            Cbor.array(IntStream.range(0, 65).mapToObj(i -> module("m" + i, "part")).toList())));
  }

  @Test
  void refusesRolesThatDoNotFit() {
    for (Cbor[] modules :
        List.of(
            new Cbor[] {module("m", "main"), module("l", "loader"), module("p", "driver")},
            new Cbor[] {module("m", "main"), module("l", "loader"), module("l", "part")},
            new Cbor[] {module("m", "main"), module("l", "loader"), module("p", "main")},
            new Cbor[] {module("m", "main"), module("l", "part"), module("p", "part")},
            new Cbor[] {module("m", "part"), module("l", "loader"), module("p", "part")},
            new Cbor[] {module("x", "main"), module("l", "loader"), module("p", "part")})) {
      assertRefused(m -> m.put("modules", Cbor.array(modules)));
    }
  }

  @Test
  void refusesSignaturesOfAnotherShape() {
    byte[] manifest = ManifestCodec.encode(bundle().manifest());
    Cbor good = Cbor.array(Cbor.of(KEY), Cbor.of(new byte[64]));
    Cbor[] many = new Cbor[9];
    Arrays.setAll(
        many,
        i -> {
          byte[] key = new byte[32];
          key[0] = (byte) (i + 1);
          return Cbor.array(Cbor.of(key), Cbor.of(new byte[64]));
        });
    for (Cbor signatures :
        List.of(
            Cbor.array(good, good),
            Cbor.array(many),
            Cbor.array(Cbor.array(Cbor.of(KEY))),
            Cbor.array(Cbor.array(Cbor.of(KEY), Cbor.of(new byte[63]))),
            Cbor.of("none"))) {
      assertMalformed(file(manifest, signatures.encode()));
    }
  }

  @Test
  void refusesLengthsThatDoNotFit() {
    byte[] file = bundle().encode();
    ByteBuffer.wrap(file).putInt(12, -1);
    assertMalformed(file);
    ByteBuffer.wrap(file).putInt(12, Integer.MAX_VALUE);
    assertMalformed(file);
    assertMalformed(new byte[12]);
  }
}
