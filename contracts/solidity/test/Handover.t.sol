// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {CommitteeTreasuryTypes} from "../src/CommitteeTreasuryTypes.sol";
import {Ceremony, EpochInfo, Handover, LicenseCommitteeTypes, Member} from "../src/LicenseCommitteeTypes.sol";
import {CommitteeFixture} from "./support/CommitteeFixture.sol";
import {vm} from "./support/Vm.sol";

/// Who may follow (decision B4), and the ceremonies that share the key anew.
contract HandoverTest is CommitteeFixture {
    function setUp() public override {
        super.setUp();
        generateKey();
        register(6);
        register(7);
        register(8);
    }

    function test_aSetThatTOperatorsApprovedTakesOverWithTheSameKey() external {
        Handover memory h = handover(range(3, 7), 3);
        bytes32 id = approve(1, h);
        approve(2, h);
        _refusedBegin(h, abi.encodeWithSelector(LicenseCommitteeTypes.NotApproved.selector, 2, 3));
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.HandoverReady(id, 50_100);
        approve(3, h);
        vm.warp(50_099);
        _refusedBegin(h, abi.encodeWithSelector(LicenseCommitteeTypes.TooEarly.selector, 50_100));
        vm.warp(50_100);
        committee.beginReshare(h);
        EpochInfo memory info = committee.epochInfo(2);
        equal(info.kind, 2, "reshare");
        equal(info.from, 1, "from");
        equal(committee.size(), 5, "still the old set");
        equal(committee.memberIndex(operator(6)), 0, "not yet a member");
        dealAll();
        vm.warp(50_500);
        confirmBy(5, 6, 7);
        equal(committee.activeEpoch(), 2, "active");
        equal(committee.groupKey(), point(1), "the key stays");
        equal(committee.memberIndex(operator(1)), 0, "left");
        equal(committee.memberIndex(operator(3)), 1, "a new index");
        equal(committee.indexIn(1, operator(3)), 3, "the old index");
        Member[] memory members = committee.members();
        equal(members[4].identityKey, key(7), "the new member's keys");
        equal(committee.membersOf(1)[0].operator, operator(1), "the old set is on record");
        _bothServeForTenMinutes();
    }

    function _bothServeForTenMinutes() private {
        (uint64 newest, uint64 before) = committee.servingEpochs();
        equal(newest, 2, "newest");
        equal(before, 1, "before");
        equal(committee.epochInfo(1).replacedAt, 50_500, "replaced");
        equal(committee.epochInfo(2).activatedAt, 50_500, "activated");
        vm.warp(51_099);
        (, before) = committee.servingEpochs();
        equal(before, 1, "the last second");
        vm.warp(51_100);
        (, before) = committee.servingEpochs();
        equal(before, 0, "over");
    }

    function test_dealersHaveOldIndicesAndComplainantsNewOnes() external {
        _begin(range(3, 7), 3);
        Ceremony memory c = committee.ceremony(2);
        equal(c.commitCloses, c.start, "no commitments");
        equal(committee.phase(2), 2, "dealing is open");
        _refusedPost(6, REVEAL, dealing(6), abi.encodeWithSelector(LicenseCommitteeTypes.NotOperator.selector, operator(6)));
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.BoardMessage(2, 0, REVEAL, 5, dealing(5));
        post(5, REVEAL, dealing(5));
        _refusedPost(
            5, REVEAL, dealing(5), abi.encodeWithSelector(LicenseCommitteeTypes.AlreadyPosted.selector, 2, REVEAL, 5)
        );
        _refusedPost(5, COMMIT, dealing(5), abi.encodeWithSelector(LicenseCommitteeTypes.WrongPhase.selector, 1, 2));
        vm.roll(block.number + 20);
        equal(committee.phase(2), 3, "absent dealers are not waited for");
        _refusedPost(1, COMPLAINT, complaint(5), abi.encodeWithSelector(LicenseCommitteeTypes.NotOperator.selector, operator(1)));
        _refusedPost(6, COMPLAINT, complaint(4), abi.encodeWithSelector(LicenseCommitteeTypes.BadDealer.selector, 4));
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.BoardMessage(2, 1, COMPLAINT, 4, complaint(5));
        post(6, COMPLAINT, complaint(5));
    }

    function test_noCeremonyChangesTheGroupKey() external {
        _begin(range(3, 7), 3);
        dealAll();
        bytes memory data = publicData();
        data[1] ^= 0x01;
        bytes memory other = new bytes(33);
        for (uint256 i; i < 33; ++i) {
            other[i] = data[i];
        }
        bytes32 hash = sha256(data);
        vm.prank(operator(3));
        vm.expectRevert(LicenseCommitteeTypes.GroupKeyChanged.selector);
        committee.confirm(2, "T", other, hash, data, new bytes(64));
    }

    function test_aFailedReshareLeavesTheActiveEpochAndMayBeginAgain() external {
        Handover memory h = _begin(range(3, 7), 3);
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.CeremonyRunning.selector, 2, 2));
        committee.beginReshare(h);
        vm.roll(block.number + 90);
        equal(committee.phase(2), 6, "failed");
        equal(committee.activeEpoch(), 1, "as before");
        vm.expectRevert(LicenseCommitteeTypes.GroupKeyExists.selector);
        committee.restart();
        committee.beginReshare(h);
        equal(committee.currentEpoch(), 3, "the next attempt");
        dealAll();
        confirmBy(3, 4, 6);
        equal(committee.activeEpoch(), 3, "active");
        equal(committee.epochInfo(3).from, 1, "from the epoch that served");
        vm.roll(block.number + 90);
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.WrongEpoch.selector, 1, 3));
        committee.beginReshare(h);
    }

    function test_membersRefreshTheirSharesOnceInATimeLock() external {
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.NotOperator.selector, address(this)));
        committee.beginRefresh();
        vm.startPrank(operator(2));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.TooEarly.selector, 50_100));
        committee.beginRefresh();
        vm.warp(50_100);
        committee.beginRefresh();
        vm.stopPrank();
        equal(committee.epochInfo(2).kind, 3, "refresh");
        dealAll();
        confirmBy(1, 4, 5);
        equal(committee.activeEpoch(), 2, "active");
        equal(committee.members()[0].operator, operator(1), "the same set");
    }

    function test_approvalsCanBeTakenBackUntilTheBeginning() external {
        Handover memory h = handover(range(3, 7), 3);
        bytes32 id = approveByThree(h);
        vm.startPrank(operator(2));
        vm.expectEmit(true, true, true, true, address(committee));
        emit LicenseCommitteeTypes.HandoverReady(id, 0);
        committee.withdrawApproval(id);
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.NothingToWithdraw.selector, id, operator(2)));
        committee.withdrawApproval(id);
        vm.stopPrank();
        vm.warp(50_150);
        _refusedBegin(h, abi.encodeWithSelector(LicenseCommitteeTypes.NotApproved.selector, 2, 3));
        approve(4, h);
        equal(committee.handoverState(id).readyAt, 50_250, "the lock begins anew");
        vm.warp(50_250);
        committee.beginReshare(h);
        vm.prank(operator(4));
        vm.expectRevert(abi.encodeWithSelector(LicenseCommitteeTypes.NothingToWithdraw.selector, id, operator(4)));
        committee.withdrawApproval(id);
    }

    function test_newcomersStayBelowTheNewThreshold() external {
        Handover memory h = handover(range(4, 8), 3);
        _refusedApproval(1, h, abi.encodeWithSelector(LicenseCommitteeTypes.TooManyNewcomers.selector, 3, 3));
        h = handover(range(4, 7), 2);
        _refusedApproval(1, h, abi.encodeWithSelector(LicenseCommitteeTypes.TooManyNewcomers.selector, 2, 2));
        approve(1, handover(range(4, 6), 2));
    }

    /// Over any two sizes: what is accepted has n >= 2t - 1 and fewer newcomers than t.
    function test_onlySafeSetsAreAccepted(uint8 first, uint8 last, uint8 t) external {
        uint256 from = bound(first, 1, 8);
        uint256 to = bound(last, from, 8);
        t = uint8(bound(t, 0, 9));
        uint256 n = to - from + 1;
        uint256 newcomers = to > 5 ? to - (from > 6 ? from - 1 : 5) : 0;
        Handover memory h = handover(range(from, to), t);
        bool safe = t > 0 && n + 1 >= 2 * uint256(t) && newcomers < t;
        bytes memory signature = signed(1, h);
        (bool ok,) = address(committee).call(abi.encodeCall(committee.approve, (h, signature)));
        isTrue(ok == safe, "accepted exactly when safe");
    }

    function test_refusesSetsOfStrangersTwinsAndThoseWhoLeave() external {
        Handover memory h = handover(range(3, 7), 3);
        h.operators[4] = operator(9);
        _refusedApproval(1, h, abi.encodeWithSelector(LicenseCommitteeTypes.NotRegistered.selector, operator(9)));
        h.operators[4] = operator(3);
        _refusedApproval(1, h, abi.encodeWithSelector(LicenseCommitteeTypes.DuplicateOperator.selector, operator(3)));
        vm.prank(operator(7));
        treasury.requestExit();
        h.operators[4] = operator(7);
        _refusedApproval(1, h, abi.encodeWithSelector(CommitteeTreasuryTypes.IsLeaving.selector, operator(7)));
    }

    function test_whoLeavesDuringTheLockStopsTheBeginning() external {
        Handover memory h = handover(range(3, 7), 3);
        approveByThree(h);
        vm.prank(operator(7));
        treasury.requestExit();
        vm.warp(50_100);
        _refusedBegin(h, abi.encodeWithSelector(CommitteeTreasuryTypes.IsLeaving.selector, operator(7)));
    }

    function test_approvalsAreBoundToEverythingThatWasSigned() external {
        Handover memory h = handover(range(3, 7), 3);
        bytes memory signature = signed(1, h);
        h.salt = "another";
        _refusedUnknownSigner(h, signature);
        h.salt = "salt";
        h.threshold = 2;
        _refusedUnknownSigner(h, signature);
        h.threshold = 3;
        h.expiry += 1;
        _refusedUnknownSigner(h, signature);
        h.expiry -= 1;
        (h.operators[0], h.operators[1]) = (h.operators[1], h.operators[0]);
        _refusedUnknownSigner(h, signature);
        (h.operators[0], h.operators[1]) = (h.operators[1], h.operators[0]);
        vm.expectRevert(
            abi.encodeWithSelector(LicenseCommitteeTypes.NotOperator.selector, address(0))
        );
        committee.approve(h, _malleated(signature));
        _refusedApproval(6, h, abi.encodeWithSelector(LicenseCommitteeTypes.NotOperator.selector, operator(6)));
        bytes32 id = committee.approve(h, signature);
        _refusedApproval(1, h, abi.encodeWithSelector(LicenseCommitteeTypes.AlreadyApproved.selector, id, operator(1)));
        h.fromEpoch = 2;
        _refusedApproval(2, h, abi.encodeWithSelector(LicenseCommitteeTypes.WrongEpoch.selector, 2, 1));
        h.fromEpoch = 1;
        vm.warp(h.expiry);
        _refusedApproval(2, h, abi.encodeWithSelector(LicenseCommitteeTypes.HandoverExpired.selector, h.expiry));
    }

    function test_nothingIsHandedOverBeforeThereIsAKey() external {
        super.setUp();
        registerAll();
        Handover memory h = handover(range(1, 5), 3);
        _refusedApproval(1, h, abi.encodeWithSelector(LicenseCommitteeTypes.WrongEpoch.selector, 0, 0));
        vm.expectRevert(LicenseCommitteeTypes.NoGroupKey.selector);
        committee.beginReshare(h);
        vm.expectRevert(LicenseCommitteeTypes.NoGroupKey.selector);
        committee.beginRefresh();
    }

    function _begin(address[] memory to, uint8 t) private returns (Handover memory h) {
        h = handover(to, t);
        approveByThree(h);
        vm.warp(50_100);
        committee.beginReshare(h);
    }

    function _malleated(bytes memory signature) private pure returns (bytes memory) {
        (bytes32 r, bytes32 s, uint8 v) = (0, 0, uint8(signature[64]));
        assembly ("memory-safe") {
            r := mload(add(signature, 32))
            s := mload(add(signature, 64))
        }
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        return abi.encodePacked(r, order - uint256(s), v == 27 ? uint8(28) : uint8(27));
    }

    function _refusedUnknownSigner(Handover memory h, bytes memory signature) private {
        (bool ok, bytes memory why) = address(committee).call(abi.encodeCall(committee.approve, (h, signature)));
        isTrue(!ok && bytes4(why) == LicenseCommitteeTypes.NotOperator.selector, "an approval of something else");
    }

    function _refusedBegin(Handover memory h, bytes memory refusal) private {
        vm.expectRevert(refusal);
        committee.beginReshare(h);
    }

    function _refusedApproval(uint256 i, Handover memory h, bytes memory refusal) private {
        bytes memory signature = signed(i, h);
        vm.expectRevert(refusal);
        committee.approve(h, signature);
    }

    function _refusedPost(uint256 i, uint8 kind, bytes memory payload, bytes memory refusal) private {
        vm.prank(operator(i));
        vm.expectRevert(refusal);
        committee.post(2, kind, payload);
    }
}
