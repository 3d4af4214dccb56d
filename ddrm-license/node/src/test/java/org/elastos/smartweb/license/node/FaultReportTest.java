// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.testkit.LogCapture;
import org.elastos.smartweb.threshold.BoardMessage;
import org.elastos.smartweb.threshold.BoardState;
import org.elastos.smartweb.threshold.CeremonyTerms;
import org.elastos.smartweb.threshold.CommitteeMember;
import org.elastos.smartweb.threshold.EncryptionKey;
import org.junit.jupiter.api.Test;

class FaultReportTest {
  private final CeremonyTerms terms =
      new CeremonyTerms(
          new CeremonyTerms.Board(new ChainId(31337), EvmAddress.ZERO),
          7,
          2,
          IntStream.rangeClosed(1, 3).mapToObj(FaultReportTest::member).toList());

  private static CommitteeMember member(int index) {
    try (EncryptionKey key = EncryptionKey.generate(new SecureRandom())) {
      return new CommitteeMember(
          EvmAddress.fromHex("%040x".formatted(index)),
          Bytes.fromHex("%064x".formatted(index)),
          key.publicKey(),
          Bytes.fromHex("00".repeat(64)));
    }
  }

  private static BoardState state(BoardState.Phase phase, List<BoardMessage> messages) {
    return new BoardState(phase, messages, Set.of(), false);
  }

  @Test
  void namesTheMembersAtFaultOfAFailedCeremonyOnce() {
    BoardMessage malformed =
        new BoardMessage(7, 0, BoardMessage.Kind.COMMIT, 2, Bytes.fromHex("01"));
    BoardState failed = state(BoardState.Phase.FAILED, List.of(malformed));
    FaultReport report = new FaultReport();
    try (LogCapture log = LogCapture.of(FaultReport.class)) {
      report.tell(terms, failed);
      report.tell(terms, failed);
      assertThat(log.lines())
          .containsExactly(
              "WARN key ceremony failed epoch=7 confirmed=[] reason=TOO_FEW_DEALERS",
              "WARN member at fault in the key ceremony epoch=7 role=DEALER member=2 seq=0 code=bad_encoding",
              "WARN member at fault in the key ceremony epoch=7 role=DEALER member=1 seq=-1 code=silent",
              "WARN member at fault in the key ceremony epoch=7 role=DEALER member=2 seq=-1 code=silent",
              "WARN member at fault in the key ceremony epoch=7 role=DEALER member=3 seq=-1 code=silent");
    }
  }

  @Test
  void blamesNobodyWhileAWindowIsOpen() {
    try (LogCapture log = LogCapture.of(FaultReport.class)) {
      new FaultReport().tell(terms, state(BoardState.Phase.REVEAL, List.of()));
      assertThat(log.lines()).isEmpty();
    }
  }
}
