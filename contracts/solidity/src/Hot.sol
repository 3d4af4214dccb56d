// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// The word of an edition that every sale reads and writes, packed by hand so that it is loaded and
/// stored once: price (88 bits), units left (40), credited (104), royalty in 1/10000 (16), flags (8).
type Hot is uint256;

using HotWord for Hot global;

library HotWord {
    uint256 internal constant MAX_PRICE = type(uint88).max;
    uint256 internal constant UNLIMITED = type(uint40).max;
    uint256 internal constant MAX_CREDITED = type(uint104).max;

    uint256 internal constant EXISTS = 1;
    uint256 internal constant PAUSED = 2;
    uint256 internal constant TRANSFERABLE = 4;
    uint256 internal constant PUSH = 8;
    uint256 internal constant TOKEN = 16;

    uint256 private constant LEFT = 88;
    uint256 private constant CREDITED = 128;
    uint256 private constant ROYALTY = 232;
    uint256 private constant FLAGS = 248;

    /// A new edition's word; every argument is within its bits.
    function make(uint256 price_, uint256 left_, uint256 royaltyBps_, uint256 flags) internal pure returns (Hot) {
        return Hot.wrap(price_ | left_ << LEFT | royaltyBps_ << ROYALTY | flags << FLAGS);
    }

    function exists(Hot hot) internal pure returns (bool) {
        return Hot.unwrap(hot) != 0;
    }

    function has(Hot hot, uint256 flag) internal pure returns (bool) {
        return Hot.unwrap(hot) & flag << FLAGS != 0;
    }

    function price(Hot hot) internal pure returns (uint256) {
        return Hot.unwrap(hot) & MAX_PRICE;
    }

    function left(Hot hot) internal pure returns (uint256) {
        return Hot.unwrap(hot) >> LEFT & UNLIMITED;
    }

    function credited(Hot hot) internal pure returns (uint256) {
        return Hot.unwrap(hot) >> CREDITED & MAX_CREDITED;
    }

    function royaltyBps(Hot hot) internal pure returns (uint256) {
        return Hot.unwrap(hot) >> ROYALTY & type(uint16).max;
    }

    function withPrice(Hot hot, uint256 price_) internal pure returns (Hot) {
        return Hot.wrap(Hot.unwrap(hot) & ~MAX_PRICE | price_);
    }

    function withFlag(Hot hot, uint256 flag, bool set) internal pure returns (Hot) {
        uint256 cleared = Hot.unwrap(hot) & ~(flag << FLAGS);
        return Hot.wrap(set ? cleared | flag << FLAGS : cleared);
    }

    /// `units` is at most `left`.
    function less(Hot hot, uint256 units) internal pure returns (Hot) {
        unchecked {
            return Hot.wrap(Hot.unwrap(hot) - (units << LEFT));
        }
    }

    /// The sum is at most MAX_CREDITED.
    function plus(Hot hot, uint256 amount) internal pure returns (Hot) {
        unchecked {
            return Hot.wrap(Hot.unwrap(hot) + (amount << CREDITED));
        }
    }
}
