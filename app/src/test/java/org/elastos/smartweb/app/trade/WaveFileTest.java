// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaveFileTest {
  @TempDir private Path folder;

  @Test
  void statesTheTrueLengths() throws IOException {
    Path file = Files.write(folder.resolve("x.wav"), new byte[44 + 1000]);
    WaveFile.stateLength(file, 1044);
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(in.getInt(4)).isEqualTo(1036);
    assertThat(in.getInt(40)).isEqualTo(1000);
    assertThat(in.capacity()).isEqualTo(1044);
  }

  @Test
  void leavesAStreamAsItIsWhenItIsNoWaveFileOrTooLong() throws IOException {
    Path file = Files.write(folder.resolve("x.wav"), new byte[44]);
    WaveFile.stateLength(file, 10);
    WaveFile.stateLength(file, 1L << 33);
    assertThat(Files.readAllBytes(file)).containsOnly(0);
  }
}
