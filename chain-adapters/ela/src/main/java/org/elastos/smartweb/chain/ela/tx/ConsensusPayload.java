// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

/// Payloads that change who makes and confirms blocks.
public sealed interface ConsensusPayload extends Payload {
  /// Type 14: the arbiters from a height on, as compressed keys of up to 33 bytes. Version 1 adds
  /// all council keys, claimed or not.
  record NextTurnDposInfo(
      int version,
      long workingHeight,
      List<Bytes> councilKeys,
      List<Bytes> producerKeys,
      List<Bytes> completeCouncilKeys)
      implements ConsensusPayload {
    /// Copies the lists and refuses what the version lacks.
    public NextTurnDposInfo {
      Limits.known(version, 1);
      councilKeys = List.copyOf(councilKeys);
      producerKeys = List.copyOf(producerKeys);
      completeCouncilKeys = List.copyOf(completeCouncilKeys);
      Limits.absentUnless(version == 1, completeCouncilKeys.isEmpty());
    }

    static NextTurnDposInfo read(ElaReader in, int version) {
      return new NextTurnDposInfo(
          version,
          in.u32("nextTurn.workingHeight"),
          keys(in, "nextTurn.councilKeys"),
          keys(in, "nextTurn.producerKeys"),
          version == 1 ? keys(in, "nextTurn.completeCouncilKeys") : List.of());
    }

    @Override
    public void write(ElaWriter out) {
      out.u32(workingHeight)
          .list(councilKeys, ElaWriter::varBytes)
          .list(producerKeys, ElaWriter::varBytes);
      if (version == 1) {
        out.list(completeCouncilKeys, ElaWriter::varBytes);
      }
    }

    @Override
    public int layout() {
      return version;
    }

    private static List<Bytes> keys(ElaReader in, String field) {
      return in.list(1, field, r -> r.varBytes(Limits.KEY, field));
    }
  }

  /// Type 41: from this height blocks need no confirm.
  record RevertToPow(int reason, long workingHeight) implements ConsensusPayload {
    static RevertToPow read(ElaReader in) {
      return new RevertToPow(in.u8("revertToPow.reason"), in.u32("revertToPow.workingHeight"));
    }

    @Override
    public void write(ElaWriter out) {
      out.u8(reason).u32(workingHeight);
    }
  }

  /// Type 42: so many blocks later confirms are needed again.
  record RevertToDpos(long workHeightInterval, long revertToPowHeight) implements ConsensusPayload {
    static RevertToDpos read(ElaReader in) {
      return new RevertToDpos(
          in.u32("revertToDpos.interval"), in.u32("revertToDpos.revertToPowHeight"));
    }

    @Override
    public void write(ElaWriter out) {
      out.u32(workHeightInterval).u32(revertToPowHeight);
    }
  }
}
