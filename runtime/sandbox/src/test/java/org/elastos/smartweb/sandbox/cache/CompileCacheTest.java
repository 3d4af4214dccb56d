// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileCacheTest {
  private static final Hash256 MODULE = Hash256.ZERO;
  private static final byte[] CODE = {1, 2, 3};

  @TempDir Path folder;
  private CompileCache cache;

  @BeforeEach
  void open() {
    cache = new CompileCache(folder.resolve("made"), key(1));
  }

  private static SecretBytes key(int number) {
    byte[] key = new byte[32];
    key[0] = (byte) number;
    return SecretBytes.take(key);
  }

  private Path entry() throws IOException {
    try (var files = Files.list(folder.resolve("made"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  @Test
  void givesBackWhatWasPut() {
    assertThat(cache.get(MODULE, "engine/1")).isEmpty();
    cache.put(MODULE, "engine/1", CODE);

    assertThat(cache.get(MODULE, "engine/1")).contains(CODE);
    assertThat(new CompileCache(folder.resolve("made"), key(1)).get(MODULE, "engine/1"))
        .contains(CODE);
  }

  @Test
  void anotherEngineModuleOrKeyFindsNothing() {
    cache.put(MODULE, "engine/1", CODE);

    assertThat(cache.get(MODULE, "engine/2")).isEmpty();
    assertThat(cache.get(Hash256.of(new byte[32]), "engine/1")).isPresent();
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(cache.get(Hash256.of(other), "engine/1")).isEmpty();
    assertThat(new CompileCache(folder.resolve("made"), key(2)).get(MODULE, "engine/1")).isEmpty();
  }

  @Test
  void refusesEveryChangedByteAndEveryTruncation() throws IOException {
    cache.put(MODULE, "engine/1", CODE);
    Path file = entry();
    byte[] good = Files.readAllBytes(file);
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      assertTampered(file, bad);
      assertTampered(file, Arrays.copyOf(good, i));
    }
    Files.write(file, good);
    assertThat(cache.get(MODULE, "engine/1")).contains(CODE);
  }

  private void assertTampered(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    assertThatExceptionOfType(TamperedCacheException.class)
        .isThrownBy(() -> cache.get(MODULE, "engine/1"));
  }

  @Test
  void saysWhenTheFolderCannotBeUsed() throws IOException {
    Path file = Files.write(folder.resolve("file"), CODE);
    var broken = new CompileCache(file, key(1));

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> broken.put(MODULE, "engine/1", CODE));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> broken.get(MODULE, "engine/1"));
  }
}
