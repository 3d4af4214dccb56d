// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {CommitteeTreasuryTypes} from "../src/CommitteeTreasuryTypes.sol";
import {DevUsd} from "../src/DevUsd.sol";
import {Handover} from "../src/LicenseCommitteeTypes.sol";
import {CommitteeFixture} from "./support/CommitteeFixture.sol";
import {vm} from "./support/Vm.sol";


/// Bonds, convictions and pay (decision B8).
contract TreasuryTest is CommitteeFixture {
    DevUsd private usd;

    function setUp() public override {
        super.setUp();
        usd = new DevUsd();
        generateKey();
        register(6);
    }

    function test_incomeIsDividedAmongTheMembersOfTheActiveEpoch() external {
        _earn(1_003);
        treasury.settle(address(0));
        equal(treasury.perMember(1, address(0)), 200, "a fifth each");
        equal(treasury.owed(address(0)), 1_000, "owed");
        _earn(2);
        treasury.settle(address(0));
        equal(treasury.perMember(1, address(0)), 201, "the rest waited");
        vm.prank(operator(2));
        treasury.draw(1, address(0));
        equal(operator(2).balance, 201, "drawn");
        vm.prank(operator(2));
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.NothingToDraw.selector, 1, operator(2)));
        treasury.draw(1, address(0));
        vm.prank(operator(6));
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.NothingToDraw.selector, 1, operator(6)));
        treasury.draw(1, address(0));
        equal(treasury.totalBonds(), 6 ether, "bonds are no income");
    }

    function test_tokensAreDividedLikewise() external {
        usd.mint(address(treasury), 500);
        treasury.settle(address(usd));
        vm.prank(operator(5));
        treasury.draw(1, address(usd));
        equal(usd.balanceOf(operator(5)), 100, "drawn");
        equal(treasury.drawable(1, address(usd), operator(4)), 100, "the others still may");
    }

    function test_whatCameBeforeAChangeBelongsToThoseWhoServed() external {
        _earn(1_000);
        Handover memory h = handover(range(2, 6), 3);
        approveByThree(h);
        vm.warp(50_100);
        committee.beginReshare(h);
        dealAll();
        confirmBy(2, 3, 6);
        _earn(500);
        treasury.settle(address(0));
        equal(treasury.drawable(1, address(0), operator(1)), 200, "who left keeps what he earned");
        equal(treasury.drawable(2, address(0), operator(1)), 0, "and earns no more");
        equal(treasury.drawable(1, address(0), operator(6)), 0, "who came has no part of before");
        equal(treasury.drawable(2, address(0), operator(6)), 100, "and his part from now on");
    }

    function test_aRoyaltyTableMayNameTheTreasury() external {
        AutoClaims channel = new AutoClaims();
        treasury.acceptClaims(address(channel));
        isTrue(channel.allowed(address(treasury)), "anybody may make it pay out");
    }

    function test_tOthersConvictOnEvidence() external {
        _earn(1_000);
        treasury.settle(address(0));
        vm.prank(operator(1));
        bytes32 id = treasury.accuse(operator(4), 1, "bad_partial", "evidence");
        vm.prank(operator(1));
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.AlreadyJudged.selector, id, operator(1)));
        treasury.convict(id);
        vm.prank(operator(4));
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.AlreadyJudged.selector, id, operator(4)));
        treasury.convict(id);
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.NotOperator.selector, address(this)));
        treasury.convict(id);
        vm.prank(operator(2));
        treasury.convict(id);
        isTrue(!treasury.evicted(operator(4)), "two do not");
        vm.expectEmit(true, true, true, true, address(treasury));
        emit CommitteeTreasuryTypes.Convicted(id, operator(4), 1 ether);
        vm.prank(operator(3));
        treasury.convict(id);
        isTrue(treasury.evicted(operator(4)), "three do");
        equal(treasury.bondOf(operator(4)), 0, "the bond is gone");
        equal(address(0xdEaD).balance, 1 ether, "to nobody");
        _whatAConvictLoses();
    }

    function _whatAConvictLoses() private {
        vm.prank(operator(4));
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.IsEvicted.selector, operator(4)));
        treasury.draw(1, address(0));
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.NotConvicted.selector, operator(5)));
        treasury.burnWithheld(1, address(0), operator(5));
        treasury.burnWithheld(1, address(0), operator(4));
        equal(address(0xdEaD).balance, 1 ether + 200, "pay is withheld, and nobody's");
        vm.deal(address(this), 1 ether);
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.IsEvicted.selector, operator(4)));
        treasury.deposit{value: 1 ether}(operator(4));
        Handover memory h = handover(range(1, 5), 3);
        bytes memory signature = signed(1, h);
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.IsEvicted.selector, operator(4)));
        committee.approve(h, signature);
        equal(treasury.drawable(1, address(0), operator(1)), 200, "the others gained nothing");
    }

    function test_accusationsNameMembersAndEvidence() external {
        vm.startPrank(operator(1));
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.NotAMember.selector, operator(6), 1));
        treasury.accuse(operator(6), 1, "c", "evidence");
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.BadLength.selector, 0, 1, 24_576));
        treasury.accuse(operator(2), 1, "c", "");
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.UnknownAccusation.selector, bytes32("x")));
        treasury.convict("x");
        vm.stopPrank();
    }

    function test_votesOfDifferentEpochsDoNotAddUp() external {
        vm.prank(operator(1));
        bytes32 id = treasury.accuse(operator(4), 1, "c", "evidence");
        vm.prank(operator(2));
        treasury.convict(id);
        vm.warp(50_100);
        vm.prank(operator(1));
        committee.beginRefresh();
        dealAll();
        confirmBy(1, 2, 3);
        vm.prank(operator(3));
        treasury.convict(id);
        isTrue(!treasury.evicted(operator(4)), "two of the old epoch and one of the new");
    }

    function test_aBondIsReleasedAfterLeavingAndTheLock() external {
        vm.startPrank(operator(1));
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.StillMember.selector, operator(1)));
        treasury.requestExit();
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.TooEarly.selector, 0));
        treasury.withdrawBond();
        vm.stopPrank();
        vm.startPrank(operator(6));
        treasury.requestExit();
        vm.warp(50_999);
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.TooEarly.selector, 51_000));
        treasury.withdrawBond();
        vm.warp(51_000);
        treasury.withdrawBond();
        equal(operator(6).balance, 1 ether, "paid back");
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.TooEarly.selector, 0));
        treasury.withdrawBond();
        vm.stopPrank();
        equal(treasury.totalBonds(), 5 ether, "the others'");
    }

    function test_whoJoinsACeremonyCannotLeaveDuringIt() external {
        Handover memory h = handover(range(2, 6), 3);
        approveByThree(h);
        vm.warp(50_100);
        committee.beginReshare(h);
        vm.prank(operator(6));
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.StillMember.selector, operator(6)));
        treasury.requestExit();
        vm.roll(block.number + 90);
        vm.prank(operator(6));
        treasury.requestExit();
        equal(treasury.releasedAt(operator(6)), 51_100, "after it failed he may");
    }

    function test_foundersMayLeaveWhileThereIsNoKeyAndThenThereIsNone() external {
        super.setUp();
        for (uint256 i = 1; i < 5; ++i) {
            register(i);
        }
        vm.prank(operator(1));
        treasury.requestExit();
        bond(5);
        vm.prank(operator(5));
        _refused(abi.encodeWithSelector(CommitteeTreasuryTypes.IsLeaving.selector, operator(1)));
        committee.register(key(5), point(5), "proof", 0, "https://node5");
        bond(1);
        vm.prank(operator(5));
        committee.register(key(5), point(5), "proof", 0, "https://node5");
        equal(committee.currentEpoch(), 1, "a deposit ends the leaving");
    }

    function test_nobodyEntersThroughAPayment() external {
        _earn(1_000);
        treasury.settle(address(0));
        Reenterer evil = new Reenterer(address(treasury));
        vm.etch(operator(2), address(evil).code);
        vm.prank(operator(2));
        _refused(
            abi.encodeWithSignature("PayoutFailed(address,address,uint256)", address(0), operator(2), uint256(200))
        );
        treasury.draw(1, address(0));
        equal(treasury.drawable(1, address(0), operator(2)), 200, "as before");
    }

    function _earn(uint256 amount) private {
        vm.deal(address(this), amount);
        (bool ok,) = address(treasury).call{value: amount, gas: 30_000}("");
        isTrue(ok, "a sale's pushed royalty arrives with capped gas");
    }

    function _refused(bytes memory refusal) private {
        vm.expectRevert(refusal);
    }
}

contract AutoClaims {
    mapping(address => bool) public allowed;

    function setAutoClaim(bool yes) external {
        allowed[msg.sender] = yes;
    }
}

contract Reenterer {
    address private immutable treasury;

    constructor(address treasury_) {
        treasury = treasury_;
    }

    receive() external payable {
        (bool ok,) = treasury.call(abi.encodeWithSignature("draw(uint64,address)", uint64(1), address(0)));
        require(ok, "refused");
    }
}
