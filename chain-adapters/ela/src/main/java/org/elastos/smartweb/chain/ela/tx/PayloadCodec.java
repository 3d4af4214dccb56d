// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.Refusal;

/// Picks the layout of a payload by type and payload version.
final class PayloadCodec {
  private PayloadCodec() {}

  static Payload read(ElaReader in, TxType type, int version) {
    if (!type.knows(version)) {
      throw in.refusal(Refusal.UNSUPPORTED_PAYLOAD, "payloadVersion");
    }
    return switch (type) {
      case COINBASE -> BasicPayload.CoinBase.read(in);
      case REGISTER_ASSET -> BasicPayload.RegisterAsset.read(in);
      case TRANSFER_ASSET -> new BasicPayload.TransferAsset();
      case RECORD -> BasicPayload.Note.read(in);
      case UPDATE_VERSION -> BasicPayload.UpdateVersion.read(in);
      case RECORD_SPONSOR -> BasicPayload.RecordSponsor.read(in);
      case SIDE_CHAIN_POW -> SideChainPayload.SideChainPow.read(in);
      case WITHDRAW_FROM_SIDE_CHAIN -> readWithdraw(in, version);
      case TRANSFER_CROSS_CHAIN_ASSET ->
          version == 0 ? SideChainPayload.DepositV0.read(in) : new SideChainPayload.DepositV1();
      case RETURN_SIDE_CHAIN_DEPOSIT_COIN ->
          version == 0
              ? new SideChainPayload.ReturnDepositV0()
              : SideChainPayload.ReturnDepositV1.read(in);
      case REGISTER_PRODUCER, UPDATE_PRODUCER -> ProducerPayload.ProducerInfo.read(in, version);
      case CANCEL_PRODUCER -> ProducerPayload.CancelProducer.read(in, version);
      case RETURN_DEPOSIT_COIN, RETURN_CR_DEPOSIT_COIN -> new ProducerPayload.ReturnDepositCoin();
      case ACTIVATE_PRODUCER -> ProducerPayload.ActivateProducer.read(in);
      case ILLEGAL_PROPOSAL -> EvidencePayload.IllegalProposals.read(in);
      case ILLEGAL_VOTE -> EvidencePayload.IllegalVotes.read(in);
      case ILLEGAL_BLOCK -> EvidencePayload.IllegalBlocks.read(in);
      case ILLEGAL_SIDE_CHAIN -> EvidencePayload.IllegalSideChain.read(in);
      case INACTIVE_ARBITRATORS -> EvidencePayload.InactiveArbitrators.read(in);
      case NEXT_TURN_DPOS_INFO -> ConsensusPayload.NextTurnDposInfo.read(in, version);
      case REVERT_TO_POW -> ConsensusPayload.RevertToPow.read(in);
      case REVERT_TO_DPOS -> ConsensusPayload.RevertToDpos.read(in);
      default -> readCouncilOrStake(in, type, version);
    };
  }

  private static Payload readCouncilOrStake(ElaReader in, TxType type, int version) {
    return switch (type) {
      case PROPOSAL_RESULT -> CouncilPayload.ProposalResults.read(in);
      case REGISTER_CR, UPDATE_CR -> CouncilPayload.CrInfo.read(in, version);
      case UNREGISTER_CR -> CouncilPayload.UnregisterCr.read(in, version);
      case CRC_PROPOSAL -> CrcProposal.read(in, version);
      case CRC_PROPOSAL_REVIEW -> CouncilPayload.Review.read(in, version);
      case CRC_PROPOSAL_TRACKING -> Tracking.read(in, version);
      case CRC_APPROPRIATION -> new CouncilPayload.Appropriation();
      case CRC_PROPOSAL_WITHDRAW -> CouncilPayload.ProposalWithdraw.read(in, version);
      case CRC_PROPOSAL_REAL_WITHDRAW -> CouncilPayload.RealWithdraw.read(in);
      case CR_ASSETS_RECTIFY -> new CouncilPayload.AssetsRectify();
      case CR_COUNCIL_MEMBER_CLAIM_NODE -> CouncilPayload.ClaimNode.read(in);
      case DPOS_V2_CLAIM_REWARD -> StakePayload.ClaimReward.read(in, version);
      case DPOS_V2_CLAIM_REWARD_REAL_WITHDRAW -> StakePayload.RewardRealWithdraw.read(in);
      case EXCHANGE_VOTES -> new StakePayload.ExchangeVotes();
      case VOTING ->
          version == 0 ? StakePayload.NewVotes.read(in) : StakePayload.RenewedVotes.read(in);
      case RETURN_VOTES -> StakePayload.ReturnVotes.read(in, version);
      case VOTES_REAL_WITHDRAW -> StakePayload.VotesRealWithdraw.read(in);
      case CREATE_NFT -> StakePayload.CreateNft.read(in, version);
      case NFT_DESTROY_FROM_SIDE_CHAIN -> StakePayload.DestroyNft.read(in);
      default -> throw in.refusal(Refusal.UNSUPPORTED_PAYLOAD, "type");
    };
  }

  private static SideChainPayload.Withdraw readWithdraw(ElaReader in, int version) {
    return switch (version) {
      case 0 -> SideChainPayload.WithdrawV0.read(in);
      case 1 -> new SideChainPayload.WithdrawV1();
      default -> SideChainPayload.WithdrawV2.read(in);
    };
  }
}
