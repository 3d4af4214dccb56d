// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Ceremony, LicenseCommitteeTypes} from "../src/LicenseCommitteeTypes.sol";
import {CommitteeFixture} from "./support/CommitteeFixture.sol";
import {Vm, vm} from "./support/Vm.sol";

/// The board: its order, its phases, its deadlines, and posts that do not fit.
contract CeremonyTest is CommitteeFixture {
    function setUp() public override {
        super.setUp();
        registerAll();
    }

    function test_everybodyInTimeActivatesTheFirstEpoch() external {
        commitAll();
        equal(committee.phase(1), 2, "reveal opens with the last commitment");
        vm.roll(1_001);
        revealAll();
        equal(committee.phase(1), 3, "complaints open with the last reveal");
        vm.roll(1_030);
        equal(committee.phase(1), 3, "complaints run their whole window");
        vm.roll(1_031);
        equal(committee.phase(1), 4, "confirmations");
        confirm(1, "T");
        confirm(2, "T");
        equal(committee.activeEpoch(), 0, "two of three");
        bytes32 expected = sha256(
            abi.encodePacked(hex"00000011", "smartweb/v1/group", hex"00000002", hex"0001", hex"00000021", point(1))
        );
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.EpochActivated(1, expected, point(1));
        confirm(3, "T");
        equal(committee.activeEpoch(), 1, "active");
        equal(committee.phase(1), 5, "phase");
        equal(committee.gk(), expected, "gk");
        equal(committee.groupKey(), point(1), "group key");
        equal(committee.epochPublic(1), publicData(), "published values");
        equal(committee.epochPublic(2), "", "nothing for another epoch");
        confirm(5, "T");
    }

    function test_theBoardIsOrderedWithoutGaps() external {
        vm.recordLogs();
        commitAll();
        revealAll();
        post(2, COMPLAINT, complaint(4));
        post(3, COMPLAINT, complaint(4));
        post(2, COMPLAINT, complaint(5));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        equal(logs.length, 13, "messages");
        for (uint256 i; i < logs.length; ++i) {
            equal(uint256(logs[i].topics[1]), 1, "epoch");
            equal(uint256(logs[i].topics[2]), i, "seq");
        }
        equal(committee.ceremony(1).messages, 13, "count");
    }

    function test_deadlinesCloseAPhase() external {
        Ceremony memory c = committee.ceremony(1);
        equal(c.start, 1_000, "start");
        equal(c.commitCloses, 1_010, "commit");
        equal(c.revealCloses, 1_030, "reveal");
        equal(c.complaintCloses, 1_060, "complaint");
        equal(c.confirmCloses, 1_100, "confirm");
        post(1, COMMIT, commitment(dealing(1)));
        post(2, COMMIT, commitment(dealing(2)));
        post(3, COMMIT, commitment(dealing(3)));
        vm.roll(1_009);
        equal(committee.phase(1), 1, "last block of commitments");
        vm.roll(1_010);
        equal(committee.phase(1), 2, "first block of reveals");
        _refused(4, COMMIT, commitment(dealing(4)), _wrongPhase(1, 2));
        post(1, REVEAL, dealing(1));
        post(2, REVEAL, dealing(2));
        vm.roll(1_020);
        post(3, REVEAL, dealing(3));
        equal(committee.phase(1), 3, "all who committed have revealed");
        c = committee.ceremony(1);
        equal(c.commitCloses, 1_010, "commit stays");
        equal(c.revealCloses, 1_020, "reveal closed early");
        equal(c.complaintCloses, 1_050, "complaint");
        vm.roll(1_050);
        equal(committee.phase(1), 4, "confirm");
        vm.roll(1_090);
        equal(committee.phase(1), 6, "failed");
    }

    function test_phasesKeepTheirOrder() external {
        _refused(1, REVEAL, dealing(1), _wrongPhase(2, 1));
        _refused(1, COMPLAINT, complaint(2), _wrongPhase(3, 1));
        _refusedConfirm(1, _wrongPhase(4, 1));
        commitAll();
        _refused(1, COMPLAINT, complaint(2), _wrongPhase(3, 2));
        revealAll();
        _refused(1, REVEAL, dealing(1), _wrongPhase(2, 3));
        _refusedConfirm(1, _wrongPhase(4, 3));
        vm.roll(1_030);
        _refused(1, COMPLAINT, complaint(2), _wrongPhase(3, 4));
        vm.roll(1_070);
        _refusedConfirm(1, _wrongPhase(4, 6));
    }

    function test_onlyOperatorsPostInTheCurrentEpoch() external {
        bytes memory payload = commitment(dealing(1));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.NotOperator.selector, address(this)));
        committee.post(1, COMMIT, payload);
        vm.startPrank(operator(1));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.WrongEpoch.selector, 2, 1));
        committee.post(2, COMMIT, payload);
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.WrongEpoch.selector, 0, 1));
        committee.post(0, COMMIT, payload);
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.UnknownKind.selector, 0));
        committee.post(1, 0, payload);
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.UnknownKind.selector, 4));
        committee.post(1, 4, payload);
        vm.stopPrank();
    }

    function test_oneCommitmentAndOneRevealEach() external {
        post(1, COMMIT, commitment(dealing(1)));
        _refused(1, COMMIT, commitment(dealing(9)), _already(1, 1));
        _refused(2, COMMIT, "short", abi.encodeWithSelector(LicenseCommitteeTypes.BadLength.selector, 5, 32, 32));
        _refused(
            2, COMMIT, new bytes(32), abi.encodeWithSelector(LicenseCommitteeTypes.CommitmentMismatch.selector, 0, 0)
        );
        post(2, COMMIT, commitment(dealing(2)));
        vm.roll(1_010);
        post(1, REVEAL, dealing(1));
        _refused(1, REVEAL, dealing(1), _already(2, 1));
        _refused(3, REVEAL, dealing(3), abi.encodeWithSelector(LicenseCommitteeTypes.NotCommitted.selector, 1, 3));
    }

    function test_aRevealMustBeWhatWasCommitted() external {
        commitAll();
        bytes memory changed = dealing(1);
        changed[20] ^= 0x01;
        _refused(
            1,
            REVEAL,
            changed,
            abi.encodeWithSelector(
                LicenseCommitteeTypes.CommitmentMismatch.selector,
                bytes32(commitment(dealing(1))),
                bytes32(commitment(changed))
            )
        );
        _refused(2, REVEAL, "", abi.encodeWithSelector(LicenseCommitteeTypes.BadLength.selector, 0, 1, 24_576));
        _refused(
            2,
            REVEAL,
            new bytes(24_577),
            abi.encodeWithSelector(LicenseCommitteeTypes.BadLength.selector, 24_577, 1, 24_576)
        );
        equal(committee.ceremony(1).messages, 5, "what was refused left no message");
    }

    function test_complaintsAreBounded() external {
        for (uint256 i = 1; i <= 4; ++i) {
            post(i, COMMIT, commitment(dealing(i)));
        }
        vm.roll(1_010);
        for (uint256 i = 1; i <= 4; ++i) {
            post(i, REVEAL, dealing(i));
        }
        post(5, COMPLAINT, complaint(1));
        _refused(
            5, COMPLAINT, complaint(1), abi.encodeWithSelector(LicenseCommitteeTypes.AlreadyComplained.selector, 5, 1)
        );
        _refused(1, COMPLAINT, complaint(0), abi.encodeWithSelector(LicenseCommitteeTypes.BadDealer.selector, 0));
        _refused(1, COMPLAINT, complaint(6), abi.encodeWithSelector(LicenseCommitteeTypes.BadDealer.selector, 6));
        _refused(1, COMPLAINT, complaint(5), abi.encodeWithSelector(LicenseCommitteeTypes.BadDealer.selector, 5));
        _refused(1, COMPLAINT, complaint(257), abi.encodeWithSelector(LicenseCommitteeTypes.BadDealer.selector, 257));
        _refused(
            1, COMPLAINT, hex"00", abi.encodeWithSelector(LicenseCommitteeTypes.BadLength.selector, 1, 2, 1_024)
        );
    }

    function test_onlyTheSameOutcomeCounts() external {
        _toConfirm();
        confirm(1, "T");
        confirm(2, "other");
        confirm(3, "T");
        equal(committee.activeEpoch(), 0, "two and one");
        confirm(4, "T");
        equal(committee.activeEpoch(), 1, "three");
    }

    function test_oneConfirmationEach() external {
        _toConfirm();
        confirm(1, "T");
        _refusedConfirm(1, _already(4, 1));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.NotOperator.selector, address(this)));
        committee.confirm(1, "T", point(1), 0, "", "");
    }

    function test_publishedValuesMustFit() external {
        _toConfirm();
        bytes memory data = publicData();
        bytes memory key = point(1);
        bytes32 hash = sha256(data);
        vm.startPrank(operator(1));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.PublicHashMismatch.selector, bytes32(0), hash));
        committee.confirm(1, "T", key, 0, data, new bytes(64));
        vm.expectRevert(LicenseCommitteeTypes.GroupKeyMismatch.selector);
        committee.confirm(1, "T", point(2), hash, data, new bytes(64));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.BadLength.selector, 63, 64, 64));
        committee.confirm(1, "T", key, hash, data, new bytes(63));
        bytes memory shorter = new bytes(231);
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.BadLength.selector, 231, 264, 264));
        committee.confirm(1, "T", key, hash, shorter, new bytes(64));
        data[33] = 0x00;
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.BadPoint.selector, 33));
        committee.confirm(1, "T", key, hash, data, new bytes(64));
        vm.stopPrank();
    }

    function test_aFailedCeremonyIsFollowedByTheNextEpoch() external {
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.CeremonyNotFailed.selector, 1, 1));
        committee.restart();
        post(1, COMMIT, commitment(dealing(1)));
        vm.roll(1_100);
        committee.restart();
        equal(committee.currentEpoch(), 2, "epoch");
        equal(committee.ceremony(2).start, 1_100, "start");
        equal(committee.ceremony(2).messages, 0, "a board of its own");
        vm.prank(operator(1));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.WrongEpoch.selector, 1, 2));
        committee.post(1, COMMIT, new bytes(32));
        commitAll();
        revealAll();
        vm.roll(1_130);
        confirm(1, "T");
        confirm(2, "T");
        confirm(3, "T");
        equal(committee.activeEpoch(), 2, "active");
    }

    function test_anActiveGroupKeyStays() external {
        _toConfirm();
        confirm(1, "T");
        confirm(2, "T");
        confirm(3, "T");
        vm.roll(10_000);
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.CeremonyNotFailed.selector, 1, 5));
        committee.restart();
    }

    function test_nothingStartsBeforeAllAreRegistered() external {
        super.setUp();
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.CeremonyNotFailed.selector, 0, 0));
        committee.restart();
        vm.prank(operator(1));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.WrongEpoch.selector, 0, 0));
        committee.post(0, COMMIT, new bytes(32));
    }

    function _toConfirm() private {
        commitAll();
        revealAll();
        vm.roll(1_030);
    }

    function _wrongPhase(uint8 required, uint8 current) private pure returns (bytes memory) {
        return abi.encodeWithSelector(LicenseCommitteeTypes.WrongPhase.selector, required, current);
    }

    function _already(uint8 kind, uint8 member) private pure returns (bytes memory) {
        return abi.encodeWithSelector(LicenseCommitteeTypes.AlreadyPosted.selector, 1, kind, member);
    }

    function _refused(uint256 i, uint8 kind, bytes memory payload, bytes memory refusal) private {
        vm.prank(operator(i));
        vm.expectRevert(refusal);
        committee.post(1, kind, payload);
    }

    function _refusedConfirm(uint256 i, bytes memory refusal) private {
        bytes memory data = publicData();
        bytes32 hash = sha256(data);
        vm.prank(operator(i));
        vm.expectRevert(refusal);
        committee.confirm(1, "T", point(1), hash, data, new bytes(64));
    }
}
