// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.OptionalLong;
import org.elastos.smartweb.crypto.Sha256;
import org.elastos.smartweb.ddrm.StatementBody.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One container whose every byte is fixed, so that a change of the format cannot pass unnoticed.
class DdrmPinnedTest {
  @TempDir Path folder;

  @Test
  void writesTheSameFileFromTheSameRandomness() throws Exception {
    SecureRandom fixed =
        new SecureRandom() {
          private byte next;

          @Override
          public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, ++next);
          }
        };
    DdrmWriter.Written written =
        new DdrmWriter(fixed)
            .encrypt(
                new ByteArrayInputStream(new byte[10_000]),
                DdrmWriter.Recipe.of(
                    Containers.CREATOR.address(), "audio/ogg", OptionalLong.of(10_000)),
                Containers.dressing(new ArrayList<>()),
                folder.resolve("pinned.ddrm"));
    AssetId asset = written.header().core().assetId();
    assertThat(Works.terms(Place.first(asset)).policy().hash().hex())
        .isEqualTo("0bf72dea3ceb159325a820dc7b3c0ed22d5bf945272f0fb4efe4fcf660f69ff2");
    assertThat(asset.hash().hex())
        .isEqualTo("203d2d8f7abbc4c48eefd2ac7504e3c7107b6b09fe0bac3d2057afffabaeecc8");
    assertThat(Sha256.of(Files.readAllBytes(written.file())).hex())
        .isEqualTo("65df290500d6899ac7ec1d439d4355c9e44aefae487b17818ab1cf6e8830ffd4");
    assertThat(written.blocks().root().toString())
        .isEqualTo("bafkreidf34uqkagwrgnmp3a5ioougvoj4rfo7lsipmlydcvrz5xiqmh72q");
  }
}
