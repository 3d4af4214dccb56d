// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {EpochInfo, Handover} from "../src/LicenseCommitteeTypes.sol";
import {CommitteeFixture} from "./support/CommitteeFixture.sol";
import {CommitteeHandler} from "./support/CommitteeHandler.sol";
import {vm} from "./support/Vm.sol";

/// What holds after any sequence of handovers, refreshes, withdrawals, income, draws, exits and
/// convictions.
contract CommitteeInvariantTest is CommitteeFixture {
    CommitteeHandler private handler;

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    function setUp() public override {
        handler = new CommitteeHandler();
        handler.setUp();
        handler.found();
        (committee, treasury) = (handler.made(), handler.made().treasury());
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function excludeSelectors() external view returns (FuzzSelector[] memory excluded) {
        excluded = new FuzzSelector[](1);
        bytes4[] memory selectors = new bytes4[](2);
        (selectors[0], selectors[1]) = (CommitteeFixture.setUp.selector, CommitteeHandler.found.selector);
        excluded[0] = FuzzSelector(address(handler), selectors);
    }

    function invariant_keyMembersAndMoneyHold() public view {
        equal(committee.groupKey(), point(1), "the group key stays");
        uint64 active = committee.activeEpoch();
        EpochInfo memory info = committee.epochInfo(active);
        isTrue(info.size + 1 >= 2 * info.threshold, "n >= 2t - 1");
        if (info.from != 0) _fewNewcomers(active, info);
        uint256 bonds;
        for (uint256 i = 1; i <= 8; ++i) {
            bonds += treasury.bondOf(operator(i));
        }
        equal(treasury.totalBonds(), bonds, "bonds add up");
        equal(treasury.owed(address(0)), _undrawn(), "what is owed is what members may draw");
        atMost(treasury.owed(address(0)) + bonds, address(treasury).balance, "the treasury can pay");
        equal(
            handler.paidIn(),
            handler.paidOut() + address(0xdEaD).balance + address(treasury).balance,
            "money in = money out + burnt + held"
        );
        equal(handler.shortcuts(), 0, "epochs that came without approvals or before the lock");
    }

    /// The campaign would prove nothing if its steps never got anywhere.
    function test_theStepsReachEverything() external {
        for (uint256 i; i < 400; ++i) {
            uint256 pick = uint256(keccak256(abi.encode(i)));
            uint256 what = pick % 16;
            if (what < 6) handler.approveSome(pick >> 8, pick >> 16, pick >> 24);
            else if (what < 8) handler.beginAndFinish(pick >> 8);
            else if (what < 9) handler.refresh(pick >> 8);
            else if (what < 10) handler.takeBack(pick >> 8);
            else if (what < 12) handler.earn(pick >> 8);
            else if (what < 14) handler.draw(pick >> 8, pick >> 16);
            else if (what < 15) handler.exit(pick >> 8);
            else if (i > 300) handler.convict(pick >> 8, (pick >> 16) * 16);
        }
        invariant_keyMembersAndMoneyHold();
        isTrue(handler.reshares() > 2, "reshares");
        isTrue(handler.refreshes() > 2, "refreshes");
        isTrue(handler.draws() > 10, "draws");
        isTrue(handler.exits() > 0, "exits");
        isTrue(handler.convictions() > 0, "convictions");
    }

    function _fewNewcomers(uint64 epoch, EpochInfo memory info) private view {
        uint256 newcomers;
        for (uint256 i = 1; i <= 8; ++i) {
            bool isIn = committee.indexIn(epoch, operator(i)) != 0;
            if (isIn && committee.indexIn(info.from, operator(i)) == 0) ++newcomers;
        }
        isTrue(newcomers < info.threshold, "fewer newcomers than the threshold");
    }

    function _undrawn() private view returns (uint256 sum) {
        for (uint64 epoch = 1; epoch <= committee.currentEpoch(); ++epoch) {
            for (uint256 i = 1; i <= 8; ++i) {
                sum += treasury.drawable(epoch, address(0), operator(i));
            }
        }
    }
}
