// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelErrors} from "../src/ChannelErrors.sol";
import {ChannelEvents} from "../src/ChannelEvents.sol";
import {Authorization, EditionTerms, PurchaseOrder, TransferPolicy} from "../src/ChannelStructs.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {
    CallingWallet,
    GasBurningHolder,
    MischievousToken,
    ReceivingWallet,
    ReenteringHolder,
    ReenteringToken,
    ReturnBombHolder,
    RevertingHolder
} from "./support/Hostile.sol";
import {vm} from "./support/Vm.sol";

/// No holder, recipient or token stops somebody else's sale or takes more than its own.
contract HostileTest is ChannelFixture {
    address private constant HONEST = address(0x1001);
    uint128 private constant PRICE = 1_000_001;

    function test_revertingHolderGetsACreditAndClaimsItLater() external {
        RevertingHolder holder = new RevertingHolder();
        (uint256 id, bytes memory d) = _openWith(NATIVE, address(holder));
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.RoyaltyCredited(id, address(holder), 500_000);
        _buy(id, PRICE, d);
        equal(HONEST.balance, 500_001, "the honest holder was paid");
        equal(address(channel).balance, 500_000, "the credit is held");
        equal(channel.claimable(id, address(holder), ""), 500_000, "claimable");
        vm.expectRevert(
            abi.encodeWithSelector(ChannelErrors.PayoutFailed.selector, NATIVE, address(holder), 500_000)
        );
        holder.claim(channel, id);
        holder.setTakes(true);
        holder.claim(channel, id);
        equal(address(holder).balance, 500_000, "claimed");
        equal(address(channel).balance, 0, "nothing stays");
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NothingToClaim.selector, id, address(holder)));
        holder.claim(channel, id);
    }

    function test_gasBurningHolderCostsABoundedAmount() external {
        GasBurningHolder holder = new GasBurningHolder();
        (uint256 id, bytes memory d) = _openWith(NATIVE, address(holder));
        uint256 before = gasleft();
        _buy(id, PRICE, d);
        atMost(before - gasleft(), 300_000, "gas of the sale");
        equal(HONEST.balance, 500_001, "the honest holder was paid");
    }

    function test_longAnswersCostNothing() external {
        ReturnBombHolder holder = new ReturnBombHolder();
        (uint256 id, bytes memory d) = _openWith(NATIVE, address(holder));
        uint256 before = gasleft();
        _buy(id, PRICE, d);
        atMost(before - gasleft(), 300_000, "gas of the sale");
        equal(channel.balanceOf(buyer, id), 1, "access");
    }

    function test_reenteringHolderGetsACreditAndNothingElse() external {
        ReenteringHolder holder = new ReenteringHolder();
        (uint256 id, bytes memory d) = _openWith(NATIVE, address(holder));
        holder.aim(channel, abi.encodeCall(channel.claim, (id)));
        _buy(id, PRICE, d);
        isTrue(!holder.succeeded(), "the call back was refused");
        equal(channel.claimable(id, address(holder), ""), 500_000, "credit");
        equal(address(channel).balance, 500_000, "held");
    }

    function test_reenteringHolderCannotBuyWhilePaid() external {
        ReenteringHolder holder = new ReenteringHolder();
        (uint256 id, bytes memory d) = _openWith(NATIVE, address(holder));
        holder.aim(channel, abi.encodeCall(channel.buy, (id, 1, buyer, PRICE, d)));
        _buy(id, PRICE, d);
        isTrue(!holder.succeeded(), "the call back was refused");
        equal(channel.balanceOf(buyer, id), 1, "one unit");
    }

    function test_callerCannotStarveAHolder() external {
        (uint256 id, bytes memory d) = _openWith(NATIVE, stranger);
        bytes memory call = abi.encodeCall(channel.buy, (id, 1, buyer, PRICE, d));
        uint256 credited;
        for (uint256 gas = 60_000; gas < 320_000; gas += 4_000) {
            vm.prank(buyer);
            (bool ok,) = address(channel).call{value: PRICE, gas: gas}(call);
            credited = channel.claimable(id, stranger, d);
            if (ok) break;
        }
        equal(credited, 0, "with little gas the whole sale reverts; no payment turns into a credit");
        isTrue(stranger.balance > 0, "with enough gas it is paid");
    }

    function test_blockedTokenHolderGetsACredit() external {
        MischievousToken token = _token();
        (uint256 id, bytes memory d) = _openWith(address(token), stranger);
        token.set(MischievousToken.Habit.BlocksPayee, stranger);
        _buy(id, 0, d);
        equal(token.balanceOf(HONEST), 500_001, "the honest holder was paid");
        equal(channel.claimable(id, stranger, ""), 500_000, "credit");
        token.set(MischievousToken.Habit.None, address(0));
        vm.prank(stranger);
        channel.claim(id);
        equal(token.balanceOf(stranger), 500_000, "claimed");
    }

    function test_tokenWhoseHookBurnsGasCannotStopASale() external {
        MischievousToken token = _token();
        (uint256 id, bytes memory d) = _openWith(address(token), stranger);
        token.set(MischievousToken.Habit.HookBurnsGas, stranger);
        uint256 before = gasleft();
        _buy(id, 0, d);
        atMost(before - gasleft(), 500_000, "gas of the sale");
        equal(channel.claimable(id, stranger, ""), 500_000, "credit");
    }

    function test_feeOnTransferTokenIsRefused() external {
        MischievousToken token = _token();
        (uint256 id, bytes memory d) = _openWith(address(token), stranger);
        token.set(MischievousToken.Habit.Fee, address(0));
        vm.prank(buyer);
        vm.expectRevert(
            abi.encodeWithSelector(ChannelErrors.PaymentShort.selector, address(token), PRICE, PRICE - 1)
        );
        channel.buy(id, 1, buyer, PRICE, d);
    }

    function test_tokensThatLieOrFailAreRefused() external {
        MischievousToken token = _token();
        (uint256 id, bytes memory d) = _openWith(address(token), stranger);
        token.set(MischievousToken.Habit.MovesNothing, address(0));
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.PaymentShort.selector, address(token), PRICE, 0));
        channel.buy(id, 1, buyer, PRICE, d);
        token.set(MischievousToken.Habit.AnswersFalse, address(0));
        vm.prank(buyer);
        vm.expectRevert(
            abi.encodeWithSelector(ChannelErrors.PaymentFailed.selector, address(token), buyer, PRICE)
        );
        channel.buy(id, 1, buyer, PRICE, d);
    }

    function test_tokenThatAnswersNothingWorks() external {
        MischievousToken token = _token();
        (uint256 id, bytes memory d) = _openWith(address(token), stranger);
        token.set(MischievousToken.Habit.AnswersNothing, address(0));
        _buy(id, 0, d);
        equal(token.balanceOf(stranger), 500_000, "paid");
    }

    function test_recipientMustAcceptAndCannotReenter() external {
        ReceivingWallet wallet = new ReceivingWallet();
        (uint256 id, bytes memory d) = _openWith(NATIVE, stranger);
        wallet.set(true, "");
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.UnsafeRecipient.selector, address(wallet)));
        channel.buy{value: PRICE}(id, 1, address(wallet), PRICE, d);
        wallet.set(false, abi.encodeCall(channel.claim, (id)));
        vm.prank(buyer);
        channel.buy{value: PRICE}(id, 1, address(wallet), PRICE, d);
        equal(bytes32(wallet.seen()), bytes32(ChannelErrors.Reentrancy.selector), "refused");
        equal(channel.balanceOf(address(wallet), id), 1, "access");
    }

    /// Whatever a recipient calls while his edition is under way is refused.
    function test_recipientsReachNothingOfALockedEdition() external {
        ReceivingWallet wallet = new ReceivingWallet();
        EditionTerms memory t = credited(NATIVE, 0);
        (t.transferPolicy, t.refundWindow) = (TransferPolicy.FREE, 1 days);
        bytes memory d = deed(1);
        uint256 id = open(t, d);
        bytes[] memory calls = _callsInto(id, address(wallet), d);
        for (uint256 i; i < calls.length; ++i) {
            wallet.set(false, calls[i]);
            vm.prank(buyer);
            channel.buy(id, 1, address(wallet), 0, d);
            equal(bytes32(wallet.seen()), bytes32(ChannelErrors.Reentrancy.selector), "refused");
            vm.warp(block.timestamp + 1 days);
        }
        equal(channel.balanceOf(address(wallet), id), calls.length, "one unit for each purchase");
    }

    function test_tokensReachNothingOfALockedEdition() external {
        ReenteringToken token = new ReenteringToken();
        token.mint(buyer, 1e12);
        bytes memory d = deed(HONEST, stranger);
        uint256 id = open(terms(address(token), PRICE), d);
        bytes[] memory calls = _callsInto(id, buyer, d);
        for (uint256 i; i < calls.length; ++i) {
            token.aim(address(channel), calls[i]);
            _buy(id, 0, d);
            equal(bytes32(token.seen()), bytes32(ChannelErrors.Reentrancy.selector), "refused");
        }
        equal(token.balanceOf(HONEST), calls.length * 500_001, "every sale was paid once");
    }

    /// Editions have ledgers of their own: one goes on while another is under way.
    function test_otherEditionsGoOnMeanwhile() external {
        CallingWallet wallet = new CallingWallet();
        uint256 free = open(credited(NATIVE, 0), 1);
        (uint256 id, bytes memory d) = _openWith(NATIVE, stranger);
        wallet.aim(address(channel), abi.encodeCall(channel.buy, (free, 1, address(wallet), 0, "")));
        vm.prank(buyer);
        channel.buy{value: PRICE}(id, 1, address(wallet), PRICE, d);
        equal(channel.balanceOf(address(wallet), free) + channel.balanceOf(address(wallet), id), 2, "both");
        equal(address(channel).balance, channel.edition(id).held + channel.edition(free).held, "solvent");
    }

    function test_editionsDoNotPayForEachOther() external {
        RevertingHolder holder = new RevertingHolder();
        (uint256 first, bytes memory d) = _openWith(NATIVE, address(holder));
        (uint256 second,) = _openWith(NATIVE, address(holder));
        _buy(first, PRICE, d);
        holder.setTakes(true);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NothingToClaim.selector, second, address(holder)));
        holder.claim(channel, second);
    }

    function _callsInto(uint256 id, address who, bytes memory d) private view returns (bytes[] memory calls) {
        calls = new bytes[](11);
        calls[0] = abi.encodeCall(channel.buy, (id, 1, who, PRICE, d));
        calls[1] = abi.encodeCall(channel.claim, (id));
        calls[2] = abi.encodeCall(channel.claimWithDeed, (id, d));
        calls[3] = abi.encodeCall(channel.materialise, (id, who, d));
        calls[4] = abi.encodeCall(channel.transferShares, (id, who, 1, d));
        calls[5] = abi.encodeCall(channel.addRoyalty, (id, 1, d));
        calls[6] = abi.encodeCall(channel.refund, (id));
        calls[7] = abi.encodeCall(channel.accept, (id, d));
        calls[8] = abi.encodeCall(channel.acceptFor, (id, who, type(uint64).max, "", d));
        calls[9] = abi.encodeCall(channel.release, (id, who, d));
        PurchaseOrder memory order;
        (order.editionId, order.quantity) = (id, 1);
        calls[10] = abi.encodeCall(channel.buyWithAuthorization, (order, Authorization(0, 0, ""), d));
    }

    function _token() private returns (MischievousToken token) {
        token = new MischievousToken();
        token.mint(buyer, 1e12);
    }

    function _openWith(address payToken, address holder)
        private
        returns (uint256 id, bytes memory d)
    {
        d = deed(HONEST, holder);
        id = open(terms(payToken, PRICE), d);
    }

    function _buy(uint256 id, uint256 value, bytes memory d) private {
        vm.prank(buyer);
        channel.buy{value: value}(id, 1, buyer, PRICE, d);
    }
}
