// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// What a creator fixes when an edition opens. Amounts are in the smallest unit of `payToken` (the
/// zero address is the chain's native coin).
struct EditionTerms {
    /// SHA-256 of the work's core; never zero.
    bytes32 assetId;
    address payToken;
    /// Of one unit; below 2^88. Zero gives units away.
    uint128 price;
    /// Zero is without limit; below 2^40 - 1.
    uint64 maxSupply;
    /// What a resale owes the holders, in 1/10000; at most 5,000.
    uint16 royaltyBps;
    /// See TransferPolicy.
    uint8 transferPolicy;
    /// See Settlement.
    uint8 settlement;
    /// Seconds for which a buyer may give a unit back; 0 is never, at most 30 days.
    uint32 refundWindow;
    /// See Feature: the ways that this edition opts into, for ever.
    uint16 features;
    string contentUri;
}

/// How units move. Values of EditionTerms.transferPolicy.
library TransferPolicy {
    /// By a resale that pays the royalty, and by nothing else.
    uint8 internal constant RESALE = 0;
    /// Also by ERC-1155 transfers.
    uint8 internal constant FREE = 1;
    /// Not at all: an offline lease needs no lock there.
    uint8 internal constant BOUND = 2;
}

/// How royalties reach their holders. Values of EditionTerms.settlement.
library Settlement {
    /// Pushed in the sale with at most five holders, credited with more.
    uint8 internal constant AUTOMATIC = 0;
    uint8 internal constant CREDIT = 1;
    /// Pushed in the sale to up to twenty holders.
    uint8 internal constant PUSH = 2;
}

/// Ways that an edition opts into at its creation. Bits of EditionTerms.features.
library Feature {
    uint256 internal constant RENTAL = 1;
    uint256 internal constant SUBSCRIPTION = 2;
    uint256 internal constant LENDING = 4;
    uint256 internal constant LEASE = 8;
    /// Units may be bought for the holder of a voucher's key.
    uint256 internal constant VOUCHER_GIFT = 16;
    /// It is a bundle: its price never changes, and members of other editions may consent to it.
    uint256 internal constant BUNDLE = 32;
    /// It may become a member of bundles.
    uint256 internal constant BUNDLE_MEMBER = 64;
    /// Only listed accounts buy (Merkle root).
    uint256 internal constant ALLOW_LIST = 128;
    /// Only with the owner's signed voucher.
    uint256 internal constant SIGNED_VOUCHER = 256;
    /// Only holders of another token.
    uint256 internal constant TOKEN_GATE = 512;
    /// Any of the three gates: then plain purchases are refused.
    uint256 internal constant GATES = 896;
    uint256 internal constant ALL = 1023;
}

/// Reasons that `hasAccess` gives. With access: 0, 3, 4, 5, 6; without: 1, 2, 7, 8, 9.
library Reason {
    uint8 internal constant OWNED = 0;
    uint8 internal constant NOT_OWNER = 1;
    uint8 internal constant NO_SUCH_EDITION = 2;
    uint8 internal constant RENTED = 3;
    uint8 internal constant SUBSCRIBED = 4;
    uint8 internal constant LENT = 5;
    uint8 internal constant BUNDLED = 6;
    /// Bought, and may still be given back: not before `accept` or `until`.
    uint8 internal constant REFUNDABLE = 7;
    /// The owner lent it away until then.
    uint8 internal constant LENT_OUT = 8;
    /// A rental or subscription ended then.
    uint8 internal constant EXPIRED = 9;
}

/// An owner's signed offer to resell `quantity` units for `price` in all. The highest 64 bits of
/// `nonce` are the seller's epoch (`epochOf`), so that one call cancels all of an epoch.
struct Listing {
    address seller;
    uint256 editionId;
    uint64 quantity;
    address payToken;
    uint256 price;
    uint256 nonce;
    uint64 expiry;
}

/// A buyer's signed offer to pay `price` in all for `quantity` units of an edition that is paid in a
/// token. `nonce` as in a listing, from the same numbers.
struct Offer {
    address buyer;
    uint256 editionId;
    uint64 quantity;
    address recipient;
    address payToken;
    uint256 price;
    uint256 nonce;
    uint64 expiry;
}

/// What a buyer signs for a purchase that somebody else submits (decision C4). Its EIP-712 digest is
/// the nonce of the EIP-3009 authorisation, so the money can buy exactly this.
struct PurchaseOrder {
    /// 0 buy, 1 rent, 2 subscribe.
    uint8 action;
    uint256 editionId;
    /// Units, or periods.
    uint64 quantity;
    address payer;
    address recipient;
    address token;
    /// Price, referrer's fee and relayer's fee together: exactly what the payer gives.
    uint256 total;
    address referrer;
    uint256 referrerFee;
    /// Goes to whoever submits the order.
    uint256 relayerFee;
    /// Hash of what the buyer was shown; not read here.
    bytes32 termsHash;
    bytes32 salt;
}

/// A token's permission for this channel to take an order's total (EIP-2612).
struct Permit {
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// When an EIP-3009 authorisation may be used, and its signature: 65 bytes r, s, v, or longer for
/// payers that are contracts, where the token takes them.
struct Authorization {
    uint256 validAfter;
    uint256 validBefore;
    bytes signature;
}

/// The creator's signed permission to buy, at a price of its own. `buyer` zero: whoever has it.
struct BuyVoucher {
    uint256 editionId;
    address buyer;
    uint64 maxUnits;
    uint128 unitPrice;
    uint256 nonce;
    uint64 expiry;
}

/// Units bought for whoever holds a voucher's key.
struct GiftView {
    uint256 editionId;
    address giver;
    uint64 quantity;
    /// From then on the giver may take the units himself.
    uint64 reclaimFrom;
}

/// Time sold: a price for each period of `period` seconds. A zero period means not on offer.
struct Plan {
    uint128 price;
    uint32 period;
}

/// A loan of one unit.
struct Loan {
    address lender;
    uint64 until;
}

/// A bundle that a member's creator consented to.
struct BundleRef {
    address channel;
    uint256 editionId;
}

/// Units that may still be given back.
struct HoldView {
    address payer;
    uint64 quantity;
    uint256 paid;
    uint64 until;
}

/// One edition as anybody can read it.
struct EditionView {
    bytes32 assetId;
    address payToken;
    uint128 price;
    uint64 maxSupply;
    uint64 sold;
    uint16 royaltyBps;
    uint8 transferPolicy;
    bool pushRoyalties;
    bool paused;
    uint32 refundWindow;
    uint16 features;
    /// keccak256 of the deed.
    bytes32 deedHash;
    /// All that the edition's shares earned so far.
    uint256 accrued;
    /// What the channel holds for this edition's payees: credits, failed payments, refundable money.
    uint256 held;
    /// The entries of the royalty table that became shares, one bit each.
    uint32 materialised;
}
