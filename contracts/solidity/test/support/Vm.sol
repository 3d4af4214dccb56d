// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// The few cheat codes of forge that these tests use.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function addr(uint256 key) external pure returns (address);
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function prank(address caller) external;
    function startPrank(address caller) external;
    function stopPrank() external;
    function deal(address who, uint256 amount) external;
    function roll(uint256 blockNumber) external;
    function warp(uint256 time) external;
    function expectRevert(bytes4 selector) external;
    function expectRevert(bytes calldata data) external;
    function expectEmit(bool topic1, bool topic2, bool topic3, bool data, address emitter) external;
    function recordLogs() external;
    function getRecordedLogs() external returns (Log[] memory);
    function assume(bool condition) external pure;
    function label(address account, string calldata name) external;
    function cool(address target) external;
    function etch(address target, bytes calldata code) external;
}

Vm constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
