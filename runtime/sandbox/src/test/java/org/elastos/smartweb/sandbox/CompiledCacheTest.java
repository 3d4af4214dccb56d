// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.sandbox.bundle.Bundle;
import org.elastos.smartweb.sandbox.cache.CompileCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledCacheTest {
  @TempDir Path folder;

  private LoadOutcome load(Bundle bundle) {
    var policy = LoadPolicy.standard().with(new CompileCache(folder, Bundles.seed(9)));
    return new CapsuleLoader(Bundles.host()).load(bundle.encode(), policy);
  }

  @Test
  void aCachedCapsuleRunsAndATamperedEntryIsRefused() throws IOException {
    Bundle bundle = Bundles.signed(Bundles.returning(5));
    assertThat(load(bundle)).isInstanceOf(LoadOutcome.Loaded.class);
    List<Path> entries;
    try (var files = Files.list(folder)) {
      entries = files.toList();
    }
    assertThat(entries).hasSize(2);

    assertThat(load(bundle))
        .isInstanceOfSatisfying(
            LoadOutcome.Loaded.class,
            loaded ->
                assertThat(loaded.capsule().start(Grants.of()).await())
                    .isInstanceOfSatisfying(
                        RunOutcome.Finished.class,
                        finished -> assertThat(finished.code()).isEqualTo(5)));

    for (Path entry : entries) {
      byte[] good = Files.readAllBytes(entry);
      byte[] bad = good.clone();
      bad[bad.length / 2] ^= 1;
      Files.write(entry, bad);
      assertThat(load(bundle))
          .isInstanceOfSatisfying(
              LoadOutcome.Refused.class,
              refused -> {
                assertThat(refused.code()).isEqualTo(RefusalCode.COMPILED_CACHE_TAMPERED);
                assertThat(refused.code().code()).isEqualTo("compiled_cache_tampered");
              });
      Files.write(entry, good);
    }
  }

  @Test
  void mutantsOfARealModuleEndAsValues() {
    Bundle real = OwnCapsules.audioPlayer(Bundles.DEVELOPER);
    byte[] loader = real.modules().get(1).bytes();
    Bundle small = Bundles.pack(Bundles.draft(), Bundles.returning(1));
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 80; i++) {
      byte[] mutant = loader.clone();
      mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
      var changed =
          new Bundle(
              small.manifest(),
              small.releaseId(),
              small.signatures(),
              List.of(small.modules().getFirst(), Bytes.of(mutant)));
      LoadOutcome outcome =
          new CapsuleLoader(Bundles.host()).prepare(changed, LoadPolicy.standard());
      assertThat(outcome).as("seed %d", seed).isNotNull();
    }
  }
}
