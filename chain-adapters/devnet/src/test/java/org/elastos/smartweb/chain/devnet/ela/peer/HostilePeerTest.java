// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.ela.chain.TestChain;
import org.elastos.smartweb.chain.devnet.ela.rules.OutPoint;
import org.elastos.smartweb.chain.ela.Decoded;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.tx.TxOutput;
import org.junit.jupiter.api.Test;

/// Spoiled messages: each is refused or understood, and what is understood can be used.
class HostilePeerTest {
  private static final int ROUNDS = 20_000;
  private static final long MAGIC = 2_018_201;
  private static final ElaTransaction TRANSACTION =
      TestChain.transfer(
          List.of(TestChain.input(new OutPoint(Hash256.ZERO, 1))),
          List.of(TxOutput.of(TestChain.owner(TestChain.key("a")), new Sela(1))));

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void neverFailsOnAFilter() {
    byte[] good =
        HexFormat.of().parseHex("0111" + "04ffff00ff" + "03000000" + "ffffffff" + "01" + "020814");
    for (int i = 0; i < ROUNDS; i++) {
      Decoded<Optional<PeerFilter>> read = PeerFilter.read(Bytes.of(spoiled(good)));
      if (read instanceof Decoded.Value<Optional<PeerFilter>>(Optional<PeerFilter> filter)) {
        filter.ifPresent(each -> {
          each.matchesInBlock(TRANSACTION);
          each.matchesWaiting(TRANSACTION);
        });
      }
    }
  }

  @Test
  void neverFailsOnAVersionOrAnInventory() {
    byte[] version = TestPeer.version();
    byte[] inventory = InvVect.encode(List.of(new InvVect(4, Hash256.ZERO))).bytes();
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = spoiled(version);
      if (ElaReader.decode(bytes, Version::read) instanceof Decoded.Value<Version>(Version read)) {
        assertThat(read.encoded().bytes()).as("seed %d", seed).isEqualTo(bytes);
      }
      byte[] list = spoiled(inventory);
      if (ElaReader.decode(list, InvVect::readAll)
          instanceof Decoded.Value<List<InvVect>>(List<InvVect> read)) {
        assertThat(InvVect.encode(read).bytes()).as("seed %d", seed).isEqualTo(list);
      }
    }
  }

  @Test
  void neverFailsOnAFrame() {
    byte[] good = new Frame("ping", Bytes.of(new byte[8])).encoded(MAGIC);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = spoiled(good);
      try {
        Frame read = Frame.read(new ByteArrayInputStream(bytes), MAGIC);
        assertThat(bytes).as("seed %d", seed).startsWith(read.encoded(MAGIC));
      } catch (IOException e) {
        assertThat(e).as("seed %d", seed).hasMessageNotContaining("null");
      }
    }
  }

  /// Flipped, cut or lengthened somewhere.
  private byte[] spoiled(byte[] good) {
    byte[] bytes = good.clone();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(8));
      }
    }
    return bytes;
  }
}
