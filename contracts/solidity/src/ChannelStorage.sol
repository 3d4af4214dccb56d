// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelErrors} from "./ChannelErrors.sol";
import {ChannelEvents} from "./ChannelEvents.sol";
import {BundleRef} from "./ChannelStructs.sol";
import {Ledger} from "./Ledger.sol";
import {Seat} from "./Seat.sol";

/// An edition as it is stored. A sale reads the first two words and writes the first.
struct Edition {
    Ledger ledger;
    /// Price of a unit (88 bits), then the pay token (160).
    uint256 offer;
    /// Maximum supply (40 bits), materialised entries (20), refund window (32), features (16); zero for
    /// an edition without any of them.
    uint256 traits;
    bytes32 deedHash;
    bytes32 assetId;
}

/// What was paid for units within their refund window; how many and until when is in the seat.
struct Hold {
    address payer;
    uint96 paid;
}

/// Units that wait for the holder of a voucher's key.
struct Gift {
    uint256 editionId;
    address giver;
    uint40 quantity;
    uint40 reclaimFrom;
}

struct TokenGate {
    address token;
    uint96 minimum;
    uint256 tokenId;
}

/// Price of a period (88 bits of 128) and its length in seconds.
struct StoredPlan {
    uint128 price;
    uint32 period;
}

struct Renewal {
    uint128 maxPrice;
    uint40 until;
}

struct StoredLoan {
    address lender;
    uint40 until;
}

/// The state of a channel. The core and every module run on it, so it is declared here once, in this
/// order, and nowhere else.
abstract contract ChannelStorage is ChannelEvents, ChannelErrors {
    /// Zero as long as the owner is the one in the clone's immutable arguments.
    address internal _newOwner;
    address internal _offeredOwner;
    mapping(uint256 editionId => Edition) internal _editions;
    mapping(uint256 editionId => mapping(address holder => Seat)) internal _seats;
    mapping(address holder => mapping(address operator => bool)) internal _operators;

    /// Shares (32 bits), then the signed debt in millionths of a unit (224): a holder may claim
    /// (accrued x shares - debt) / 10^6.
    mapping(uint256 editionId => mapping(address holder => uint256)) internal _stakes;
    mapping(address holder => bool) internal _autoClaim;
    mapping(address holder => mapping(address operator => bool)) internal _shareOperators;

    mapping(address account => mapping(uint256 word => uint256 bits)) internal _nonces;
    mapping(address account => uint64) internal _epochs;
    mapping(uint256 editionId => mapping(address recipient => Hold)) internal _holds;
    mapping(address payer => mapping(bytes32 order => bool)) internal _orders;

    mapping(address voucherKey => Gift) internal _gifts;
    mapping(uint256 editionId => bytes32 root) internal _allowLists;
    mapping(uint256 editionId => mapping(address account => uint256)) internal _listedBought;
    mapping(uint256 editionId => TokenGate) internal _gates;
    mapping(uint256 editionId => mapping(uint256 word => uint256 bits)) internal _vouchers;
    mapping(uint256 editionId => StoredPlan) internal _rentals;
    mapping(uint256 editionId => StoredPlan) internal _subscriptions;
    mapping(uint256 editionId => mapping(address holder => Renewal)) internal _renewals;
    mapping(uint256 editionId => mapping(address borrower => StoredLoan)) internal _loans;
    mapping(uint256 editionId => BundleRef[]) internal _bundles;
}
