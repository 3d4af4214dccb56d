// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelErrors} from "../src/ChannelErrors.sol";
import {ChannelEvents} from "../src/ChannelEvents.sol";
import {EditionTerms, HoldView, Listing, Reason, TransferPolicy} from "../src/ChannelStructs.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {RevertingHolder} from "./support/Hostile.sol";
import {vm} from "./support/Vm.sol";

/// A refund window holds the proceeds and the units until the buyer accepts or it ends (decision C3).
contract RefundTest is ChannelFixture {
    uint128 private constant PRICE = 1_000;
    uint32 private constant WINDOW = 2 days;

    function test_heldUnitsGiveNoAccessAndDoNotMoveUntilAccepted() external {
        uint256 id = _bought(NATIVE, 2);
        _access(buyer, id, false, Reason.REFUNDABLE, block.timestamp + WINDOW);
        equal(channel.movable(buyer, id), 0, "movable");
        vm.prank(buyer);
        vm.expectRevert(
            abi.encodeWithSelector(ChannelErrors.UnitsLocked.selector, buyer, id, block.timestamp + WINDOW)
        );
        channel.safeTransferFrom(buyer, stranger, id, 1, "");
        (address[] memory holders,) = table(2);
        equal(holders[1].balance, 0, "nobody is paid yet");
        equal(channel.edition(id).held, PRICE, "held");
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.Released(id, buyer, PRICE);
        vm.prank(buyer);
        channel.accept(id, deed(2));
        _access(buyer, id, true, Reason.OWNED, type(uint64).max);
        equal(holders[0].balance + holders[1].balance, PRICE, "the holders are paid");
        equal(channel.edition(id).held, 0, "nothing is held");
        vm.prank(buyer);
        channel.safeTransferFrom(buyer, stranger, id, 1, "");
    }

    function test_refundReturnsMoneySupplyAndUnits() external {
        uint256 id = _bought(NATIVE, 2);
        uint256 before = buyer.balance;
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.Refunded(id, buyer, buyer, PRICE);
        vm.prank(buyer);
        channel.refund(id);
        equal(buyer.balance - before, PRICE, "money");
        equal(channel.balanceOf(buyer, id), 0, "units");
        equal(channel.edition(id).sold, 0, "supply");
        equal(channel.edition(id).held + channel.edition(id).accrued, 0, "nobody earned anything");
        equal(address(channel).balance, 0, "nothing stays");
        _access(buyer, id, false, Reason.NOT_OWNER, 0);
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NothingHeld.selector, id, buyer));
        channel.refund(id);
    }

    function test_theWindowEndsByItself() external {
        uint256 id = _bought(address(usd), 20);
        uint64 until = uint64(block.timestamp + WINDOW);
        vm.warp(until - 1);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.RefundWindowOpen.selector, until));
        channel.release(id, buyer, "");
        _access(buyer, id, false, Reason.REFUNDABLE, until);
        vm.warp(until);
        _access(buyer, id, true, Reason.OWNED, type(uint64).max);
        equal(channel.movable(buyer, id), 1, "movable");
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.RefundWindowOver.selector, until));
        channel.refund(id);
        vm.prank(buyer);
        channel.safeTransferFrom(buyer, stranger, id, 1, "");
        channel.release(id, buyer, "");
        equal(channel.edition(id).accrued, PRICE, "earned");
        equal(channel.edition(id).held, PRICE, "held for the holders now");
    }

    function test_acceptBySignatureOpensAtOnceAndOnlyThisHold() external {
        uint256 id = _bought(NATIVE, 1);
        uint64 deadline = uint64(block.timestamp + 1 hours);
        bytes memory signature = signed(BUYER_KEY, channel.acceptDigest(id, buyer, deadline));
        _refusedAccept(id, deadline + 1, signature, abi.encodeWithSelector(ChannelErrors.BadSignature.selector, buyer));
        vm.prank(stranger);
        channel.acceptFor(id, buyer, deadline, signature, deed(1));
        _access(buyer, id, true, Reason.OWNED, type(uint64).max);
        _refusedAccept(id, deadline, signature, abi.encodeWithSelector(ChannelErrors.NothingHeld.selector, id, buyer));
        vm.warp(block.timestamp + 1);
        buyAs(buyer, id, PRICE, deed(1));
        _refusedAccept(id, deadline, signature, abi.encodeWithSelector(ChannelErrors.BadSignature.selector, buyer));
        vm.warp(uint256(deadline) + 1);
        signature = signed(BUYER_KEY, channel.acceptDigest(id, buyer, deadline));
        _refusedAccept(
            id, deadline, signature, abi.encodeWithSelector(ChannelErrors.SignatureExpired.selector, deadline)
        );
    }

    function test_oneHoldAtATime() external {
        uint256 id = _bought(NATIVE, 1);
        uint64 until = uint64(block.timestamp + WINDOW);
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.HoldOpen.selector, buyer, until));
        channel.buy{value: PRICE}(id, 1, buyer, PRICE, deed(1));
        vm.warp(until);
        buyAs(buyer, id, PRICE, deed(1));
        equal(channel.edition(id).accrued, PRICE, "the next purchase released the first");
        equal(channel.edition(id).held, PRICE, "and holds its own");
        _access(buyer, id, true, Reason.OWNED, type(uint64).max);
        equal(channel.movable(buyer, id), 1, "the first unit moves");
        HoldView memory hold = channel.holdOf(id, buyer);
        equal(hold.payer, buyer, "payer");
        equal(hold.quantity, 1, "units");
        equal(hold.paid, PRICE, "paid");
        equal(hold.until, until + WINDOW, "until");
    }

    function test_aGiftIsRefundedByItsRecipientToItsPayer() external {
        uint256 id = open(_terms(NATIVE), 1);
        vm.prank(buyer);
        channel.buy{value: PRICE}(id, 1, stranger, PRICE, deed(1));
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NothingHeld.selector, id, buyer));
        channel.refund(id);
        uint256 before = buyer.balance;
        vm.prank(stranger);
        channel.refund(id);
        equal(buyer.balance - before, PRICE, "to who paid");
    }

    function test_aPayerThatTakesNoMoneyGetsACredit() external {
        uint256 id = open(_terms(NATIVE), 1);
        RevertingHolder payer = new RevertingHolder();
        vm.deal(address(payer), PRICE);
        vm.prank(address(payer));
        channel.buy{value: PRICE}(id, 1, buyer, PRICE, deed(1));
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.RefundCredited(id, address(payer), PRICE);
        vm.prank(buyer);
        channel.refund(id);
        payer.setTakes(true);
        payer.claim(channel, id);
        equal(address(payer).balance, PRICE, "claimed");
        equal(channel.edition(id).held, 0, "nothing is held");
    }

    function test_pauseStopsNoRefund() external {
        uint256 id = _bought(NATIVE, 1);
        vm.prank(creator);
        channel.pause(id, true);
        vm.prank(buyer);
        channel.refund(id);
        equal(address(channel).balance, 0, "refunded");
    }

    function test_heldUnitsAreNotResold() external {
        uint256 id = open(_terms(NATIVE), 1);
        buyAs(seller, id, PRICE, deed(1));
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        bytes memory signature = signed(SELLER_KEY, l);
        vm.prank(buyer);
        vm.expectRevert(
            abi.encodeWithSelector(ChannelErrors.UnitsLocked.selector, seller, id, block.timestamp + WINDOW)
        );
        channel.fill{value: PRICE}(l, signature, buyer, deed(1));
    }

    function _terms(address token) private pure returns (EditionTerms memory t) {
        t = terms(token, PRICE);
        (t.refundWindow, t.maxSupply, t.transferPolicy) = (WINDOW, 10, TransferPolicy.FREE);
    }

    function _bought(address token, uint256 n) private returns (uint256 id) {
        id = open(_terms(token), n);
        buyAs(buyer, id, token == NATIVE ? PRICE : 0, deed(n));
    }

    function _refusedAccept(uint256 id, uint64 deadline, bytes memory signature, bytes memory refusal) private {
        vm.expectRevert(refusal);
        channel.acceptFor(id, buyer, deadline, signature, deed(1));
    }

    function _access(address who, uint256 id, bool wanted, uint8 why, uint256 when) private view {
        (bool ok, uint8 reason, uint64 until) = channel.hasAccess(who, id);
        isTrue(ok == wanted, "access");
        equal(reason, why, "reason");
        equal(until, when, "until");
    }
}
