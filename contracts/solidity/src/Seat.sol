// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// All that an edition knows of one holder, in one word: units (40 bits), of them refundable (40) until
/// (40), one lent until (40), one leased until (40), temporary access until (40), flags (16). Every
/// time is the first second in which it no longer holds; 0 is never.
type Seat is uint256;

using SeatWord for Seat global;

library SeatWord {
    uint256 internal constant MAX = type(uint40).max;

    /// The temporary access is a subscription, not a rental.
    uint256 internal constant SUBSCRIBED = 1;

    uint256 private constant REFUNDABLE = 40;
    uint256 private constant REFUNDABLE_UNTIL = 80;
    uint256 private constant LENT_UNTIL = 120;
    uint256 private constant LEASED_UNTIL = 160;
    uint256 private constant ACCESS_UNTIL = 200;
    uint256 private constant FLAGS = 240;

    function units(Seat seat) internal pure returns (uint256) {
        return Seat.unwrap(seat) & MAX;
    }

    /// Units that wait for acceptance or for `refundableUntil`, over or not.
    function refundable(Seat seat) internal pure returns (uint256) {
        return _at(seat, REFUNDABLE);
    }

    function refundableUntil(Seat seat) internal pure returns (uint256) {
        return _at(seat, REFUNDABLE_UNTIL);
    }

    function lentUntil(Seat seat) internal pure returns (uint256) {
        return _at(seat, LENT_UNTIL);
    }

    function leasedUntil(Seat seat) internal pure returns (uint256) {
        return _at(seat, LEASED_UNTIL);
    }

    function accessUntil(Seat seat) internal pure returns (uint256) {
        return _at(seat, ACCESS_UNTIL);
    }

    function subscribed(Seat seat) internal pure returns (bool) {
        return Seat.unwrap(seat) >> FLAGS & SUBSCRIBED != 0;
    }

    /// Units that give access at `time`: all but those refundable or lent.
    function usable(Seat seat, uint256 time) internal pure returns (uint256 n) {
        n = units(seat);
        if (Seat.unwrap(seat) >> REFUNDABLE == 0) return n;
        unchecked {
            if (time < refundableUntil(seat)) n -= refundable(seat);
            if (time < lentUntil(seat)) --n;
        }
    }

    /// Units that can move at `time`: those usable, but for one that is leased.
    function movable(Seat seat, uint256 time) internal pure returns (uint256 n) {
        n = usable(seat, time);
        unchecked {
            if (time < leasedUntil(seat)) --n;
        }
    }

    /// When the last of the locks ends.
    function lockedUntil(Seat seat) internal pure returns (uint256 until) {
        until = refundableUntil(seat);
        if (lentUntil(seat) > until) until = lentUntil(seat);
        if (leasedUntil(seat) > until) until = leasedUntil(seat);
    }

    /// `n` more units; the sum is below 2^40, since an edition has no more.
    function plus(Seat seat, uint256 n) internal pure returns (Seat) {
        unchecked {
            return Seat.wrap(Seat.unwrap(seat) + n);
        }
    }

    /// `n` units less; the seat has them.
    function minus(Seat seat, uint256 n) internal pure returns (Seat) {
        unchecked {
            return Seat.wrap(Seat.unwrap(seat) - n);
        }
    }

    function withRefundable(Seat seat, uint256 n, uint256 until) internal pure returns (Seat) {
        return _with(_with(seat, REFUNDABLE, n), REFUNDABLE_UNTIL, until);
    }

    /// A unit that is not leased, refundable or lent must be there.
    function withLentUntil(Seat seat, uint256 until) internal pure returns (Seat) {
        return _with(seat, LENT_UNTIL, until);
    }

    /// A unit that is not refundable or lent must be there.
    function withLeasedUntil(Seat seat, uint256 until) internal pure returns (Seat) {
        return _with(seat, LEASED_UNTIL, until);
    }

    function withAccessUntil(Seat seat, uint256 until, bool subscription) internal pure returns (Seat) {
        uint256 cleared = Seat.unwrap(_with(seat, ACCESS_UNTIL, until)) & ~(SUBSCRIBED << FLAGS);
        return Seat.wrap(subscription ? cleared | SUBSCRIBED << FLAGS : cleared);
    }

    function _at(Seat seat, uint256 shift) private pure returns (uint256) {
        return Seat.unwrap(seat) >> shift & MAX;
    }

    function _with(Seat seat, uint256 shift, uint256 value) private pure returns (Seat) {
        return Seat.wrap(Seat.unwrap(seat) & ~(MAX << shift) | value << shift);
    }
}
