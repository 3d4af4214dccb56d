// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {LicenseCommittee} from "../../src/LicenseCommittee.sol";
import {Checks} from "./Checks.sol";
import {vm} from "./Vm.sol";

/// Five operators, three needed; windows of 10, 20, 30 and 40 blocks.
abstract contract CommitteeFixture is Checks {
    uint8 internal constant COMMIT = 1;
    uint8 internal constant REVEAL = 2;
    uint8 internal constant COMPLAINT = 3;

    LicenseCommittee internal committee;

    function setUp() public virtual {
        vm.roll(1_000);
        committee = new LicenseCommittee(operators(5), 3, 10, 20, 30, 40);
    }

    function operators(uint256 n) internal pure returns (address[] memory list) {
        list = new address[](n);
        for (uint256 i; i < n; ++i) {
            list[i] = operator(i + 1);
        }
    }

    function operator(uint256 i) internal pure returns (address) {
        return address(uint160(0xC0FFEE00 - i));
    }

    function key(uint256 i) internal pure returns (bytes32) {
        return keccak256(abi.encode("identity", i));
    }

    function point(uint256 i) internal pure returns (bytes memory) {
        return abi.encodePacked(uint8(2 + i % 2), keccak256(abi.encode("point", i)));
    }

    function register(uint256 i) internal {
        vm.prank(operator(i));
        committee.register(key(i), point(i), "proof", string(abi.encodePacked("https://node", bytes1(uint8(48 + i)))));
    }

    function registerAll() internal {
        for (uint256 i = 1; i <= 5; ++i) {
            register(i);
        }
    }

    function dealing(uint256 i) internal pure returns (bytes memory) {
        return abi.encodePacked("dealing of ", i, new bytes(300));
    }

    function commitment(bytes memory dealt) internal pure returns (bytes memory) {
        return abi.encodePacked(
            sha256(abi.encodePacked(hex"00000010", "smartweb/v1/deal", uint32(dealt.length), dealt))
        );
    }

    function post(uint256 i, uint8 kind, bytes memory payload) internal {
        uint64 epoch = committee.currentEpoch();
        vm.prank(operator(i));
        committee.post(epoch, kind, payload);
    }

    function commitAll() internal {
        for (uint256 i = 1; i <= 5; ++i) {
            post(i, COMMIT, commitment(dealing(i)));
        }
    }

    function revealAll() internal {
        for (uint256 i = 1; i <= 5; ++i) {
            post(i, REVEAL, dealing(i));
        }
    }

    function complaint(uint16 dealer) internal pure returns (bytes memory) {
        return abi.encodePacked(dealer, "evidence");
    }

    /// A_0..A_2 and h_1..h_5.
    function publicData() internal pure returns (bytes memory data) {
        for (uint256 i = 1; i <= 8; ++i) {
            data = abi.encodePacked(data, point(i));
        }
    }

    function confirm(uint256 i, bytes32 transcript) internal {
        uint64 epoch = committee.currentEpoch();
        bytes memory data = publicData();
        bytes32 hash = sha256(data);
        vm.prank(operator(i));
        committee.confirm(epoch, transcript, point(1), hash, data, new bytes(64));
    }
}
