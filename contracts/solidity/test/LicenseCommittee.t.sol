// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {CommitteeTreasuryTypes} from "../src/CommitteeTreasuryTypes.sol";
import {LicenseCommittee} from "../src/LicenseCommittee.sol";
import {LicenseCommitteeTypes, Member} from "../src/LicenseCommitteeTypes.sol";
import {CommitteeFixture} from "./support/CommitteeFixture.sol";
import {vm} from "./support/Vm.sol";

/// Membership, registration and revocation.
contract LicenseCommitteeTest is CommitteeFixture {
    function test_membersKeepTheirPlace() external view {
        Member[] memory members = committee.members();
        equal(members.length, 5, "members");
        for (uint256 i; i < 5; ++i) {
            equal(members[i].operator, operator(i + 1), "operator");
            equal(members[i].index, i + 1, "index");
            equal(committee.memberIndex(operator(i + 1)), i + 1, "index by operator");
        }
        equal(committee.threshold(), 3, "threshold");
        equal(committee.size(), 5, "size");
    }

    function test_refusesCommitteesThatCannotBeSafe() external {
        _refused(4, 3, abi.encodeWithSelector(LicenseCommitteeTypes.BadCommitteeSize.selector, 4, 3));
        _refused(3, 0, abi.encodeWithSelector(LicenseCommitteeTypes.BadCommitteeSize.selector, 3, 0));
        _refused(0, 1, abi.encodeWithSelector(LicenseCommitteeTypes.BadCommitteeSize.selector, 0, 1));
        _refused(256, 3, abi.encodeWithSelector(LicenseCommitteeTypes.BadCommitteeSize.selector, 256, 3));
        address[] memory twice = operators(3);
        twice[2] = twice[0];
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.DuplicateOperator.selector, twice[0]));
        new LicenseCommittee(twice, 2, 1, 1, 1, 1, 0, 0, 0);
        twice[2] = address(0);
        vm.expectRevert(LicenseCommitteeTypes.ZeroAddress.selector);
        new LicenseCommittee(twice, 2, 1, 1, 1, 1, 0, 0, 0);
        address[] memory one = operators(1);
        vm.expectRevert(LicenseCommitteeTypes.ZeroWindow.selector);
        new LicenseCommittee(one, 1, 1, 0, 1, 1, 0, 0, 0);
        equal(new LicenseCommittee(operators(255), 128, 1, 1, 1, 1, 0, 0, 0).size(), 255, "the largest works");
    }

    function test_registersOnceAndStartsWithTheLast() external {
        bond(1);
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.Registered(operator(1), key(1), point(1), "proof");
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.EndpointChanged(operator(1), tls(1), "https://node1");
        vm.prank(operator(1));
        committee.register(key(1), point(1), "proof", tls(1), "https://node1");
        vm.prank(operator(1));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.AlreadyRegistered.selector, operator(1)));
        committee.register(key(9), point(9), "proof", 0, "https://other");
        equal(committee.phase(1), 0, "not started");
        for (uint256 i = 2; i < 5; ++i) {
            register(i);
        }
        equal(committee.currentEpoch(), 0, "one is missing");
        bond(5);
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.CeremonyStarted(1, 1, 0, 1, uint64(block.number));
        vm.prank(operator(5));
        committee.register(key(5), point(5), "proof", tls(5), "https://node5");
        equal(committee.currentEpoch(), 1, "epoch");
        equal(committee.phase(1), 1, "commit phase");
        Member memory m = committee.members()[1];
        equal(m.identityKey, key(2), "identity");
        equal(m.encryptionKey, point(2), "encryption key");
        equal(bytes(m.endpoint), bytes("https://node2"), "endpoint");
        equal(m.tlsKey, tls(2), "certificate");
        equal(committee.membersOf(1).length, 5, "the set of the epoch");
        equal(committee.membersOf(2).length, 0, "no such epoch");
    }

    function test_refusesStrangersAndBadKeys() external {
        vm.expectRevert(
            abi.encodeWithSelector(CommitteeTreasuryTypes.BondTooSmall.selector, address(this), 0, 1 ether)
        );
        committee.register(key(1), point(1), "proof", 0, "x");
        bond(1);
        _refusedKeys(0, point(1), "p", "x", abi.encodeWithSelector(LicenseCommitteeTypes.BadIdentityKey.selector));
        bytes memory wrong = point(1);
        wrong[0] = 0x04;
        _refusedKeys(key(1), wrong, "p", "x", abi.encodeWithSelector(LicenseCommitteeTypes.BadPoint.selector, 0));
        _refusedKeys(
            key(1), new bytes(65), "p", "x", abi.encodeWithSelector(LicenseCommitteeTypes.BadLength.selector, 65, 33, 33)
        );
        _refusedKeys(
            key(1), point(1), "", "x", abi.encodeWithSelector(LicenseCommitteeTypes.BadLength.selector, 0, 1, 256)
        );
        _refusedKeys(
            key(1), point(1), "p", "", abi.encodeWithSelector(LicenseCommitteeTypes.BadLength.selector, 0, 1, 256)
        );
    }

    function test_registeringGivesAStrangerNothing() external {
        registerAll();
        bond(6);
        vm.prank(operator(6));
        committee.register(key(6), point(6), "proof", 0, "https://node6");
        equal(committee.operatorRecord(operator(6)).identityKey, key(6), "known");
        equal(committee.memberIndex(operator(6)), 0, "no member");
        bytes memory payload = commitment(dealing(6));
        vm.prank(operator(6));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.NotOperator.selector, operator(6)));
        committee.post(1, COMMIT, payload);
    }

    function test_auditAnchorsOnlyGoForward() external {
        register(1);
        vm.startPrank(operator(1));
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.AuditAnchored(operator(1), 0, 0, 9, "head", "root");
        committee.anchorAudit(0, 9, "head", "root");
        equal(
            committee.auditAnchor(operator(1), 0),
            keccak256(abi.encode(uint64(0), uint64(9), bytes32("head"), bytes32("root"))),
            "anchor"
        );
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.AuditNotNewer.selector, 9, 12, 10));
        committee.anchorAudit(9, 12, "h", "r");
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.AuditNotNewer.selector, 12, 11, 10));
        committee.anchorAudit(12, 11, "h", "r");
        vm.warp(60_000);
        committee.anchorAudit(15, 15, "h", "r");
        vm.stopPrank();
        equal(committee.auditOf(operator(1)).records, 16, "the gap is seen");
        equal(committee.auditOf(operator(1)).anchors, 2, "anchors");
        equal(committee.auditOf(operator(1)).at, 60_000, "time");
        equal(committee.auditAnchor(operator(1), 2), 0, "none yet");
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.NotRegistered.selector, address(this)));
        committee.anchorAudit(0, 0, "h", "r");
    }

    function test_onlyTheEndpointCanMove() external {
        vm.prank(operator(1));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.NotRegistered.selector, operator(1)));
        committee.setEndpoint("https://moved", tls(7));
        register(1);
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.EndpointChanged(operator(1), tls(7), "https://moved");
        vm.prank(operator(1));
        committee.setEndpoint("https://moved", tls(7));
        equal(bytes(committee.members()[0].endpoint), bytes("https://moved"), "endpoint");
        equal(committee.members()[0].identityKey, key(1), "keys stay");
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.NotRegistered.selector, address(this)));
        committee.setEndpoint("https://thief", 0);
    }

    function test_walletsRevokeDevicesAndDelegationsForEver() external {
        vm.warp(12_345);
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.DeviceRevoked(operator(9), "device");
        vm.prank(operator(9));
        committee.revokeDevice("device");
        equal(committee.revokedAt(operator(9), "device"), 12_345, "time");
        equal(committee.revokedAt(operator(8), "device"), 0, "another wallet's device");
        vm.warp(20_000);
        vm.prank(operator(9));
        vm.expectRevert(
            abi.encodeWithSelector(LicenseCommitteeTypes.AlreadyRevoked.selector, operator(9), bytes32("device"))
        );
        committee.revokeDevice("device");
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.DelegationRevoked(operator(9), "text");
        vm.prank(operator(9));
        committee.revokeDelegation("text");
        equal(committee.delegationRevokedAt(operator(9), "text"), 20_000, "time");
        equal(committee.revokedAt(operator(9), "text"), 0, "no device of that name");
        vm.prank(operator(9));
        vm.expectRevert(
            abi.encodeWithSelector(LicenseCommitteeTypes.AlreadyRevoked.selector, operator(9), bytes32("text"))
        );
        committee.revokeDelegation("text");
    }

    function _refused(uint256 n, uint8 t, bytes memory refusal) private {
        address[] memory list = operators(n);
        vm.expectRevert(refusal);
        new LicenseCommittee(list, t, 1, 1, 1, 1, 0, 0, 0);
    }

    function _refusedKeys(
        bytes32 identity,
        bytes memory encryption,
        bytes memory proof,
        string memory endpoint,
        bytes memory refusal
    ) private {
        vm.prank(operator(1));
        vm.expectRevert(refusal);
        committee.register(identity, encryption, proof, 0, endpoint);
    }
}
