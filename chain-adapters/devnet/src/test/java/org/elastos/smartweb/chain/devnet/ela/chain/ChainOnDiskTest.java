// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.DevnetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a start finds of the chain.
class ChainOnDiskTest {
  @TempDir Path directory;

  @Test
  void goesOnAfterARestartWhereItStopped() {
    List<Hash256> hashes;
    List<Unspent> coins;
    try (DevChain chain = open()) {
      TestChain.fund(chain, TestChain.owner(TestChain.key("a")), 1_000);
      hashes = chain.above(List.of(), Hash256.ZERO, 100);
      coins = chain.unspent(chain.wallet().owner());
    }
    try (DevChain chain = open()) {
      assertThat(chain.above(List.of(), Hash256.ZERO, 100)).isEqualTo(hashes);
      assertThat(chain.unspent(chain.wallet().owner())).isEqualTo(coins);
      chain.mine(1);
      assertThat(chain.height()).isEqualTo(hashes.size() + 1L);
    }
  }

  @Test
  void cutsATornTailOffWhereverItWasTorn() throws IOException {
    Path blocks = directory.resolve("blocks");
    byte[] before;
    byte[] after;
    try (DevChain chain = open()) {
      chain.mine(2);
      before = Files.readAllBytes(blocks);
      chain.mine(1);
      after = Files.readAllBytes(blocks);
    }
    for (int torn : List.of(1, 3, 4, 7, 9, 500, after.length - before.length - 1)) {
      Files.write(blocks, Arrays.copyOf(after, before.length + torn));
      try (DevChain chain = open()) {
        assertThat(chain.height()).as("torn after %d bytes", torn).isEqualTo(2);
      }
      assertThat(Files.size(blocks)).isEqualTo(before.length);
    }
    Files.write(blocks, Arrays.copyOf(before, before.length + 100));
    try (DevChain chain = open()) {
      assertThat(chain.mine(1)).hasSize(1);
    }
    try (DevChain chain = open()) {
      assertThat(chain.height()).isEqualTo(3);
    }
  }

  @Test
  void refusesAFileThatIsDamagedBeforeItsEnd() throws IOException {
    try (DevChain chain = open()) {
      chain.mine(1);
      chain.mine(1);
    }
    Path blocks = directory.resolve("blocks");
    byte[] bytes = Files.readAllBytes(blocks);
    bytes[200] ^= 1;
    Files.write(blocks, bytes);
    assertThatThrownBy(this::open)
        .isInstanceOf(DevnetException.class)
        .hasMessageContaining("damaged");
    assertThat(Files.readAllBytes(blocks)).isEqualTo(bytes);
  }

  @Test
  void refusesEveryChangeOfALengthAndOfACompleteLastRecord() throws IOException {
    Path blocks = directory.resolve("blocks");
    List<Integer> records = new ArrayList<>();
    try (DevChain chain = open()) {
      for (int i = 0; i < 3; i++) {
        records.add((int) Files.size(blocks));
        chain.mine(1 + i);
      }
    }
    byte[] sound = Files.readAllBytes(blocks);
    for (int at : records) {
      for (int bit = 0; bit < 32; bit++) {
        refuses(blocks, sound, at + bit / 8, 1 << bit % 8);
      }
    }
    for (int place = records.getLast() + 4; place < sound.length; place += 97) {
      refuses(blocks, sound, place, 0x10);
    }
  }

  private void refuses(Path blocks, byte[] sound, int place, int change) throws IOException {
    byte[] damaged = sound.clone();
    damaged[place] ^= (byte) change;
    Files.write(blocks, damaged);
    assertThatThrownBy(this::open)
        .as("byte %d changed by %x", place, change)
        .isInstanceOf(DevnetException.class)
        .hasMessageContaining("damaged");
    assertThat(Files.readAllBytes(blocks)).isEqualTo(damaged);
  }

  @Test
  void cutsOffARecordOfWhichSectorsNeverArrived() throws IOException {
    Path blocks = directory.resolve("blocks");
    int before;
    byte[] after;
    try (DevChain chain = open()) {
      chain.mine(2);
      before = (int) Files.size(blocks);
      chain.mine(2);
      after = Files.readAllBytes(blocks);
    }
    int sector = (before / 512 + 2) * 512;
    for (int[] lost :
        new int[][] {
          {before, after.length}, {sector, sector + 512}, {sector, after.length}, {before, sector}
        }) {
      byte[] torn = after.clone();
      Arrays.fill(torn, lost[0], lost[1], (byte) 0);
      Files.write(blocks, torn);
      if (lost[0] == before && lost[1] == sector) {
        // Even the length is missing while later sectors are there: no longer told from damage.
        assertThatThrownBy(this::open).hasMessageContaining("damaged");
        continue;
      }
      try (DevChain chain = open()) {
        assertThat(chain.height()).as("lost %d to %d", lost[0], lost[1]).isEqualTo(2);
      }
    }
  }

  @Test
  void refusesASecondNodeAndAnotherChainInTheSameDirectory() throws IOException {
    try (DevChain _ = open()) {
      assertThatThrownBy(this::open).hasMessageContaining("another development node");
    }
    assertThatThrownBy(() -> TestChain.open(directory, TestChain.RULES.withMaturity(9)))
        .hasMessageContaining("of another chain");
    Files.writeString(directory.resolve("seed"), "00".repeat(32), StandardOpenOption.WRITE);
    assertThatThrownBy(this::open).hasMessageContaining("of another chain");
    Files.writeString(directory.resolve("seed"), "no seed");
    assertThatThrownBy(this::open).hasMessageContaining("64 hexadecimal digits");
  }

  @Test
  void stopsAtAFaultInsteadOfReportingWhatIsNotOnDisk() {
    DevChain closed = open();
    closed.mine(2);
    closed.close();
    assertThatThrownBy(() -> closed.mine(1)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(closed::height).hasMessageContaining("stopped at a fault");
    assertThatThrownBy(() -> closed.mine(1)).hasMessageContaining("stopped at a fault");
    try (DevChain chain = open()) {
      assertThat(chain.height()).isEqualTo(2);
    }
  }

  @Test
  void keepsItsSeedFromOthers() throws IOException {
    try (DevChain _ = open()) {
      assertThat(Files.getPosixFilePermissions(directory.resolve("seed")))
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
  }

  private DevChain open() {
    return TestChain.open(directory, TestChain.RULES);
  }
}
