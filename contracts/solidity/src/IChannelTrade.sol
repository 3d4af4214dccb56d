// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Authorization, HoldView, Listing, Offer, Permit, PurchaseOrder} from "./ChannelStructs.sol";

/// Resale with enforced royalty: EIP-712 listings by owners, offers by buyers.
interface IChannelResale {
    /// Fills a listing: the caller pays, the royalty settles as in a sale, the rest goes to the seller.
    function fill(Listing calldata listing, bytes calldata signature, address recipient, bytes calldata deed)
        external
        payable;
    /// The caller sells his units to a buyer who signed an offer and approved the token.
    function acceptOffer(Offer calldata offer, bytes calldata signature, bytes calldata deed) external;
    /// Withdraws every listing and offer that the caller signed with this nonce.
    function cancel(uint256 nonce) external;
    /// Withdraws everything that the caller signed in this epoch and before.
    function cancelAll() external;
    function nonceUsed(address account, uint256 nonce) external view returns (bool);
    /// The highest 64 bits of the account's valid nonces.
    function epochOf(address account) external view returns (uint64);
    function listingDigest(Listing calldata listing) external view returns (bytes32);
    function offerDigest(Offer calldata offer) external view returns (bytes32);
}

/// Editions with a refund window hold what was paid, and the units give no access and do not move,
/// until the buyer accepts or the window ends.
interface IChannelRefund {
    /// The recipient gives all his held units back; the money returns to who paid.
    function refund(uint256 editionId) external;
    /// The recipient keeps the units: access at once, and the holders are paid.
    function accept(uint256 editionId, bytes calldata deed) external;
    /// The same with the recipient's EIP-712 signature; anybody may submit it.
    function acceptFor(
        uint256 editionId,
        address recipient,
        uint64 deadline,
        bytes calldata signature,
        bytes calldata deed
    ) external;
    /// After the window, pays the holders; anybody may. Access and moving did not wait for it.
    function release(uint256 editionId, address recipient, bytes calldata deed) external;
    function holdOf(uint256 editionId, address recipient) external view returns (HoldView memory);
    /// Bound to the hold's own end, so that an old signature accepts no later purchase.
    function acceptDigest(uint256 editionId, address recipient, uint64 deadline) external view returns (bytes32);
}

/// Purchases that a relayer submits: the buyer signs, needs no native coin, and the order's digest
/// binds the money to exactly this purchase.
interface IChannelGasless {
    /// EIP-3009: one signature, `receiveWithAuthorization` with the order's digest as nonce.
    function buyWithAuthorization(PurchaseOrder calldata order, Authorization calldata given, bytes calldata deed)
        external;
    /// EIP-2612: the order signed too, together with the permit's deadline (`permitOrderDigest`), since a
    /// permit binds no purchase. A permit that somebody submitted before, or that is not needed, does no
    /// harm. Such an order works once.
    function buyWithPermit(
        PurchaseOrder calldata order,
        bytes calldata signature,
        Permit calldata permit,
        bytes calldata deed
    ) external;
    /// Makes an order that the caller signed for `buyWithPermit` worthless, by its digest; an authorisation
    /// is cancelled at its token.
    function cancelOrder(bytes32 order) external;
    function orderUsed(address payer, bytes32 order) external view returns (bool);
    function orderDigest(PurchaseOrder calldata order) external view returns (bytes32);
    function permitOrderDigest(PurchaseOrder calldata order, uint256 deadline) external view returns (bytes32);
}
