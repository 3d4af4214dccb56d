// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelErrors} from "../src/ChannelErrors.sol";
import {ChannelEvents} from "../src/ChannelEvents.sol";
import {EditionTerms, TransferPolicy} from "../src/ChannelStructs.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {ReceivingWallet} from "./support/Hostile.sol";
import {vm} from "./support/Vm.sol";

contract TransferTest is ChannelFixture {
    uint256 private fixedId;
    uint256 private freeId;

    function setUp() public override {
        super.setUp();
        EditionTerms memory t = terms(NATIVE, 0);
        fixedId = open(t, 1);
        t.transferPolicy = TransferPolicy.FREE;
        freeId = open(t, 1);
        vm.startPrank(buyer);
        channel.buy(fixedId, 5, buyer, 0, deed(1));
        channel.buy(freeId, 5, buyer, 0, deed(1));
        vm.stopPrank();
    }

    function test_accessDoesNotMoveWhereTheEditionForbidsIt() external {
        bytes memory refusal = abi.encodeWithSelector(ChannelErrors.NotTransferable.selector, fixedId);
        vm.prank(buyer);
        vm.expectRevert(refusal);
        channel.safeTransferFrom(buyer, stranger, fixedId, 1, "");
        (uint256[] memory ids, uint256[] memory amounts) = _pair(freeId, fixedId);
        vm.prank(buyer);
        vm.expectRevert(refusal);
        channel.safeBatchTransferFrom(buyer, stranger, ids, amounts, "");
        equal(channel.balanceOf(stranger, freeId), 0, "nothing of the batch moved");
    }

    function test_neitherCreatorNorFactoryTakesBackWhatWasSold() external {
        bytes memory refusal = abi.encodeWithSelector(ChannelErrors.NotApproved.selector, creator, buyer);
        vm.prank(creator);
        vm.expectRevert(refusal);
        channel.safeTransferFrom(buyer, creator, freeId, 1, "");
    }

    function test_accessMovesWhereTheEditionAllowsIt() external {
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.TransferSingle(buyer, buyer, stranger, freeId, 2);
        vm.prank(buyer);
        channel.safeTransferFrom(buyer, stranger, freeId, 2, "");
        equal(channel.balanceOf(buyer, freeId), 3, "from");
        equal(channel.balanceOf(stranger, freeId), 2, "to");
    }

    function test_operatorsMoveWhatTheyWereAllowed() external {
        vm.prank(buyer);
        channel.setApprovalForAll(stranger, true);
        (uint256[] memory ids, uint256[] memory amounts) = _pair(freeId, freeId);
        vm.prank(stranger);
        channel.safeBatchTransferFrom(buyer, stranger, ids, amounts, "");
        equal(channel.balanceOf(stranger, freeId), 3, "moved");
        address[] memory holders = new address[](2);
        (holders[0], holders[1]) = (buyer, stranger);
        uint256[] memory balances = channel.balanceOfBatch(holders, ids);
        equal(balances[0] + balances[1], 5, "batch of balances");
    }

    function test_refusesMoreThanThereIsAndNobody() external {
        vm.startPrank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.InsufficientBalance.selector, buyer, freeId, 5));
        channel.safeTransferFrom(buyer, stranger, freeId, 6, "");
        vm.expectRevert(ChannelErrors.ZeroAddress.selector);
        channel.safeTransferFrom(buyer, address(0), freeId, 1, "");
        vm.expectRevert(ChannelErrors.LengthMismatch.selector);
        channel.safeBatchTransferFrom(buyer, stranger, new uint256[](1), new uint256[](2), "");
        vm.expectRevert(ChannelErrors.LengthMismatch.selector);
        channel.balanceOfBatch(new address[](1), new uint256[](2));
        vm.stopPrank();
    }

    function test_contractsMustAcceptWhatTheyGet() external {
        ReceivingWallet wallet = new ReceivingWallet();
        (uint256[] memory ids, uint256[] memory amounts) = _pair(freeId, freeId);
        bytes memory refusal = abi.encodeWithSelector(ChannelErrors.UnsafeRecipient.selector, address(wallet));
        vm.startPrank(buyer);
        channel.safeTransferFrom(buyer, address(wallet), freeId, 1, "");
        wallet.set(true, "");
        vm.expectRevert(refusal);
        channel.safeTransferFrom(buyer, address(wallet), freeId, 1, "");
        vm.expectRevert(refusal);
        channel.safeBatchTransferFrom(buyer, address(wallet), ids, amounts, "");
        wallet.set(false, "");
        channel.safeBatchTransferFrom(buyer, address(wallet), ids, amounts, "");
        vm.stopPrank();
        equal(channel.balanceOf(address(wallet), freeId), 4, "accepted");
    }

    function test_movingToOneselfChangesNothing() external {
        vm.prank(buyer);
        channel.safeTransferFrom(buyer, buyer, freeId, 5, "");
        equal(channel.balanceOf(buyer, freeId), 5, "same");
    }

    function _pair(uint256 first, uint256 second)
        private
        pure
        returns (uint256[] memory ids, uint256[] memory amounts)
    {
        (ids, amounts) = (new uint256[](2), new uint256[](2));
        (ids[0], ids[1], amounts[0], amounts[1]) = (first, second, 1, 2);
    }
}
