// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.elastos.smartweb.crypto.Sha256;
import org.junit.jupiter.api.Test;

class NativeBinaryTest {
  @Test
  void knowsABinaryForLinuxOnly() {
    NativeBinary intel = NativeBinary.forPlatform("Linux", "amd64").orElseThrow();
    assertThat(NativeBinary.forPlatform("Linux", "x86_64")).contains(intel);
    assertThat(NativeBinary.forPlatform("Linux", "aarch64")).isPresent().get().isNotEqualTo(intel);
    assertThat(NativeBinary.forPlatform("Linux", "riscv64")).isEmpty();
    assertThat(NativeBinary.forPlatform("Windows 11", "amd64")).isEmpty();
  }

  @Test
  void bothBinariesTravelWithTheirCommittedHashes() throws IOException {
    for (String architecture : new String[] {"amd64", "aarch64"}) {
      NativeBinary binary = NativeBinary.forPlatform("Linux", architecture).orElseThrow();
      try (var in = NativeBinary.class.getResourceAsStream(binary.resource())) {
        assertThat(Sha256.of(in.readAllBytes()).hex()).isEqualTo(binary.sha256());
      }
    }
  }

  @Test
  void refusesABinaryThatIsMissingOrDiffersFromItsHash() {
    NativeBinary intel = NativeBinary.forPlatform("Linux", "amd64").orElseThrow();
    assertThat(NativeSecp256k1.load(new NativeBinary("/nowhere.so", intel.sha256()))).isEmpty();
    assertThat(new NativeBinary(intel.resource(), "0".repeat(64)).load()).isFalse();
  }

  @Test
  void aLibraryOfAnotherMachineIsNotLoadedAndLeavesNothingBehind() throws IOException {
    String foreign = System.getProperty("os.arch").equals("aarch64") ? "amd64" : "aarch64";
    NativeBinary binary = NativeBinary.forPlatform("Linux", foreign).orElseThrow();
    long before = leftovers();
    assertThat(binary.load()).isFalse();
    assertThat(leftovers()).isEqualTo(before);
  }

  private static long leftovers() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("smartweb-native-"))
          .count();
    }
  }
}
