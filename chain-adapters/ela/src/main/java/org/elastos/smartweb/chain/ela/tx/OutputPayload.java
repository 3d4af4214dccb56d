// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Refusal;
import org.elastos.smartweb.chain.ela.Sela;

/// What an output says beyond value and owner. Transactions before version 9 have none. Immutable.
public sealed interface OutputPayload {
  /// The most bytes that a target's data may have.
  int MAX_TARGET_DATA = 1024;

  /// The output type, 0 to 7.
  int type();

  /// Writes the exact bytes behind the type.
  void write(ElaWriter out);

  /// Reads what stands behind an output type.
  static OutputPayload read(ElaReader in) {
    int type = in.u8("output.type");
    return switch (type) {
      case 0 -> new None();
      case 1, 6 -> Votes.read(in, type == 6);
      case 2 -> Mapping.read(in);
      case 3 -> CrossChain.read(in);
      case 4 -> Withdrawal.read(in);
      case 5 -> ReturnedDeposit.read(in);
      case 7 -> Stake.read(in);
      default -> throw in.refusal(Refusal.UNSUPPORTED_OUTPUT, "output.type");
    };
  }

  /// Type 0: nothing.
  record None() implements OutputPayload {
    @Override
    public int type() {
      return 0;
    }

    @Override
    public void write(ElaWriter out) {
      // Empty.
    }
  }

  /// Types 1 and 6: votes. From version 1 each candidate has its own number of votes; before, zero
  /// here.
  record Votes(boolean dposV2, int version, List<Content> contents) implements OutputPayload {
    private static final int HIGHEST = 2;

    /// The votes of one kind.
    public record Content(int voteType, List<Candidate> candidates) {
      /// Copies the list.
      public Content {
        candidates = List.copyOf(candidates);
      }
    }

    /// Who gets how many votes.
    public record Candidate(Bytes key, Sela votes) {}

    /// Copies the list and refuses votes that version 0 lacks.
    public Votes {
      Limits.known(version, HIGHEST);
      contents = List.copyOf(contents);
      if (version == 0) {
        for (Content content : contents) {
          Limits.absentUnless(
              false, content.candidates.stream().allMatch(each -> each.votes.units() == 0));
        }
      }
    }

    static Votes read(ElaReader in, boolean dposV2) {
      int version = payloadVersion(in, HIGHEST);
      int least = version == 0 ? 1 : 9;
      return new Votes(
          dposV2,
          version,
          in.list(
              2,
              "vote.contents",
              r ->
                  new Content(
                      r.u8("vote.type"),
                      r.list(least, "vote.candidates", c -> readCandidate(c, version)))));
    }

    private static Candidate readCandidate(ElaReader in, int version) {
      return new Candidate(
          in.varBytes(Limits.CODE, "vote.candidate"),
          version == 0 ? Sela.ZERO : in.sela("vote.votes"));
    }

    @Override
    public int type() {
      return dposV2 ? 6 : 1;
    }

    @Override
    public void write(ElaWriter out) {
      out.u8(version)
          .list(
              contents,
              (to, content) ->
                  to.u8(content.voteType).list(content.candidates, this::writeCandidate));
    }

    private void writeCandidate(ElaWriter out, Candidate candidate) {
      out.varBytes(candidate.key);
      if (version > 0) {
        out.sela(candidate.votes);
      }
    }
  }

  /// Type 2: a producer's key on a side chain.
  record Mapping(int version, Bytes ownerKey, Bytes sideProducerId, Bytes signature)
      implements OutputPayload {
    private static final int MAX_ID = 256;

    static Mapping read(ElaReader in) {
      return new Mapping(
          in.u8("mapping.version"),
          in.varBytes(Limits.CODE, "mapping.ownerKey"),
          in.varBytes(MAX_ID, "mapping.sideProducerId"),
          in.varBytes(Limits.SIGNATURE, "mapping.signature"));
    }

    @Override
    public int type() {
      return 2;
    }

    @Override
    public void write(ElaWriter out) {
      out.u8(version).varBytes(ownerKey).varBytes(sideProducerId).varBytes(signature);
    }
  }

  /// Type 3: a deposit's target on the side chain. What the output holds beyond the amount is the
  /// fee.
  record CrossChain(Bytes targetAddress, Sela targetAmount, Bytes targetData)
      implements OutputPayload {
    static CrossChain read(ElaReader in) {
      payloadVersion(in, 0);
      return new CrossChain(
          in.varBytes(Limits.TEXT, "crossChain.address"),
          in.sela("crossChain.amount"),
          in.varBytes(MAX_TARGET_DATA, "crossChain.data"));
    }

    @Override
    public int type() {
      return 3;
    }

    @Override
    public void write(ElaWriter out) {
      out.u8(0).varBytes(targetAddress).sela(targetAmount).varBytes(targetData);
    }
  }

  /// Type 4: the withdrawal that this output pays; the hash is the EVM transaction's, reversed.
  record Withdrawal(Bytes genesisBlockAddress, Hash256 sideTransaction, Bytes targetData)
      implements OutputPayload {
    static Withdrawal read(ElaReader in) {
      payloadVersion(in, 0);
      return new Withdrawal(
          in.varBytes(Limits.TEXT, "withdrawal.genesisBlockAddress"),
          in.hash256("withdrawal.transaction"),
          in.varBytes(MAX_TARGET_DATA, "withdrawal.data"));
    }

    @Override
    public int type() {
      return 4;
    }

    @Override
    public void write(ElaWriter out) {
      out.u8(0).varBytes(genesisBlockAddress).hash256(sideTransaction).varBytes(targetData);
    }
  }

  /// Type 5: the failed deposit that this output gives back.
  record ReturnedDeposit(Bytes genesisBlockAddress, Hash256 deposit) implements OutputPayload {
    static ReturnedDeposit read(ElaReader in) {
      payloadVersion(in, 0);
      return new ReturnedDeposit(
          in.varBytes(Limits.TEXT, "returned.genesisBlockAddress"), in.hash256("returned.deposit"));
    }

    @Override
    public int type() {
      return 5;
    }

    @Override
    public void write(ElaWriter out) {
      out.u8(0).varBytes(genesisBlockAddress).hash256(deposit);
    }
  }

  /// Type 7: whose votes the staked coins become.
  record Stake(ProgramHash stakeAddress) implements OutputPayload {
    static Stake read(ElaReader in) {
      payloadVersion(in, 0);
      return new Stake(in.programHash("stake.address"));
    }

    @Override
    public int type() {
      return 7;
    }

    @Override
    public void write(ElaWriter out) {
      out.u8(0).programHash(stakeAddress);
    }
  }

  private static int payloadVersion(ElaReader in, int highest) {
    int version = in.u8("output.payloadVersion");
    if (version > highest) {
      throw in.refusal(Refusal.UNSUPPORTED_OUTPUT, "output.payloadVersion");
    }
    return version;
  }
}
