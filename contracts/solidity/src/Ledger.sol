// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// The word of an edition that every payment reads and writes, packed by hand so that it is loaded
/// and stored once: accrued (96 bits), held (96), units left (40), royalty in 1/10000 (13), flags (11).
///
/// `accrued` is all that the edition's shares ever earned and only rises. `held` is the money that lies
/// here for the edition's payees: nothing is paid out that it does not cover, whatever else the channel
/// holds.
type Ledger is uint256;

using LedgerWord for Ledger global;

library LedgerWord {
    uint256 internal constant MAX_AMOUNT = type(uint96).max;
    uint256 internal constant UNLIMITED = type(uint40).max;

    uint256 internal constant EXISTS = 1;
    /// Something of this edition is under way: the lock against reentrancy.
    uint256 internal constant LOCKED = 2;
    uint256 internal constant PAUSED = 4;
    /// Paid in a token.
    uint256 internal constant TOKEN = 8;
    uint256 internal constant PUSH = 16;
    /// At least one entry of the deed became shares.
    uint256 internal constant MATERIALISED = 32;
    /// Has a refund window.
    uint256 internal constant WINDOW = 64;
    uint256 internal constant GATED = 128;
    /// Units move by ERC-1155 transfers too.
    uint256 internal constant FREE = 256;
    /// Units never move.
    uint256 internal constant BOUND = 512;
    uint256 internal constant BUNDLE = 1024;

    uint256 private constant HELD = 96;
    uint256 private constant LEFT = 192;
    uint256 private constant ROYALTY = 232;
    uint256 private constant FLAGS = 245;

    /// A new edition's word; every argument is within its bits.
    function make(uint256 left_, uint256 royaltyBps_, uint256 flags) internal pure returns (Ledger) {
        return Ledger.wrap(left_ << LEFT | royaltyBps_ << ROYALTY | flags << FLAGS);
    }

    function exists(Ledger ledger) internal pure returns (bool) {
        return Ledger.unwrap(ledger) != 0;
    }

    /// Whether any of the flags is set.
    function has(Ledger ledger, uint256 flags) internal pure returns (bool) {
        return Ledger.unwrap(ledger) & flags << FLAGS != 0;
    }

    function accrued(Ledger ledger) internal pure returns (uint256) {
        return Ledger.unwrap(ledger) & MAX_AMOUNT;
    }

    function held(Ledger ledger) internal pure returns (uint256) {
        return Ledger.unwrap(ledger) >> HELD & MAX_AMOUNT;
    }

    function left(Ledger ledger) internal pure returns (uint256) {
        return Ledger.unwrap(ledger) >> LEFT & UNLIMITED;
    }

    function royaltyBps(Ledger ledger) internal pure returns (uint256) {
        return Ledger.unwrap(ledger) >> ROYALTY & 0x1fff;
    }

    function with(Ledger ledger, uint256 flag) internal pure returns (Ledger) {
        return Ledger.wrap(Ledger.unwrap(ledger) | flag << FLAGS);
    }

    function without(Ledger ledger, uint256 flag) internal pure returns (Ledger) {
        return Ledger.wrap(Ledger.unwrap(ledger) & ~(flag << FLAGS));
    }

    /// `units` is at most `left`.
    function less(Ledger ledger, uint256 units) internal pure returns (Ledger) {
        unchecked {
            return Ledger.wrap(Ledger.unwrap(ledger) - (units << LEFT));
        }
    }

    /// Units that come back; they were taken before.
    function more(Ledger ledger, uint256 units) internal pure returns (Ledger) {
        unchecked {
            return Ledger.wrap(Ledger.unwrap(ledger) + (units << LEFT));
        }
    }

    /// `accrued` with `amount`; the sum is at most MAX_AMOUNT.
    function earning(Ledger ledger, uint256 amount) internal pure returns (Ledger) {
        unchecked {
            return Ledger.wrap(Ledger.unwrap(ledger) + amount);
        }
    }

    /// `held` with `amount`; the sum is at most MAX_AMOUNT.
    function holding(Ledger ledger, uint256 amount) internal pure returns (Ledger) {
        unchecked {
            return Ledger.wrap(Ledger.unwrap(ledger) + (amount << HELD));
        }
    }

    /// `held` without `amount`, which is at most `held`.
    function paying(Ledger ledger, uint256 amount) internal pure returns (Ledger) {
        unchecked {
            return Ledger.wrap(Ledger.unwrap(ledger) - (amount << HELD));
        }
    }
}
