// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Authorization, EditionTerms, Listing, PurchaseOrder, Settlement} from "../src/ChannelStructs.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {vm} from "./support/Vm.sol";

/// What whole transactions cost: base, calldata and execution, less the refund. It counts only under
/// `--isolate`, where every call is a transaction of its own with cold state; `npm run verify` does
/// that. The limits stand just above what was measured, so that a change shows; GAS.md has the
/// figures.
contract GasTest is ChannelFixture {
    uint128 private constant PRICE = 1_000_003;
    uint256 private constant BASE = 21_000;
    /// Ids differ in how many of their bytes are zero.
    uint256 private constant ZERO_BYTES = 60;

    uint256 private _nonce;

    /// Forge prints this one by itself.
    event log_named_uint(string key, uint256 val);

    function test_creditedSaleCostsTheSameForAnyTable() external {
        _within("buy native, credit, 20 holders", _sale(NATIVE, 20, Settlement.CREDIT), 62_600);
        _within("buy USDC-like, credit, 20 holders", _sale(address(usd), 20, Settlement.CREDIT), 82_700);
        uint256 one = _sale(NATIVE, 1, Settlement.CREDIT);
        atMost(_sale(NATIVE, 20, Settlement.CREDIT), one + ZERO_BYTES, "twenty holders and one");
    }

    function test_pushedSale() external {
        _within("buy native, push, 1 holder", _sale(NATIVE, 1, Settlement.PUSH), 78_100);
        _within("buy native, push, 5 holders", _sale(NATIVE, 5, Settlement.PUSH), 118_400);
        _within("buy native, push, 20 holders", _sale(NATIVE, 20, Settlement.PUSH), 269_000);
        _within("buy USDC-like, push, 1 holder", _sale(address(usd), 1, Settlement.PUSH), 94_400);
        _within("buy USDC-like, push, 5 holders", _sale(address(usd), 5, Settlement.PUSH), 130_700);
    }

    function test_creation() external {
        _open(NATIVE, 1, Settlement.PUSH);
        _within("create edition, native, 1 holder", _last(), 134_600);
        _open(NATIVE, 20, Settlement.CREDIT);
        _within("create edition, native, 20 holders", _last(), 146_100);
        _open(address(usd), 20, Settlement.CREDIT);
        _within("create edition, USDC-like, 20 holders", _last(), 149_100);
        vm.prank(stranger);
        factory.createChannel("a channel of mine", "salt");
        _within("create channel", _last(), 81_500);
    }

    function test_resale() external {
        _within("resale native, royalty credited", _resale(NATIVE, 20), 93_600);
        _within("resale USDC-like, royalty credited", _resale(address(usd), 20), 115_100);
        _within("resale native, royalty pushed to 3", _resale(NATIVE, 3), 129_300);
    }

    function test_claims() external {
        uint256 id = _open(NATIVE, 20, Settlement.CREDIT);
        address holder = address(0x100004);
        vm.deal(holder, 1 ether);
        _buy(seller, id, NATIVE, "");
        vm.prank(holder);
        channel.claimWithDeed(id, deed(20));
        _within("claim native, the first, with the deed", _last(), 99_300);
        _buy(seller, id, NATIVE, "");
        vm.prank(holder);
        channel.claim(id);
        _within("claim native, later ones", _last(), 44_700);
    }

    function test_shareTransfer() external {
        uint256 id = _open(NATIVE, 20, Settlement.CREDIT);
        (address giver, address taker) = (address(0x100004), address(0x100005));
        _buy(seller, id, NATIVE, "");
        channel.materialise(id, giver, deed(20));
        channel.materialise(id, taker, deed(20));
        vm.prank(giver);
        channel.transferShares(id, taker, 1_000, "");
        _within("share transfer between holders", _last(), 41_100);
        vm.prank(giver);
        channel.transferShares(id, stranger, 1_000, "");
        _within("share transfer to a new holder", _last(), 58_500);
    }

    function test_gasless() external {
        uint256 id = _open(address(usd), 20, Settlement.CREDIT);
        _gasless(id, SELLER_KEY);
        _gasless(id, BUYER_KEY);
        _within("gasless (EIP-3009), credit", _last(), 119_900);
    }

    function _gasless(uint256 id, uint256 key) private {
        address who = vm.addr(key);
        PurchaseOrder memory order = PurchaseOrder(
            0, id, 1, who, who, address(usd), PRICE, address(0), 0, 0, keccak256("terms"), bytes32(++_nonce)
        );
        bytes32 content = keccak256(
            abi.encode(
                usd.RECEIVE_WITH_AUTHORIZATION_TYPEHASH(),
                who,
                address(channel),
                uint256(PRICE),
                uint256(0),
                type(uint64).max,
                channel.orderDigest(order)
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", usd.DOMAIN_SEPARATOR(), content));
        Authorization memory given = Authorization(0, type(uint64).max, signed(key, digest));
        vm.prank(stranger);
        channel.buyWithAuthorization(order, given, "");
    }

    /// The second sale of an edition, to a buyer who has no unit yet, paid to holders who have funds.
    function _sale(address token, uint256 n, uint8 settlement) private returns (uint256) {
        uint256 id = _open(token, n, settlement);
        bytes memory d = settlement == Settlement.PUSH ? deed(n) : bytes("");
        _buy(seller, id, token, d);
        _buy(buyer, id, token, d);
        return _last();
    }

    function _resale(address token, uint256 n) private returns (uint256) {
        uint256 id = _open(token, n, Settlement.AUTOMATIC);
        bytes memory d = n <= 5 ? deed(n) : bytes("");
        uint256 value = token == NATIVE ? PRICE : 0;
        for (uint256 i; i < 2; ++i) {
            _buy(seller, id, token, d);
            Listing memory l = listing(id, token, PRICE, _nonce++);
            bytes memory signature = signed(SELLER_KEY, l);
            address next = i == 0 ? creator : buyer;
            fund(next);
            vm.prank(next);
            channel.fill{value: value}(l, signature, next, d);
        }
        return _last();
    }

    function _buy(address who, uint256 id, address token, bytes memory d) private {
        vm.prank(who);
        channel.buy{value: token == NATIVE ? PRICE : 0}(id, 1, who, PRICE, d);
    }

    function _open(address token, uint256 n, uint8 settlement) private returns (uint256 id) {
        (address[] memory holders,) = table(n);
        for (uint256 i; i < n; ++i) {
            vm.deal(holders[i], 1);
            usd.mint(holders[i], 1);
        }
        EditionTerms memory t = terms(token, PRICE);
        t.settlement = settlement;
        return open(t, n);
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
