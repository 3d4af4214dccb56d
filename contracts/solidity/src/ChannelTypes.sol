// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// What a creator fixes when an edition opens. Prices are in the smallest unit of `payToken`
/// (the zero address means the chain's native coin); `maxSupply` 0 means unlimited.
struct Terms {
    bytes32 assetId;
    address payToken;
    uint128 price;
    uint64 maxSupply;
    uint16 royaltyBps;
    bool transferable;
    bool pushRoyalties;
    string contentUri;
}

/// An owner's signed offer to resell `quantity` units for `price` in all.
struct Listing {
    address seller;
    uint256 editionId;
    uint64 quantity;
    address payToken;
    uint256 price;
    uint256 nonce;
    uint64 expiry;
}

/// One edition as anybody can read it.
struct EditionView {
    bytes32 assetId;
    address payToken;
    uint128 price;
    uint64 maxSupply;
    uint64 sold;
    uint16 royaltyBps;
    bool transferable;
    bool pushRoyalties;
    bool paused;
    bytes32 tableHash;
    uint256 credited;
    uint256 drawn;
}

/// Events and refusals of a Channel.
interface ChannelTypes {
    event EditionCreated(
        uint256 indexed editionId,
        bytes32 indexed assetId,
        address payToken,
        uint128 price,
        uint64 maxSupply,
        uint16 royaltyBps,
        bool transferable,
        bool push,
        address[] holders,
        uint32[] shares,
        string contentUri
    );
    event ContentUpdated(uint256 indexed editionId, string contentUri);
    event PriceChanged(uint256 indexed editionId, uint128 price);
    event SalesPaused(uint256 indexed editionId, bool paused);

    event Sold(
        uint256 indexed editionId, address indexed buyer, address indexed recipient, uint64 quantity, uint256 paid
    );
    event Resold(
        uint256 indexed editionId,
        address indexed seller,
        address indexed recipient,
        uint64 quantity,
        uint256 price,
        uint256 royalty,
        uint256 nonce
    );
    event ListingCancelled(address indexed seller, uint256 nonce);

    event RoyaltyPaid(uint256 indexed editionId, address indexed holder, uint256 amount);
    event RoyaltyCredited(uint256 indexed editionId, address indexed holder, uint256 amount);
    event ProceedsPaid(uint256 indexed editionId, address indexed seller, uint256 amount);
    event ProceedsCredited(uint256 indexed editionId, address indexed seller, uint256 amount);
    event Claimed(uint256 indexed editionId, address indexed holder, uint256 amount);
    event AutoClaimSet(address indexed holder, bool allowed);

    error NotOwner(address caller);
    error NotAClone();
    error Reentrancy();

    error ZeroAddress();
    error ZeroAssetId();
    error ZeroQuantity();
    error ZeroPrice();
    error NoSuchEdition(uint256 editionId);
    error EditionExists(uint256 editionId);
    error PayTokenHasNoCode(address payToken);
    error RoyaltyTooHigh(uint16 royaltyBps);
    error BadTableSize(uint256 holders, uint256 shares);
    error HolderNotAscending(uint256 index);
    error HolderNotAllowed(address holder);
    error ZeroShare(uint256 index);
    error SharesMustSumToMillion(uint256 sum);
    error WrongTable(uint256 editionId);

    error PrimarySalesPaused(uint256 editionId);
    error PriceAboveMaximum(uint256 price, uint128 maximum);
    error SupplyExceeded(uint256 left);
    error AmountTooLarge(uint256 amount);
    error PriceTooHigh(uint256 price);
    error SupplyTooLarge(uint64 maxSupply);
    error WrongNativeValue(uint256 expected, uint256 sent);
    error PaymentFailed(address payToken, address from, uint256 amount);
    error PaymentShort(address payToken, uint256 expected, uint256 received);
    error PayoutFailed(address payToken, address to, uint256 amount);
    error NotEnoughGas();

    error ListingExpired(uint64 expiry);
    error NonceUsed(address seller, uint256 nonce);
    error WrongPayToken(address expected, address listed);
    error BadSignature(address seller);
    error InsufficientBalance(address holder, uint256 editionId, uint256 balance);

    error NothingToClaim(uint256 editionId, address holder);
    error AutoClaimNotAllowed(address holder);

    error NotTransferable(uint256 editionId);
    error NotApproved(address operator, address holder);
    error UnsafeRecipient(address recipient);
    error LengthMismatch();
}
