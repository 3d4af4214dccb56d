// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {LicenseCommittee} from "../../src/LicenseCommittee.sol";
import {EpochInfo, Handover, HandoverState} from "../../src/LicenseCommitteeTypes.sol";
import {CommitteeFixture} from "./CommitteeFixture.sol";
import {vm} from "./Vm.sol";

/// Steps of eight operators around one committee; a step that is refused changes nothing.
contract CommitteeHandler is CommitteeFixture {
    uint256 public reshares;
    uint256 public refreshes;
    uint256 public draws;
    uint256 public exits;
    uint256 public convictions;
    uint256 public shortcuts;
    uint256 public paidIn;
    uint256 public paidOut;
    Handover private _proposed;
    bytes32 private _id;

    function found() external {
        generateKey();
        register(6);
        register(7);
        register(8);
        paidIn = 8 ether;
    }

    function made() external view returns (LicenseCommittee) {
        return committee;
    }

    /// Approves the running proposal, or proposes eight operators less a few.
    function approveSome(uint256 who, uint256 leaveOut, uint256 t) external {
        if (_proposed.fromEpoch != committee.activeEpoch() || block.timestamp >= _proposed.expiry) {
            _propose(leaveOut, t);
        }
        Handover memory h = _proposed;
        for (uint256 i; i < 2; ++i) {
            bytes memory signature = signed(bound(who % 8 + 3 * i, 1, 8), h);
            try committee.approve(h, signature) returns (bytes32 id) {
                _id = id;
            } catch {}
        }
    }

    function takeBack(uint256 who) external {
        vm.prank(operator(bound(who, 1, 8)));
        try committee.withdrawApproval(_id) {} catch {}
    }

    /// Lets time pass, begins, and goes through the ceremony; or lets it fail.
    function beginAndFinish(uint256 wait) external {
        vm.warp(block.timestamp + bound(wait, 0, 200));
        HandoverState memory state = committee.handoverState(_id);
        Handover memory h = _proposed;
        try committee.beginReshare(h) {
            bool early = state.readyAt == 0 || block.timestamp < state.readyAt;
            if (early || state.approvals < committee.threshold()) ++shortcuts;
            if (_finish(wait % 4 != 0)) ++reshares;
        } catch {}
    }

    function refresh(uint256 who) external {
        if (who % 4 != 0) return;
        vm.warp(block.timestamp + 60);
        vm.prank(operator(bound(who, 1, 8)));
        try committee.beginRefresh() {
            if (_finish(true)) ++refreshes;
        } catch {}
    }

    function earn(uint256 amount) external {
        amount = bound(amount, 1, 1 ether);
        vm.deal(address(this), amount);
        (bool ok,) = address(treasury).call{value: amount}("");
        if (ok) paidIn += amount;
        treasury.settle(address(0));
    }

    function draw(uint256 who, uint256 epoch) external {
        address to = operator(bound(who, 1, 8));
        uint256 before = to.balance;
        uint64 recent = _recent(epoch);
        vm.prank(to);
        try treasury.draw(recent, address(0)) {
            ++draws;
        } catch {}
        paidOut += to.balance - before;
    }

    function exit(uint256 who) external {
        uint256 i = bound(who, 1, 8);
        address leaving = operator(i);
        uint256 before = leaving.balance;
        vm.startPrank(leaving);
        if (treasury.releasedAt(leaving) == 0) {
            try treasury.requestExit() {} catch {}
        } else {
            try treasury.withdrawBond() {
                ++exits;
            } catch {}
        }
        vm.stopPrank();
        paidOut += leaving.balance - before;
        bool left = treasury.bondOf(leaving) == 0 && !treasury.evicted(leaving);
        if (left) {
            bond(i);
            paidIn += 1 ether;
        }
    }

    /// Three operators, chosen by chance, vote on one.
    function convict(uint256 who, uint256 by) external {
        if (by % 16 != 0) return;
        address accused = operator(bound(who, 1, 8));
        bool before = treasury.evicted(accused);
        uint64 epoch = committee.activeEpoch();
        for (uint256 i; i < 3; ++i) {
            vm.prank(operator(bound(by / 16 + i, 1, 8)));
            try treasury.accuse(accused, epoch, "code", "evidence") {} catch {}
        }
        if (!before && treasury.evicted(accused)) ++convictions;
    }

    function _propose(uint256 leaveOut, uint256 t) private {
        address[] memory list = new address[](8);
        uint256 n;
        for (uint256 i = 1; i <= 8; ++i) {
            if (leaveOut % 9 == i || !_mayServe(operator(i))) continue;
            list[n++] = operator(i);
        }
        assembly ("memory-safe") {
            mstore(list, n)
        }
        _proposed = handover(list, uint8(bound(t, 2, 4)));
    }

    /// The active epoch or one shortly before.
    function _recent(uint256 pick) private view returns (uint64) {
        uint64 active = committee.activeEpoch();
        return active - uint64(bound(pick, 0, active > 2 ? 2 : active - 1));
    }

    function _mayServe(address who) private view returns (bool) {
        return treasury.bondOf(who) == 1 ether && treasury.releasedAt(who) == 0;
    }

    function _finish(bool everybody) private returns (bool done) {
        uint64 epoch = committee.currentEpoch();
        EpochInfo memory info = committee.epochInfo(epoch);
        if (everybody) {
            for (uint256 i = 1; i <= 8; ++i) {
                if (committee.indexIn(info.from, operator(i)) != 0) post(i, REVEAL, dealing(i));
            }
            vm.roll(block.number + 30);
            _confirm(epoch, info);
        }
        vm.roll(block.number + 130);
        return committee.activeEpoch() == epoch;
    }

    function _confirm(uint64 epoch, EpochInfo memory info) private {
        bytes memory data;
        for (uint256 i = 1; i <= uint256(info.size) + info.threshold; ++i) {
            data = abi.encodePacked(data, point(i));
        }
        bytes32 hash = sha256(data);
        for (uint256 i = 1; i <= 8; ++i) {
            if (committee.indexIn(epoch, operator(i)) == 0) continue;
            vm.prank(operator(i));
            committee.confirm(epoch, "T", point(1), hash, data, new bytes(64));
        }
    }
}
