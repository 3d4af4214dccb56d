// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelErrors} from "../src/ChannelErrors.sol";
import {ChannelEvents} from "../src/ChannelEvents.sol";
import {EditionTerms, Settlement} from "../src/ChannelStructs.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {vm} from "./support/Vm.sol";

contract SaleTest is ChannelFixture {
    function test_nativeSaleGivesAccessAndPaysEveryHolderToTheLastWei() external {
        uint256 id = open(terms(NATIVE, 1_000_003), 3);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.Sold(id, buyer, buyer, 1, 1_000_003);
        buyAs(buyer, id, 1_000_003, deed(3));
        (address[] memory holders,) = table(3);
        equal(holders[2].balance, 333_333 * 1_000_003 / MILLION, "third");
        equal(holders[1].balance, 333_333 * 1_000_003 / MILLION, "second");
        equal(
            holders[0].balance, 1_000_003 - holders[1].balance - holders[2].balance, "the first has what rounding left"
        );
        equal(address(channel).balance, 0, "nothing stays");
        (bool ok, uint8 reason, uint64 until) = channel.hasAccess(buyer, id);
        isTrue(ok && reason == 0 && until == type(uint64).max, "owned for ever");
        (ok, reason, until) = channel.hasAccess(stranger, id);
        isTrue(!ok && reason == 1 && until == 0, "a stranger owns nothing");
    }

    function test_tokenSalePaysEveryHolder() external {
        uint256 id = open(terms(address(usd), 5_000_001), 5);
        uint256 before = usd.balanceOf(buyer);
        buyAs(buyer, id, 0, deed(5));
        (address[] memory holders,) = table(5);
        equal(before - usd.balanceOf(buyer), 5_000_001, "paid exactly");
        for (uint256 i; i < 5; ++i) {
            equal(usd.balanceOf(holders[i]), i == 0 ? 1_000_001 : 1_000_000, "holder");
        }
        equal(usd.balanceOf(address(channel)), 0, "nothing stays");
    }

    function testFuzz_pushedSaleIsConserved(uint256 seed, uint88 price, uint8 quantity, bool token) external {
        (address[] memory holders, uint32[] memory shares) = _randomTable(seed, 1 + seed % 20);
        uint256 units = 1 + quantity % 8;
        uint256 paid = units * price;
        EditionTerms memory t = terms(token ? address(usd) : NATIVE, price);
        t.settlement = Settlement.PUSH;
        uint256 id = open(t, deed(holders, shares));
        vm.deal(buyer, paid);
        usd.mint(buyer, paid);
        vm.prank(buyer);
        channel.buy{value: token ? 0 : paid}(id, uint64(units), stranger, price, deed(holders, shares));
        uint256 received;
        for (uint256 i; i < holders.length; ++i) {
            uint256 part = token ? usd.balanceOf(holders[i]) : holders[i].balance;
            isTrue(i == 0 || part == paid * shares[i] / MILLION, "the exact share, rounded down");
            received += part;
        }
        equal(received, paid, "everything paid was received");
        equal(channel.balanceOf(stranger, id), units, "units");
    }

    function test_creditedSaleNeedsNoTable() external {
        uint256 id = open(terms(NATIVE, 1 ether), 20);
        vm.prank(buyer);
        channel.buy{value: 2 ether}(id, 2, buyer, 1 ether, "");
        equal(channel.edition(id).accrued, 2 ether, "accrued");
        equal(channel.edition(id).held, 2 ether, "held");
        equal(address(channel).balance, 2 ether, "in the channel");
    }

    function test_amountsBeyondTheLedgerAreRefused() external {
        uint256 id = open(credited(NATIVE, type(uint88).max), 1);
        uint256 units = type(uint96).max / uint256(type(uint88).max);
        vm.deal(buyer, type(uint128).max);
        vm.prank(buyer);
        channel.buy{value: units * type(uint88).max}(id, uint64(units), buyer, type(uint88).max, "");
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.AmountTooLarge.selector, (units + 1) * type(uint88).max));
        channel.buy{value: type(uint88).max}(id, 1, buyer, type(uint88).max, "");
        vm.prank(buyer);
        vm.expectRevert(
            abi.encodeWithSelector(ChannelErrors.AmountTooLarge.selector, uint256(type(uint88).max) << 30)
        );
        channel.buy(id, 1 << 30, buyer, type(uint88).max, "");
    }

    function test_giftGoesToTheRecipient() external {
        uint256 id = open(terms(NATIVE, 10), 1);
        vm.prank(buyer);
        channel.buy{value: 30}(id, 3, stranger, 10, deed(1));
        equal(channel.balanceOf(stranger, id), 3, "recipient");
        equal(channel.balanceOf(buyer, id), 0, "payer");
    }

    function test_freeEditionCostsNothing() external {
        uint256 id = open(terms(NATIVE, 0), 2);
        buyAs(buyer, id, 0, deed(2));
        equal(channel.balanceOf(buyer, id), 1, "access");
        id = open(terms(address(usd), 0), 2);
        buyAs(buyer, id, 0, deed(2));
        equal(channel.balanceOf(buyer, id), 1, "access for no tokens");
    }

    function test_refusesAnyOtherValueThanThePrice() external {
        uint256 id = open(terms(NATIVE, 100), 1);
        _refused(id, 1, 100, 99, abi.encodeWithSelector(ChannelErrors.WrongNativeValue.selector, 100, 99));
        _refused(id, 1, 100, 101, abi.encodeWithSelector(ChannelErrors.WrongNativeValue.selector, 100, 101));
        _refused(id, 2, 100, 100, abi.encodeWithSelector(ChannelErrors.WrongNativeValue.selector, 200, 100));
        id = open(terms(address(usd), 100), 1);
        _refused(id, 1, 100, 1, abi.encodeWithSelector(ChannelErrors.WrongNativeValue.selector, 0, 1));
    }

    function test_refusesWithoutAllowanceOrFunds() external {
        uint256 id = open(terms(address(usd), 100), 1);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.PaymentFailed.selector, address(usd), stranger, 100));
        channel.buy(id, 1, stranger, 100, deed(1));
    }

    function test_priceRiseBeforeThePurchaseIsRefused() external {
        uint256 id = open(terms(NATIVE, 100), 1);
        vm.prank(creator);
        channel.setPrice(id, 101);
        _refused(id, 1, 100, 101, abi.encodeWithSelector(ChannelErrors.PriceAboveMaximum.selector, 101, 100));
    }

    function test_supplyIsNeverExceeded() external {
        EditionTerms memory t = terms(NATIVE, 1);
        t.maxSupply = 3;
        uint256 id = open(t, 1);
        buyAs(buyer, id, 1, deed(1));
        _refused(id, 3, 1, 3, abi.encodeWithSelector(ChannelErrors.SupplyExceeded.selector, 2));
        buyAs(buyer, id, 1, deed(1));
        buyAs(buyer, id, 1, deed(1));
        _refused(id, 1, 1, 1, abi.encodeWithSelector(ChannelErrors.SupplyExceeded.selector, 0));
        equal(channel.edition(id).sold, 3, "sold");
    }

    function test_pauseStopsOnlyNewPrimarySales() external {
        uint256 id = open(terms(NATIVE, 1), 1);
        buyAs(buyer, id, 1, deed(1));
        vm.prank(creator);
        channel.pause(id, true);
        _refused(id, 1, 1, 1, abi.encodeWithSelector(ChannelErrors.PrimarySalesPaused.selector, id));
        (bool ok,,) = channel.hasAccess(buyer, id);
        isTrue(ok, "access stays");
    }

    function test_refusesZeroQuantityZeroRecipientAndUnknownEdition() external {
        uint256 id = open(terms(NATIVE, 1), 1);
        _refused(id, 0, 1, 0, abi.encodeWithSelector(ChannelErrors.ZeroQuantity.selector));
        _refused(7, 1, 1, 1, abi.encodeWithSelector(ChannelErrors.NoSuchEdition.selector, 7));
        vm.prank(buyer);
        vm.expectRevert(ChannelErrors.ZeroAddress.selector);
        channel.buy{value: 1}(id, 1, address(0), 1, deed(1));
    }

    function test_refusesAnotherDeed() external {
        uint256 id = open(terms(NATIVE, 100), 2);
        (address[] memory holders, uint32[] memory shares) = table(2);
        holders[1] = buyer > holders[0] ? buyer : stranger;
        _refusedDeed(id, deed(holders, shares));
        _refusedDeed(id, deed(1));
        _refusedDeed(id, abi.encodePacked(deed(2), uint8(0)));
        _refusedDeed(id, "");
    }

    function _refused(uint256 id, uint64 quantity, uint128 maximum, uint256 value, bytes memory refusal) private {
        vm.prank(buyer);
        vm.expectRevert(refusal);
        channel.buy{value: value}(id, quantity, buyer, maximum, deed(1));
    }

    function _refusedDeed(uint256 id, bytes memory d) private {
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.WrongDeed.selector, id));
        channel.buy{value: 100}(id, 1, buyer, 100, d);
    }

    /// Random shares that sum to a million.
    function _randomTable(uint256 seed, uint256 n)
        private
        pure
        returns (address[] memory holders, uint32[] memory shares)
    {
        (holders, shares) = table(n);
        uint256 left = MILLION;
        for (uint256 i = n - 1; i > 0; --i) {
            shares[i] = uint32(bound(uint256(keccak256(abi.encode(seed, i))), 1, left - i));
            left -= shares[i];
        }
        shares[0] = uint32(left);
    }
}
