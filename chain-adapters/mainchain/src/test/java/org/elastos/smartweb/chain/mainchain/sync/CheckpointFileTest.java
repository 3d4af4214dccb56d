// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.verify.ArbiterSet;
import org.elastos.smartweb.chain.ela.verify.ChainPoint;
import org.elastos.smartweb.chain.ela.verify.ConsensusState;
import org.elastos.smartweb.chain.ela.verify.ElaNetwork;
import org.elastos.smartweb.chain.mainchain.ChainOrigin;
import org.elastos.smartweb.chain.mainchain.MainchainException;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  @TempDir private Path folder;

  @Test
  void readsBackWhatItWrote() throws IOException {
    for (ChainOrigin origin :
        List.of(
            TestBlocks.confirmed(1).origin(),
            withTurns(TestBlocks.confirmed(2).origin()),
            Origins.genesis(ElaNetwork.MAINNET))) {
      assertThat(read(CheckpointFile.write(origin))).isEqualTo(origin);
    }
  }

  @Test
  void refusesWhatIsNoCheckpoint() throws IOException {
    String sound = CheckpointFile.write(withTurns(TestBlocks.confirmed(3).origin()));
    for (String broken :
        List.of(
            "",
            "[]",
            sound + "x",
            sound.replace("\"version\" : 1", "\"version\" : 2"),
            sound.replace("\"version\" : 1", "\"version\" : 1, \"more\" : 1"),
            sound.replace("\"version\" : 1", "\"version\" : 1, \"version\" : 1"),
            sound.replaceFirst("\"hash\" : \"..", "\"hash\" : \""),
            sound.replace("\"height\" : 0", "\"height\" : -1"),
            sound.replace("\"height\" : 0", "\"height\" : 0.5"),
            sound.replace("\"height\" : 0", "\"height\" : 4294967296"),
            sound.replace("\"network\" : \"test\"", "\"network\" : 1"),
            sound.replaceFirst("\"totalWork\" : \"", "\"totalWork\" : \"-"),
            sound.replaceFirst("\"times\" : \\[[^]]*]", "\"times\" : []"),
            sound.replaceFirst("\"times\" : \\[[^]]*]", "\"times\" : 5"),
            sound.replaceFirst("\"arbiters\" : \\[[^]]*]", "\"arbiters\" : []"),
            sound.replaceFirst("\"arbiters\" : \\[[^]]*]", "\"arbiters\" : [1]"),
            sound.replaceFirst("\"arbiters\" : \\[ \"", "\"arbiters\" : [ \"00"),
            sound.replace("\"workingHeight\"", "\"height\""))) {
      assertThat(broken).isNotEqualTo(sound);
      assertThatThrownBy(() -> read(broken))
          .as(broken)
          .isInstanceOfSatisfying(
              MainchainException.class,
              refused -> assertThat(refused.code()).isEqualTo("checkpoint_unreadable"));
    }
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> CheckpointFile.read(folder.resolve("none")))
        .isInstanceOf(MainchainException.class);
  }

  @Test
  void makesNoCheckpointWhileBlocksAreMadeByWorkAlone() {
    ChainOrigin origin = TestBlocks.confirmed(4).origin();
    ChainPoint point = origin.point();
    ConsensusState byWork =
        new ConsensusState(ConsensusState.Mode.WORK, point.consensus().arbiters(), List.of(), 0, 5);
    assertThatThrownBy(() -> CheckpointFile.write(new ChainOrigin("test", with(point, byWork))))
        .isInstanceOf(MainchainException.class);
  }

  @Test
  void theGenesisBlockIsWhereWeBegin() {
    ChainPoint genesis = Origins.genesis(ElaNetwork.MAINNET).point();
    assertThat(genesis.hash()).isEqualTo(ElaNetwork.MAINNET.genesis());
    assertThat(genesis.consensus().finalises()).isFalse();
  }

  private ChainOrigin read(String text) throws IOException {
    Path file = folder.resolve("checkpoint.json");
    Files.writeString(file, text);
    return CheckpointFile.read(file);
  }

  private static ChainOrigin withTurns(ChainOrigin origin) {
    ChainPoint point = origin.point();
    ArbiterSet set = point.consensus().arbiters().orElseThrow();
    ArbiterSet partly =
        new ArbiterSet(List.of(set.seats().getFirst(), Bytes.EMPTY), List.of(Bytes.EMPTY));
    ConsensusState state =
        new ConsensusState(
            ConsensusState.Mode.BPOS,
            Optional.of(partly),
            List.of(
                new ConsensusState.Turn(9, Optional.of(set)),
                new ConsensusState.Turn(18, Optional.empty())),
            0,
            7);
    return new ChainOrigin("test", with(point, state));
  }

  private static ChainPoint with(ChainPoint point, ConsensusState state) {
    return new ChainPoint(
        point.height(),
        point.hash(),
        point.previous(),
        point.bits(),
        point.totalWork(),
        point.windowStart(),
        point.times(),
        state);
  }
}
