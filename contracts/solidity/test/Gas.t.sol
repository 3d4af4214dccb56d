// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Listing, Terms} from "../src/ChannelTypes.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {vm} from "./support/Vm.sol";

/// What whole transactions cost: base, calldata and execution, less the refund. It counts only under
/// `--isolate`, where every call is a transaction of its own with cold state; `npm run verify` does
/// that. The limits stand a little above what was measured, so that a costly change is noticed.
contract GasTest is ChannelFixture {
    uint128 private constant PRICE = 1_000_003;
    uint256 private constant BASE = 21_000;

    uint256 private _nonce;

    /// Forge prints this one by itself.
    event log_named_uint(string key, uint256 val);

    function test_creditedSaleCostsTheSameForAnyTable() external {
        _within("buy native, credit, 20 holders", _sale(NATIVE, 20, false), 63_000);
        _within("buy USDC-like, credit, 20 holders", _sale(address(usd), 20, false), 85_500);
        uint256 one = _sale(NATIVE, 1, false);
        uint256 twenty = _sale(NATIVE, 20, false);
        equal(one, twenty, "one and twenty holders");
    }

    function test_pushedSale() external {
        _within("buy native, push, 1 holder", _sale(NATIVE, 1, true), 96_500);
        _within("buy native, push, 5 holders", _sale(NATIVE, 5, true), 129_000);
        _within("buy USDC-like, push, 1 holder", _sale(address(usd), 1, true), 96_500);
        _within("buy USDC-like, push, 5 holders", _sale(address(usd), 5, true), 144_000);
    }

    function test_creation() external {
        _open(NATIVE, 1, true);
        _open(NATIVE, 1, true);
        _within("create edition, native, 1 holder", _last(), 115_000);
        _open(NATIVE, 20, true);
        _within("create edition, native, 20 holders", _last(), 158_000);
        _open(address(usd), 20, true);
        _within("create edition, USDC-like, 20 holders", _last(), 181_000);
        vm.prank(stranger);
        factory.createChannel("a channel of mine", "salt");
        _within("create channel", _last(), 85_000);
    }

    function test_resale() external {
        _within("resale native, royalty credited", _resale(NATIVE, 20), 92_000);
        _within("resale USDC-like, royalty credited", _resale(address(usd), 20), 114_000);
        _within("resale native, royalty pushed to 3", _resale(NATIVE, 3), 130_000);
    }

    function test_claims() external {
        uint256 id = _open(NATIVE, 20, false);
        (address[] memory holders, uint32[] memory shares) = table(20);
        vm.deal(holders[3], 1 ether);
        for (uint256 i; i < 2; ++i) {
            vm.prank(buyer);
            channel.buy{value: 5 * PRICE}(id, 5, buyer, PRICE, new address[](0), new uint32[](0));
            vm.prank(holders[3]);
            channel.claim(id, holders, shares);
        }
        _within("claim native, later ones", _last(), 66_000);
    }

    /// The second sale of an edition, to a buyer who has no unit yet, paid to holders who have funds.
    function _sale(address token, uint256 n, bool push) private returns (uint256) {
        uint256 id = _open(token, n, push);
        (address[] memory holders, uint32[] memory shares) = _table(push ? n : 0);
        _buy(seller, id, token, holders, shares);
        _buy(buyer, id, token, holders, shares);
        return _last();
    }

    function _resale(address token, uint256 n) private returns (uint256) {
        uint256 id = _open(token, n, n <= 5);
        (address[] memory holders, uint32[] memory shares) = _table(n <= 5 ? n : 0);
        uint256 value = token == NATIVE ? PRICE : 0;
        for (uint256 i; i < 2; ++i) {
            _buy(seller, id, token, holders, shares);
            Listing memory l = listing(id, token, PRICE, _nonce++);
            bytes memory signature = signed(SELLER_KEY, l);
            address next = i == 0 ? creator : buyer;
            vm.deal(next, 1 ether);
            usd.mint(next, PRICE);
            vm.prank(next);
            usd.approve(address(channel), type(uint256).max);
            vm.prank(next);
            channel.fill{value: value}(l, signature, next, holders, shares);
        }
        return _last();
    }

    function _buy(address who, uint256 id, address token, address[] memory holders, uint32[] memory shares) private {
        vm.prank(who);
        channel.buy{value: token == NATIVE ? PRICE : 0}(id, 1, who, PRICE, holders, shares);
    }

    function _open(address token, uint256 n, bool push) private returns (uint256 id) {
        (address[] memory holders, uint32[] memory shares) = table(n);
        for (uint256 i; i < n; ++i) {
            vm.deal(holders[i], 1);
            usd.mint(holders[i], 1);
        }
        Terms memory t = terms(token, PRICE);
        t.pushRoyalties = push;
        return open(t, holders, shares);
    }

    function _table(uint256 n) private pure returns (address[] memory, uint32[] memory) {
        return n == 0 ? (new address[](0), new uint32[](0)) : table(n);
    }

    /// Forge has taken the refund off already.
    function _last() private view returns (uint256) {
        return vm.lastCallGas().gasTotalUsed;
    }

    function _within(string memory what, uint256 gas, uint256 limit) private {
        emit log_named_uint(what, gas);
        if (gas > BASE) atMost(gas, limit, what);
    }
}
