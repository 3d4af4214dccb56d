// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {CommitteeTreasury} from "../../src/CommitteeTreasury.sol";
import {LicenseCommittee} from "../../src/LicenseCommittee.sol";
import {Handover} from "../../src/LicenseCommitteeTypes.sol";
import {Checks} from "./Checks.sol";
import {vm} from "./Vm.sol";

/// Five operators, three needed; windows of 10, 20, 30 and 40 blocks, a time lock of 100 seconds, a
/// bond lock of 1,000, a minimum bond of 1 ether.
abstract contract CommitteeFixture is Checks {
    uint8 internal constant COMMIT = 1;
    uint8 internal constant REVEAL = 2;
    uint8 internal constant COMPLAINT = 3;

    LicenseCommittee internal committee;
    CommitteeTreasury internal treasury;

    function setUp() public virtual {
        vm.roll(1_000);
        vm.warp(50_000);
        committee = new LicenseCommittee(operators(5), 3, 10, 20, 30, 40, 100, 1_000, 1 ether);
        treasury = committee.treasury();
    }

    function operators(uint256 n) internal pure returns (address[] memory list) {
        list = new address[](n);
        for (uint256 i; i < n; ++i) {
            list[i] = operator(i + 1);
        }
    }

    function operator(uint256 i) internal pure returns (address) {
        return vm.addr(operatorKey(i));
    }

    function operatorKey(uint256 i) internal pure returns (uint256) {
        return 0xC0FFEE00 + i;
    }

    function key(uint256 i) internal pure returns (bytes32) {
        return keccak256(abi.encode("identity", i));
    }

    function point(uint256 i) internal pure returns (bytes memory) {
        return abi.encodePacked(uint8(2 + i % 2), keccak256(abi.encode("point", i)));
    }

    function register(uint256 i) internal {
        bond(i);
        vm.prank(operator(i));
        committee.register(
            key(i), point(i), "proof", tls(i), string(abi.encodePacked("https://node", bytes1(uint8(48 + i))))
        );
    }

    function bond(uint256 i) internal {
        vm.deal(address(this), 1 ether);
        treasury.deposit{value: 1 ether}(operator(i));
    }

    function tls(uint256 i) internal pure returns (bytes32) {
        return keccak256(abi.encode("tls", i));
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

    /// Registers all and generates the key: epoch 1 is active, at block 1,030.
    function generateKey() internal {
        registerAll();
        commitAll();
        revealAll();
        vm.roll(block.number + 30);
        confirmBy(1, 2, 3);
    }

    function confirmBy(uint256 a, uint256 b, uint256 c) internal {
        confirm(a, "T");
        confirm(b, "T");
        confirm(c, "T");
    }

    /// Everybody of the old epoch deals, and the complaints' window passes.
    function dealAll() internal {
        for (uint256 i = 1; i <= 5; ++i) {
            if (committee.indexIn(committee.activeEpoch(), operator(i)) != 0) post(i, REVEAL, dealing(i));
        }
        vm.roll(block.number + 30);
    }

    /// A handover from the active epoch, valid for a thousand seconds.
    function handover(address[] memory to, uint8 t) internal view returns (Handover memory) {
        return Handover(committee.activeEpoch(), to, t, uint64(block.timestamp + 1_000), "salt");
    }

    function approve(uint256 i, Handover memory h) internal returns (bytes32) {
        return committee.approve(h, signed(i, h));
    }

    function signed(uint256 i, Handover memory h) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(operatorKey(i), committee.handoverDigest(h));
        return abi.encodePacked(r, s, v);
    }

    function approveByThree(Handover memory h) internal returns (bytes32 id) {
        id = approve(1, h);
        approve(2, h);
        approve(3, h);
    }

    /// Members `from` to `to`.
    function range(uint256 from, uint256 to) internal pure returns (address[] memory list) {
        list = new address[](to - from + 1);
        for (uint256 i; i < list.length; ++i) {
            list[i] = operator(from + i);
        }
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
