// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// The checks that these tests need; each names what it compared.
abstract contract Checks {
    error NotEqual(string what, uint256 actual, uint256 expected);
    error NotTrue(string what);
    error TooLarge(string what, uint256 actual, uint256 maximum);

    function equal(uint256 actual, uint256 expected, string memory what) internal pure {
        if (actual != expected) revert NotEqual(what, actual, expected);
    }

    function equal(address actual, address expected, string memory what) internal pure {
        if (actual != expected) revert NotEqual(what, uint160(actual), uint160(expected));
    }

    function equal(bytes32 actual, bytes32 expected, string memory what) internal pure {
        if (actual != expected) revert NotEqual(what, uint256(actual), uint256(expected));
    }

    function equal(bytes memory actual, bytes memory expected, string memory what) internal pure {
        equal(keccak256(actual), keccak256(expected), what);
    }

    function isTrue(bool condition, string memory what) internal pure {
        if (!condition) revert NotTrue(what);
    }

    function atMost(uint256 actual, uint256 maximum, string memory what) internal pure {
        if (actual > maximum) revert TooLarge(what, actual, maximum);
    }

    function bound(uint256 x, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + x % (high - low + 1);
    }
}
