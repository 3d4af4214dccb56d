// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelTypes} from "../src/ChannelTypes.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {
    GasBurningHolder,
    MischievousToken,
    ReceivingWallet,
    ReenteringHolder,
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
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(NATIVE, address(holder));
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelTypes.RoyaltyCredited(id, address(holder), 500_000);
        _buy(id, PRICE, holders, shares);
        equal(HONEST.balance, 500_001, "the honest holder was paid");
        equal(address(channel).balance, 500_000, "the credit is held");
        equal(channel.claimable(id, address(holder), holders, shares), 500_000, "claimable");
        vm.expectRevert(
            abi.encodeWithSelector(ChannelTypes.PayoutFailed.selector, NATIVE, address(holder), 500_000)
        );
        holder.claim(channel, id, holders, shares);
        holder.setTakes(true);
        holder.claim(channel, id, new address[](0), new uint32[](0));
        equal(address(holder).balance, 500_000, "claimed");
        equal(address(channel).balance, 0, "nothing stays");
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.NothingToClaim.selector, id, address(holder)));
        holder.claim(channel, id, holders, shares);
    }

    function test_gasBurningHolderCostsABoundedAmount() external {
        GasBurningHolder holder = new GasBurningHolder();
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(NATIVE, address(holder));
        uint256 before = gasleft();
        _buy(id, PRICE, holders, shares);
        atMost(before - gasleft(), 300_000, "gas of the sale");
        equal(HONEST.balance, 500_001, "the honest holder was paid");
    }

    function test_longAnswersCostNothing() external {
        ReturnBombHolder holder = new ReturnBombHolder();
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(NATIVE, address(holder));
        uint256 before = gasleft();
        _buy(id, PRICE, holders, shares);
        atMost(before - gasleft(), 300_000, "gas of the sale");
        equal(channel.balanceOf(buyer, id), 1, "access");
    }

    function test_reenteringHolderGetsACreditAndNothingElse() external {
        ReenteringHolder holder = new ReenteringHolder();
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(NATIVE, address(holder));
        holder.aim(channel, abi.encodeCall(channel.claim, (id, holders, shares)));
        _buy(id, PRICE, holders, shares);
        isTrue(!holder.succeeded(), "the call back was refused");
        equal(channel.claimable(id, address(holder), holders, shares), 500_000, "credit");
        equal(address(channel).balance, 500_000, "held");
    }

    function test_reenteringHolderCannotBuyWhilePaid() external {
        ReenteringHolder holder = new ReenteringHolder();
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(NATIVE, address(holder));
        holder.aim(channel, abi.encodeCall(channel.buy, (id, 1, buyer, PRICE, holders, shares)));
        _buy(id, PRICE, holders, shares);
        isTrue(!holder.succeeded(), "the call back was refused");
        equal(channel.balanceOf(buyer, id), 1, "one unit");
    }

    function test_callerCannotStarveAHolder() external {
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(NATIVE, stranger);
        bytes memory call = abi.encodeCall(channel.buy, (id, 1, buyer, PRICE, holders, shares));
        uint256 credited;
        for (uint256 gas = 60_000; gas < 320_000; gas += 4_000) {
            vm.prank(buyer);
            (bool ok,) = address(channel).call{value: PRICE, gas: gas}(call);
            credited = channel.claimable(id, stranger, holders, shares);
            if (ok) break;
        }
        equal(credited, 0, "with little gas the whole sale reverts; no payment turns into a credit");
        isTrue(stranger.balance > 0, "with enough gas it is paid");
    }

    function test_blockedTokenHolderGetsACredit() external {
        MischievousToken token = _token();
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(address(token), stranger);
        token.set(MischievousToken.Habit.BlocksPayee, stranger);
        _buy(id, 0, holders, shares);
        equal(token.balanceOf(HONEST), 500_001, "the honest holder was paid");
        equal(channel.claimable(id, stranger, holders, shares), 500_000, "credit");
        token.set(MischievousToken.Habit.None, address(0));
        vm.prank(stranger);
        channel.claim(id, holders, shares);
        equal(token.balanceOf(stranger), 500_000, "claimed");
    }

    function test_tokenWhoseHookBurnsGasCannotStopASale() external {
        MischievousToken token = _token();
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(address(token), stranger);
        token.set(MischievousToken.Habit.HookBurnsGas, stranger);
        uint256 before = gasleft();
        _buy(id, 0, holders, shares);
        atMost(before - gasleft(), 500_000, "gas of the sale");
        equal(channel.claimable(id, stranger, holders, shares), 500_000, "credit");
    }

    function test_feeOnTransferTokenIsRefused() external {
        MischievousToken token = _token();
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(address(token), stranger);
        token.set(MischievousToken.Habit.Fee, address(0));
        vm.prank(buyer);
        vm.expectRevert(
            abi.encodeWithSelector(ChannelTypes.PaymentShort.selector, address(token), PRICE, PRICE - 1)
        );
        channel.buy(id, 1, buyer, PRICE, holders, shares);
    }

    function test_tokensThatLieOrFailAreRefused() external {
        MischievousToken token = _token();
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(address(token), stranger);
        token.set(MischievousToken.Habit.MovesNothing, address(0));
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.PaymentShort.selector, address(token), PRICE, 0));
        channel.buy(id, 1, buyer, PRICE, holders, shares);
        token.set(MischievousToken.Habit.AnswersFalse, address(0));
        vm.prank(buyer);
        vm.expectRevert(
            abi.encodeWithSelector(ChannelTypes.PaymentFailed.selector, address(token), buyer, PRICE)
        );
        channel.buy(id, 1, buyer, PRICE, holders, shares);
    }

    function test_tokenThatAnswersNothingWorks() external {
        MischievousToken token = _token();
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(address(token), stranger);
        token.set(MischievousToken.Habit.AnswersNothing, address(0));
        _buy(id, 0, holders, shares);
        equal(token.balanceOf(stranger), 500_000, "paid");
    }

    function test_recipientMustAcceptAndCannotReenter() external {
        ReceivingWallet wallet = new ReceivingWallet();
        (uint256 id, address[] memory holders, uint32[] memory shares) = _openWith(NATIVE, stranger);
        wallet.set(true, "");
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.UnsafeRecipient.selector, address(wallet)));
        channel.buy{value: PRICE}(id, 1, address(wallet), PRICE, holders, shares);
        wallet.set(false, abi.encodeCall(channel.claim, (id, holders, shares)));
        vm.prank(buyer);
        channel.buy{value: PRICE}(id, 1, address(wallet), PRICE, holders, shares);
        equal(bytes32(wallet.seen()), bytes32(ChannelTypes.Reentrancy.selector), "refused");
        equal(channel.balanceOf(address(wallet), id), 1, "access");
    }

    function test_editionsDoNotPayForEachOther() external {
        RevertingHolder holder = new RevertingHolder();
        (uint256 first, address[] memory holders, uint32[] memory shares) = _openWith(NATIVE, address(holder));
        (uint256 second,,) = _openWith(NATIVE, address(holder));
        _buy(first, PRICE, holders, shares);
        holder.setTakes(true);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.NothingToClaim.selector, second, address(holder)));
        holder.claim(channel, second, holders, shares);
    }

    function _token() private returns (MischievousToken token) {
        token = new MischievousToken();
        token.mint(buyer, 1e12);
    }

    function _openWith(address payToken, address holder)
        private
        returns (uint256 id, address[] memory holders, uint32[] memory shares)
    {
        (holders, shares) = (new address[](2), new uint32[](2));
        (holders[0], holders[1]) = (HONEST, holder);
        (shares[0], shares[1]) = (500_000, 500_000);
        id = open(terms(payToken, PRICE), holders, shares);
    }

    function _buy(uint256 id, uint256 value, address[] memory holders, uint32[] memory shares) private {
        vm.prank(buyer);
        channel.buy{value: value}(id, 1, buyer, PRICE, holders, shares);
    }
}
