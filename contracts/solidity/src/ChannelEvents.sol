// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// Every event of every channel; with the factory's `ChannelCreated` they are enough to rebuild all
/// state. docs/spec/contracts.md says what each one changes.
interface ChannelEvents {
    event OwnershipOffered(address indexed owner, address indexed newOwner);
    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);

    event EditionCreated(
        uint256 indexed editionId,
        bytes32 indexed assetId,
        address payToken,
        uint128 price,
        uint64 maxSupply,
        uint16 royaltyBps,
        uint8 transferPolicy,
        bool push,
        uint32 refundWindow,
        uint16 features,
        bytes deed,
        string contentUri
    );
    event ContentUpdated(uint256 indexed editionId, string contentUri);
    /// ERC-4906: whoever caches metadata reads it again.
    event MetadataUpdate(uint256 tokenId);
    event PriceChanged(uint256 indexed editionId, uint128 price);
    event SalesPaused(uint256 indexed editionId, bool paused);

    /// Units sold by the creator: `paid` is earned by the shares, or held when a `Held` follows.
    event Sold(
        uint256 indexed editionId, address indexed buyer, address indexed recipient, uint64 quantity, uint256 paid
    );
    /// Units moved between holders: `royalty` is earned by the shares, the rest is the seller's.
    event Resold(
        uint256 indexed editionId,
        address indexed seller,
        address indexed recipient,
        uint64 quantity,
        uint256 price,
        uint256 royalty,
        uint256 nonce
    );
    event OfferAccepted(address indexed buyer, uint256 nonce);
    event ListingCancelled(address indexed seller, uint256 nonce);
    event EpochRaised(address indexed account, uint64 epoch);

    event Held(
        uint256 indexed editionId,
        address indexed recipient,
        address indexed payer,
        uint64 quantity,
        uint256 paid,
        uint64 until
    );
    /// The buyer keeps the units: `paid` is earned by the shares now.
    event Released(uint256 indexed editionId, address indexed recipient, uint256 paid);
    event Refunded(uint256 indexed editionId, address indexed recipient, address indexed payer, uint256 paid);
    event RefundCredited(uint256 indexed editionId, address indexed payer, uint256 amount);

    /// An order with a permit was used or withdrawn. One with an authorisation leaves its mark at the token
    /// (EIP-3009's `AuthorizationUsed`, whose nonce is the order).
    event OrderUsed(address indexed payer, bytes32 indexed order);
    event FeePaid(uint256 indexed editionId, address indexed to, uint256 amount, bool relayer);

    /// `amount` less `credit`, the part of entries that became shares, was paid at once to the entries of
    /// the deed whose bits are set: each amount x share / 10^6 rounded down, the first of them what is left;
    /// a `RoyaltyCredited` before it names who did not take his.
    event RoyaltiesPushed(uint256 indexed editionId, uint256 amount, uint256 credit, uint32 entries);
    event RoyaltyCredited(uint256 indexed editionId, address indexed holder, uint256 amount);
    /// Somebody paid royalties that no sale of ours caused.
    event RoyaltyAdded(uint256 indexed editionId, address indexed from, uint256 amount);
    event ProceedsPaid(uint256 indexed editionId, address indexed seller, uint256 amount);
    event ProceedsCredited(uint256 indexed editionId, address indexed seller, uint256 amount);
    event Claimed(uint256 indexed editionId, address indexed holder, uint256 amount);
    event AutoClaimSet(address indexed holder, bool allowed);
    event EntryMaterialised(uint256 indexed editionId, address indexed holder, uint256 index, uint32 shares);
    event SharesTransferred(uint256 indexed editionId, address indexed from, address indexed to, uint32 shares);
    event ShareOperatorSet(address indexed holder, address indexed operator, bool allowed);

    event GiftBought(
        uint256 indexed editionId, address indexed giver, address indexed voucherKey, uint64 quantity, uint64 reclaimFrom
    );
    event GiftRedeemed(uint256 indexed editionId, address indexed voucherKey, address indexed recipient);
    event GiftReclaimed(uint256 indexed editionId, address indexed voucherKey, address indexed giver);
    event AllowListSet(uint256 indexed editionId, bytes32 root);
    event TokenGateSet(uint256 indexed editionId, address token, uint256 tokenId, uint256 minimum);
    event VoucherUsed(uint256 indexed editionId, uint256 nonce, address indexed buyer, uint64 quantity);

    event RentalPlanSet(uint256 indexed editionId, uint128 price, uint32 period);
    event SubscriptionPlanSet(uint256 indexed editionId, uint128 price, uint32 period);
    /// Time sold: `paid` is earned by the shares. `reason` is 3 rented or 4 subscribed.
    event Extended(
        uint256 indexed editionId,
        address indexed payer,
        address indexed holder,
        uint8 reason,
        uint64 periods,
        uint256 paid,
        uint64 until
    );
    event RenewalSet(uint256 indexed editionId, address indexed holder, uint128 maxPrice, uint64 until);
    event Lent(uint256 indexed editionId, address indexed lender, address indexed borrower, uint64 until);
    event GivenBack(uint256 indexed editionId, address indexed lender, address indexed borrower);
    event Leased(uint256 indexed editionId, address indexed holder, uint64 until);
    event BundleJoined(uint256 indexed editionId, address indexed bundleChannel, uint256 indexed bundleEditionId);

    /// ERC-1155.
    event TransferSingle(
        address indexed operator, address indexed from, address indexed to, uint256 id, uint256 amount
    );
    event TransferBatch(
        address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] amounts
    );
    event ApprovalForAll(address indexed owner, address indexed operator, bool approved);
    event URI(string value, uint256 indexed id);
}
