// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;

/// Payloads of staking: votes, rewards and the tokens made of them.
public sealed interface StakePayload extends Payload {
  /// Type 60: asks for rewards. Only version 0 carries script and signature of its own.
  record ClaimReward(int version, ProgramHash to, Bytes code, Sela value, Bytes signature)
      implements StakePayload {
    /// Refuses fields that the version lacks.
    public ClaimReward {
      Limits.known(version, 1);
      Limits.absentUnless(version == 0, code.size() == 0 && signature.size() == 0);
    }

    static ClaimReward read(ElaReader in, int version) {
      return new ClaimReward(
          version,
          in.programHash("claimReward.to"),
          version == 0 ? in.varBytes(Limits.CODE, "claimReward.code") : Bytes.EMPTY,
          in.sela("claimReward.value"),
          version == 0 ? in.varBytes(Limits.SIGNATURES, "claimReward.signature") : Bytes.EMPTY);
    }

    @Override
    public void write(ElaWriter out) {
      out.programHash(to);
      if (version == 0) {
        out.varBytes(code);
      }
      out.sela(value);
      if (version == 0) {
        out.varBytes(signature);
      }
    }

    @Override
    public int layout() {
      return version;
    }
  }

  /// Type 61: pays the claims with these transaction ids.
  record RewardRealWithdraw(List<Hash256> claims) implements StakePayload {
    /// Copies the list.
    public RewardRealWithdraw {
      claims = List.copyOf(claims);
    }

    static RewardRealWithdraw read(ElaReader in) {
      return new RewardRealWithdraw(
          in.list(Hash256.BYTES, "rewardWithdraw", r -> r.hash256("rewardWithdraw.claim")));
    }

    @Override
    public void write(ElaWriter out) {
      out.list(claims, ElaWriter::hash256);
    }
  }

  /// Type 62: coins become votes; the outputs say whose.
  record ExchangeVotes() implements StakePayload {
    @Override
    public void write(ElaWriter out) {
      // Empty in every payload version.
    }
  }

  /// So many votes for a candidate up to a height.
  record LockedVotes(Bytes candidate, Sela votes, long lockTime) {
    static final int LEAST_BYTES = 13;

    static LockedVotes read(ElaReader in) {
      return new LockedVotes(
          in.varBytes(Limits.CODE, "voting.candidate"),
          in.sela("voting.votes"),
          in.u32("voting.lockTime"));
    }

    void write(ElaWriter out) {
      out.varBytes(candidate).sela(votes).u32(lockTime);
    }
  }

  /// Type 63: votes.
  sealed interface Voting extends StakePayload {}

  /// Version 0: new votes, per kind.
  record NewVotes(List<Content> contents) implements Voting {
    /// The votes of one kind.
    public record Content(int voteType, List<LockedVotes> votes) {
      /// Copies the list.
      public Content {
        votes = List.copyOf(votes);
      }
    }

    /// Copies the list.
    public NewVotes {
      contents = List.copyOf(contents);
    }

    static NewVotes read(ElaReader in) {
      return new NewVotes(
          in.list(
              2,
              "voting.contents",
              r ->
                  new Content(
                      r.u8("voting.type"),
                      r.list(LockedVotes.LEAST_BYTES, "voting.votes", LockedVotes::read))));
    }

    @Override
    public void write(ElaWriter out) {
      out.list(
          contents,
          (to, content) ->
              to.u8(content.voteType).list(content.votes, (o, votes) -> votes.write(o)));
    }

    @Override
    public int layout() {
      return 0;
    }
  }

  /// Version 1: votes that stand already are renewed.
  record RenewedVotes(List<Renewal> renewals) implements Voting {
    /// The vote that is renewed and what it becomes.
    public record Renewal(Hash256 referKey, LockedVotes votes) {}

    /// Copies the list.
    public RenewedVotes {
      renewals = List.copyOf(renewals);
    }

    static RenewedVotes read(ElaReader in) {
      return new RenewedVotes(
          in.list(
              Hash256.BYTES + LockedVotes.LEAST_BYTES,
              "voting.renewals",
              r -> new Renewal(r.hash256("voting.referKey"), LockedVotes.read(r))));
    }

    @Override
    public void write(ElaWriter out) {
      out.list(renewals, (to, renewal) -> renewal.votes.write(to.hash256(renewal.referKey)));
    }

    @Override
    public int layout() {
      return 1;
    }
  }

  /// Type 64: votes become coins again. Only version 0 carries script and signature of its own.
  record ReturnVotes(int version, ProgramHash to, Bytes code, Sela value, Bytes signature)
      implements StakePayload {
    /// Refuses fields that the version lacks.
    public ReturnVotes {
      Limits.known(version, 1);
      Limits.absentUnless(version == 0, code.size() == 0 && signature.size() == 0);
    }

    static ReturnVotes read(ElaReader in, int version) {
      ClaimReward same = ClaimReward.read(in, version);
      return new ReturnVotes(version, same.to, same.code, same.value, same.signature);
    }

    @Override
    public void write(ElaWriter out) {
      new ClaimReward(version, to, code, value, signature).write(out);
    }

    @Override
    public int layout() {
      return version;
    }
  }

  /// Type 65: pays returned votes.
  record VotesRealWithdraw(List<Payment> payments) implements StakePayload {
    /// One payment.
    public record Payment(Hash256 returnVotes, ProgramHash stakeAddress, Sela value) {}

    private static final int LEAST_BYTES = Hash256.BYTES + ProgramHash.BYTES + 8;

    /// Copies the list.
    public VotesRealWithdraw {
      payments = List.copyOf(payments);
    }

    static VotesRealWithdraw read(ElaReader in) {
      return new VotesRealWithdraw(
          in.list(
              LEAST_BYTES,
              "votesWithdraw",
              r ->
                  new Payment(
                      r.hash256("votesWithdraw.returnVotes"),
                      r.programHash("votesWithdraw.stakeAddress"),
                      r.sela("votesWithdraw.value"))));
    }

    @Override
    public void write(ElaWriter out) {
      out.list(
          payments,
          (to, each) ->
              to.hash256(each.returnVotes).programHash(each.stakeAddress).sela(each.value));
    }
  }

  /// Type 71: a token of a stake. Version 1 says what it holds.
  record CreateNft(
      int version, Hash256 referKey, Bytes stakeAddress, Hash256 genesisHash, Details details)
      implements StakePayload {
    /// What the token holds.
    public record Details(
        long startHeight, long endHeight, Sela votes, Sela voteRights, Bytes ownerKey) {
      /// What version 0 has.
      public static final Details NONE = new Details(0, 0, Sela.ZERO, Sela.ZERO, Bytes.EMPTY);

      static Details read(ElaReader in) {
        return new Details(
            in.u32("createNft.startHeight"),
            in.u32("createNft.endHeight"),
            in.sela("createNft.votes"),
            in.sela("createNft.voteRights"),
            in.varBytes(Limits.CODE, "createNft.ownerKey"));
      }
    }

    /// Refuses fields that the version lacks.
    public CreateNft {
      Limits.known(version, 1);
      Limits.absentUnless(version == 1, details.equals(Details.NONE));
    }

    static CreateNft read(ElaReader in, int version) {
      return new CreateNft(
          version,
          in.hash256("createNft.referKey"),
          in.varBytes(Limits.TEXT, "createNft.stakeAddress"),
          in.hash256("createNft.genesisHash"),
          version == 1 ? Details.read(in) : Details.NONE);
    }

    @Override
    public void write(ElaWriter out) {
      out.hash256(referKey).varBytes(stakeAddress).hash256(genesisHash);
      if (version == 1) {
        out.u32(details.startHeight)
            .u32(details.endHeight)
            .sela(details.votes)
            .sela(details.voteRights)
            .varBytes(details.ownerKey);
      }
    }

    @Override
    public int layout() {
      return version;
    }
  }

  /// Type 72: tokens end, and who gets their stakes.
  record DestroyNft(List<Hash256> ids, List<ProgramHash> owners, Hash256 genesisHash)
      implements StakePayload {
    /// Copies the lists.
    public DestroyNft {
      ids = List.copyOf(ids);
      owners = List.copyOf(owners);
    }

    static DestroyNft read(ElaReader in) {
      return new DestroyNft(
          in.list(Hash256.BYTES, "destroyNft.ids", r -> r.hash256("destroyNft.id")),
          in.list(ProgramHash.BYTES, "destroyNft.owners", r -> r.programHash("destroyNft.owner")),
          in.hash256("destroyNft.genesisHash"));
    }

    @Override
    public void write(ElaWriter out) {
      out.list(ids, ElaWriter::hash256).list(owners, ElaWriter::programHash).hash256(genesisHash);
    }
  }
}
