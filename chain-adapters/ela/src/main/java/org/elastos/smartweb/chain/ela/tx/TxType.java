// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.Optional;

/// A transaction's type as the chain numbers it. Numbers 04 and 06 exist in the node's list but
/// have no layout there: no block can hold them.
public enum TxType {
  /// Creates a block's reward.
  COINBASE(0x00, BasicPayload.CoinBase.class, 255),
  /// Registers an asset; stands in the genesis block.
  REGISTER_ASSET(0x01, BasicPayload.RegisterAsset.class, 255),
  /// Moves coins.
  TRANSFER_ASSET(0x02, BasicPayload.TransferAsset.class, 255),
  /// Notes something.
  RECORD(0x03, BasicPayload.Note.class, 255),
  /// Notes a side chain's merge-mined block.
  SIDE_CHAIN_POW(0x05, SideChainPayload.SideChainPow.class, 255),
  /// Pays what was withdrawn from a side chain.
  WITHDRAW_FROM_SIDE_CHAIN(0x07, SideChainPayload.Withdraw.class, 2),
  /// Deposits to a side chain.
  TRANSFER_CROSS_CHAIN_ASSET(0x08, SideChainPayload.Deposit.class, 1),
  /// Registers a block producer.
  REGISTER_PRODUCER(0x09, ProducerPayload.ProducerInfo.class, 3),
  /// Ends a block producer.
  CANCEL_PRODUCER(0x0a, ProducerPayload.CancelProducer.class, 2),
  /// Changes a block producer.
  UPDATE_PRODUCER(0x0b, ProducerPayload.ProducerInfo.class, 3),
  /// Gives a producer's deposit back.
  RETURN_DEPOSIT_COIN(0x0c, ProducerPayload.ReturnDepositCoin.class, 255),
  /// Wakes an inactive producer.
  ACTIVATE_PRODUCER(0x0d, ProducerPayload.ActivateProducer.class, 255),
  /// Proves two proposals of one arbiter.
  ILLEGAL_PROPOSAL(0x0e, EvidencePayload.IllegalProposals.class, 255),
  /// Proves two votes of one arbiter.
  ILLEGAL_VOTE(0x0f, EvidencePayload.IllegalVotes.class, 255),
  /// Proves two confirmed blocks at one height.
  ILLEGAL_BLOCK(0x10, EvidencePayload.IllegalBlocks.class, 255),
  /// Proves a side chain arbiter's fault.
  ILLEGAL_SIDE_CHAIN(0x11, EvidencePayload.IllegalSideChain.class, 255),
  /// Names arbiters that do not answer.
  INACTIVE_ARBITRATORS(0x12, EvidencePayload.InactiveArbitrators.class, 255),
  /// Announces a version range.
  UPDATE_VERSION(0x13, BasicPayload.UpdateVersion.class, 255),
  /// Names the arbiters of the next turn.
  NEXT_TURN_DPOS_INFO(0x14, ConsensusPayload.NextTurnDposInfo.class, 1),
  /// Reports proposals' results to side chains.
  PROPOSAL_RESULT(0x15, CouncilPayload.ProposalResults.class, 255),
  /// Registers a council candidate.
  REGISTER_CR(0x21, CouncilPayload.CrInfo.class, 3),
  /// Withdraws a council candidate.
  UNREGISTER_CR(0x22, CouncilPayload.UnregisterCr.class, 2),
  /// Changes a council candidate.
  UPDATE_CR(0x23, CouncilPayload.CrInfo.class, 3),
  /// Gives a candidate's deposit back.
  RETURN_CR_DEPOSIT_COIN(0x24, ProducerPayload.ReturnDepositCoin.class, 255),
  /// Proposes something to the council.
  CRC_PROPOSAL(0x25, CrcProposal.class, 1),
  /// A council member's opinion.
  CRC_PROPOSAL_REVIEW(0x26, CouncilPayload.Review.class, 1),
  /// A proposal's progress.
  CRC_PROPOSAL_TRACKING(0x27, Tracking.class, 1),
  /// Moves council funds for a term.
  CRC_APPROPRIATION(0x28, CouncilPayload.Appropriation.class, 255),
  /// Asks for a proposal's payment.
  CRC_PROPOSAL_WITHDRAW(0x29, CouncilPayload.ProposalWithdraw.class, 1),
  /// Pays proposals.
  CRC_PROPOSAL_REAL_WITHDRAW(0x2a, CouncilPayload.RealWithdraw.class, 255),
  /// Joins council outputs.
  CR_ASSETS_RECTIFY(0x2b, CouncilPayload.AssetsRectify.class, 255),
  /// Names a council member's node.
  CR_COUNCIL_MEMBER_CLAIM_NODE(0x31, CouncilPayload.ClaimNode.class, 255),
  /// Falls back to proof of work.
  REVERT_TO_POW(0x41, ConsensusPayload.RevertToPow.class, 255),
  /// Returns to arbiters.
  REVERT_TO_DPOS(0x42, ConsensusPayload.RevertToDpos.class, 255),
  /// Gives failed side chain deposits back.
  RETURN_SIDE_CHAIN_DEPOSIT_COIN(0x51, SideChainPayload.ReturnDeposit.class, 1),
  /// Claims voting rewards.
  DPOS_V2_CLAIM_REWARD(0x60, StakePayload.ClaimReward.class, 1),
  /// Pays voting rewards.
  DPOS_V2_CLAIM_REWARD_REAL_WITHDRAW(0x61, StakePayload.RewardRealWithdraw.class, 255),
  /// Stakes coins for votes.
  EXCHANGE_VOTES(0x62, StakePayload.ExchangeVotes.class, 255),
  /// Votes.
  VOTING(0x63, StakePayload.Voting.class, 1),
  /// Gives votes back for coins.
  RETURN_VOTES(0x64, StakePayload.ReturnVotes.class, 1),
  /// Pays returned votes.
  VOTES_REAL_WITHDRAW(0x65, StakePayload.VotesRealWithdraw.class, 255),
  /// Notes a block's sponsor.
  RECORD_SPONSOR(0x66, BasicPayload.RecordSponsor.class, 255),
  /// Makes a token of a stake.
  CREATE_NFT(0x71, StakePayload.CreateNft.class, 1),
  /// Ends tokens of stakes.
  NFT_DESTROY_FROM_SIDE_CHAIN(0x72, StakePayload.DestroyNft.class, 255);

  private static final TxType[] BY_CODE = new TxType[256];

  static {
    for (TxType type : values()) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;
  private final Class<? extends Payload> payload;
  private final int highestVersion;

  TxType(int code, Class<? extends Payload> payload, int highestVersion) {
    this.code = code;
    this.payload = payload;
    this.highestVersion = highestVersion;
  }

  /// The number on the wire, 0 to 255.
  public int code() {
    return code;
  }

  /// The type of a number, if its layout is known.
  public static Optional<TxType> of(int code) {
    return code < 0 || code > 0xff ? Optional.empty() : Optional.ofNullable(BY_CODE[code]);
  }

  /// Whether the layout of this payload version is known.
  boolean knows(int payloadVersion) {
    return payloadVersion >= 0 && payloadVersion <= highestVersion;
  }

  /// Whether the payload is what stands in a transaction of this type and payload version.
  boolean fits(Payload candidate, int payloadVersion) {
    return payload.isInstance(candidate)
        && knows(payloadVersion)
        && (candidate.layout() == Payload.ANY_VERSION || candidate.layout() == payloadVersion);
  }
}
