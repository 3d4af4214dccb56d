// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {BundleRef, Loan, Plan} from "./ChannelStructs.sol";

/// Access for a time (features RENTAL and SUBSCRIPTION). Time already paid is never taken back; more
/// is added at its end.
interface IChannelTime {
    /// Owner: what a period of a rental costs; a zero period takes it off. What was sold stays.
    function setRentalPlan(uint256 editionId, uint128 price, uint32 period) external;
    function setSubscriptionPlan(uint256 editionId, uint128 price, uint32 period) external;
    function rentalPlan(uint256 editionId) external view returns (Plan memory);
    function subscriptionPlan(uint256 editionId) external view returns (Plan memory);
    /// Pays `periods` for `holder`; at most ten years ahead.
    function rent(uint256 editionId, address holder, uint64 periods, uint128 maxPrice, bytes calldata deed)
        external
        payable;
    function subscribe(uint256 editionId, address holder, uint64 periods, uint128 maxPrice, bytes calldata deed)
        external
        payable;
    /// The caller allows renewals by anybody out of his approved tokens, at most at this price for each
    /// period and until then; a zero price withdraws it. Editions that are paid in a token only.
    function setRenewal(uint256 editionId, uint128 maxPrice, uint64 until) external;
    function renewalOf(uint256 editionId, address holder) external view returns (uint128 maxPrice, uint64 until);
    /// Adds one period to a subscription that allowed it, from a day before its end on.
    function renew(uint256 editionId, address holder, bytes calldata deed) external;
}

/// Loans of one unit (feature LENDING): the borrower has access, the owner has not, and it returns by
/// itself. One open loan for each owner and for each borrower in an edition.
interface IChannelLending {
    /// Lends one of the caller's units; at most 90 days.
    function lend(uint256 editionId, address borrower, uint64 until) external;
    /// The borrower gives it back early.
    function giveBack(uint256 editionId) external;
    function loanTo(uint256 editionId, address borrower) external view returns (Loan memory);
}

/// Locks one unit until an offline lease ends (feature LEASE, decision B2): it does not move, and its
/// owner keeps access.
interface IChannelLease {
    /// Locks one of the caller's units, at most 48 h ahead; a lock can be extended, never shortened.
    function lockForLease(uint256 editionId, uint64 until) external;
    /// The same with the holder's EIP-712 signature; anybody may submit it.
    function lockForLeaseBy(address holder, uint256 editionId, uint64 until, bytes calldata signature) external;
    /// Until when a unit of the holder cannot move; for ever where units never move and he has one.
    function leasedUntil(address holder, uint256 editionId) external view returns (uint64);
    function leaseDigest(address holder, uint256 editionId, uint64 until) external view returns (bytes32);
}

/// Bundles across creators: an edition (feature BUNDLE) of any channel whose holders get access to
/// member editions (feature BUNDLE_MEMBER) whose owners consented, for ever.
interface IChannelBundle {
    /// Owner of the member: holders of that bundle get access to `editionId`. The bundle must be an
    /// edition of a genuine channel of the same implementation; its price and deed never change.
    function joinBundle(uint256 editionId, address bundleChannel, uint256 bundleEditionId) external;
    /// At most eight.
    function bundlesOf(uint256 editionId) external view returns (BundleRef[] memory);
}
