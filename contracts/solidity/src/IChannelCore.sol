// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {EditionTerms} from "./ChannelStructs.sol";

/// What is in the channel's own code: ownership, editions, the plain sale, the access tokens.
///
/// A `deed` is the policy's hash (32 bytes) and then 1 to 20 entries of 24 bytes, strictly ascending:
/// a holder's address (20 bytes) and his share in parts per million (4 bytes); the shares sum to a
/// million. An edition keeps the deed's keccak256 only; whoever needs it hands it in again.
interface IChannelCore {
    /// Who may open editions and steer prices; nobody else's money or access is his to take.
    function owner() external view returns (address);
    function pendingOwner() external view returns (address);
    /// The owner names a successor, who must accept; the zero address withdraws the offer.
    function offerOwnership(address newOwner) external;
    function acceptOwnership() external;
    function factory() external view returns (address);

    /// keccak256(abi.encode(chainId, channel, salt)): known before the edition exists.
    function editionIdOf(bytes32 salt) external view returns (uint256 editionId);
    /// Opens an edition; only the owner. Everything but price, pause and content pointer is fixed.
    function createEdition(bytes32 salt, EditionTerms calldata terms, bytes calldata deed)
        external
        returns (uint256 editionId);
    /// Says where the file lies now; the asset itself never changes.
    function setContentUri(uint256 editionId, string calldata contentUri) external;
    function setPrice(uint256 editionId, uint128 price) external;
    /// Stops or resumes new primary sales, rentals and subscriptions; nothing else.
    function pause(uint256 editionId, bool paused) external;

    /// Buys units for `recipient` and settles the royalties. Native coin must be sent exactly; a token
    /// must be approved. The deed is needed where royalties are pushed; else give none.
    function buy(uint256 editionId, uint64 quantity, address recipient, uint128 maxUnitPrice, bytes calldata deed)
        external
        payable;

    function balanceOf(address holder, uint256 id) external view returns (uint256);
    function balanceOfBatch(address[] calldata holders, uint256[] calldata ids)
        external
        view
        returns (uint256[] memory balances);
    function setApprovalForAll(address operator, bool approved) external;
    function isApprovedForAll(address holder, address operator) external view returns (bool);
    function safeTransferFrom(address from, address to, uint256 id, uint256 amount, bytes calldata data) external;
    function safeBatchTransferFrom(
        address from,
        address to,
        uint256[] calldata ids,
        uint256[] calldata amounts,
        bytes calldata data
    ) external;
}

/// Royalty shares: parts per million of everything that an edition earns. An entry of the deed
/// becomes shares on first touch ("materialises"), once.
interface IChannelRoyalty {
    /// Pays the caller everything his shares earned and every payment to him that failed.
    function claim(uint256 editionId) external;
    function claimMany(uint256[] calldata editionIds) external;
    /// Turns the caller's entry of the deed into shares if it is not yet, then pays him. In an edition
    /// that pushes it only pays him.
    function claimWithDeed(uint256 editionId, bytes calldata deed) external;
    /// Pays `holder` what is his; anybody may call it for holders who allowed it.
    function claimFor(uint256 editionId, address holder) external;
    function setAutoClaim(bool allowed) external;
    function autoClaim(address holder) external view returns (bool);
    /// Turns an entry into shares. In an edition that credits, anybody may (nobody's claim changes); in
    /// one that pushes, only the holder, who is credited from then on.
    function materialise(uint256 editionId, address holder, bytes calldata deed) external;
    /// Moves shares; what they earned stays with the giver. A deed materialises the giver's entry first.
    function transferShares(uint256 editionId, address to, uint32 shares, bytes calldata deed) external;
    /// The same by an operator whom `from` allowed.
    function transferSharesFrom(uint256 editionId, address from, address to, uint32 shares, bytes calldata deed)
        external;
    function setShareOperator(address operator, bool allowed) external;
    function shareOperator(address holder, address operator) external view returns (bool);
    /// Gives the edition's holders money that no sale of ours caused, such as a foreign market's royalty.
    function addRoyalty(uint256 editionId, uint256 amount, bytes calldata deed) external payable;
    /// Shares that materialised; an entry that has not is not counted.
    function sharesOf(uint256 editionId, address holder) external view returns (uint32);
    /// What a claim would pay now; a deed counts an entry that has not materialised.
    function claimable(uint256 editionId, address holder, bytes calldata deed) external view returns (uint256);
}
