// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelFactory} from "../../src/ChannelFactory.sol";
import {EditionTerms, Listing, Settlement} from "../../src/ChannelStructs.sol";
import {DevUsd} from "../../src/DevUsd.sol";
import {IChannel} from "../../src/IChannel.sol";
import {ChannelStack} from "./ChannelStack.sol";
import {Checks} from "./Checks.sol";
import {vm} from "./Vm.sol";

/// One channel of `creator` with a development dollar, and deeds of any size.
abstract contract ChannelFixture is Checks {
    address internal constant NATIVE = address(0);
    bytes32 internal constant ASSET = keccak256("asset");
    bytes32 internal constant POLICY = keccak256("policy");
    uint256 internal constant SELLER_KEY = 0xA11CE;
    uint256 internal constant BUYER_KEY = 2;
    uint256 internal constant MILLION = 1_000_000;

    address internal creator = vm.addr(1);
    address internal buyer = vm.addr(BUYER_KEY);
    address internal stranger = vm.addr(3);
    address internal seller = vm.addr(SELLER_KEY);
    ChannelFactory internal factory;
    IChannel internal channel;
    DevUsd internal usd;
    uint256 private _salts;

    function setUp() public virtual {
        factory = ChannelStack.deploy();
        vm.prank(creator);
        channel = IChannel(factory.createChannel("First channel", bytes32(uint256(7))));
        usd = new DevUsd();
        fund(buyer);
        fund(seller);
        vm.warp(1_800_000_000);
    }

    /// Coin and approved dollars.
    function fund(address who) internal {
        vm.deal(who, 1_000 ether);
        usd.mint(who, 1e15);
        vm.prank(who);
        usd.approve(address(channel), type(uint256).max);
    }

    /// Holders 0x..100001, 0x..100002, … with almost equal shares; the first one has what is left over.
    function table(uint256 n) internal pure returns (address[] memory holders, uint32[] memory shares) {
        (holders, shares) = (new address[](n), new uint32[](n));
        uint256 left = MILLION;
        for (uint256 i = n; i > 0;) {
            --i;
            holders[i] = address(uint160(0x100001 + i));
            shares[i] = uint32(i == 0 ? left : MILLION / n);
            left -= shares[i];
        }
    }

    function deed(uint256 n) internal pure returns (bytes memory) {
        (address[] memory holders, uint32[] memory shares) = table(n);
        return deed(holders, shares);
    }

    function deed(address[] memory holders, uint32[] memory shares) internal pure returns (bytes memory all) {
        all = abi.encodePacked(POLICY);
        for (uint256 i; i < holders.length; ++i) {
            all = abi.encodePacked(all, holders[i], shares[i]);
        }
    }

    /// Half each; the first address is the lower one.
    function deed(address first, address second) internal pure returns (bytes memory) {
        return abi.encodePacked(POLICY, first, uint32(500_000), second, uint32(500_000));
    }

    function terms(address payToken, uint128 price) internal pure returns (EditionTerms memory t) {
        t.assetId = ASSET;
        t.payToken = payToken;
        t.price = price;
        t.royaltyBps = 1_000;
        t.contentUri = "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";
    }

    function credited(address payToken, uint128 price) internal pure returns (EditionTerms memory t) {
        t = terms(payToken, price);
        t.settlement = Settlement.CREDIT;
    }

    function open(EditionTerms memory t, bytes memory d) internal returns (uint256 id) {
        vm.prank(creator);
        id = channel.createEdition(bytes32(++_salts), t, d);
    }

    function open(EditionTerms memory t, uint256 n) internal returns (uint256 id) {
        return open(t, deed(n));
    }

    /// One unit for `who` at whatever it costs.
    function buyAs(address who, uint256 id, uint256 value, bytes memory d) internal {
        vm.prank(who);
        channel.buy{value: value}(id, 1, who, type(uint128).max, d);
    }

    function listing(uint256 id, address payToken, uint256 price, uint256 nonce)
        internal
        view
        returns (Listing memory)
    {
        return Listing(seller, id, 1, payToken, price, nonce, uint64(block.timestamp + 1 days));
    }

    function signed(uint256 key, Listing memory l) internal view returns (bytes memory) {
        return signed(key, channel.listingDigest(l));
    }

    function signed(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }
}
