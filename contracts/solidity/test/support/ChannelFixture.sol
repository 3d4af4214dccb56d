// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Channel} from "../../src/Channel.sol";
import {ChannelFactory} from "../../src/ChannelFactory.sol";
import {Listing, Terms} from "../../src/ChannelTypes.sol";
import {DevUsd} from "../../src/DevUsd.sol";
import {Checks} from "./Checks.sol";
import {vm} from "./Vm.sol";

/// One channel of `creator` with a development dollar, and tables of any size.
abstract contract ChannelFixture is Checks {
    address internal constant NATIVE = address(0);
    bytes32 internal constant ASSET = keccak256("asset");
    uint256 internal constant SELLER_KEY = 0xA11CE;
    uint256 internal constant MILLION = 1_000_000;

    address internal creator = vm.addr(1);
    address internal buyer = vm.addr(2);
    address internal stranger = vm.addr(3);
    address internal seller = vm.addr(SELLER_KEY);
    ChannelFactory internal factory;
    Channel internal channel;
    DevUsd internal usd;
    uint256 private _salts;

    function setUp() public virtual {
        factory = new ChannelFactory();
        vm.prank(creator);
        channel = Channel(factory.createChannel("First channel", bytes32(uint256(7))));
        usd = new DevUsd();
        vm.deal(buyer, 1_000 ether);
        vm.deal(seller, 1_000 ether);
        usd.mint(buyer, 1e15);
        usd.mint(seller, 1e15);
        vm.prank(buyer);
        usd.approve(address(channel), type(uint256).max);
        vm.prank(seller);
        usd.approve(address(channel), type(uint256).max);
    }

    /// Holders 0x..1001, 0x..1002, … with almost equal shares; the first one has what is left over.
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

    function terms(address payToken, uint128 price) internal pure returns (Terms memory t) {
        t.assetId = ASSET;
        t.payToken = payToken;
        t.price = price;
        t.royaltyBps = 1_000;
        t.pushRoyalties = true;
        t.contentUri = "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";
    }

    function open(Terms memory t, address[] memory holders, uint32[] memory shares) internal returns (uint256 id) {
        vm.prank(creator);
        id = channel.createEdition(bytes32(++_salts), t, holders, shares);
    }

    function open(Terms memory t, uint256 n) internal returns (uint256 id) {
        (address[] memory holders, uint32[] memory shares) = table(n);
        return open(t, holders, shares);
    }

    function buyAs(address who, uint256 id, uint256 value, uint256 n) internal {
        (address[] memory holders, uint32[] memory shares) = table(n);
        vm.prank(who);
        channel.buy{value: value}(id, 1, who, type(uint128).max, holders, shares);
    }

    function listing(uint256 id, address payToken, uint256 price, uint256 nonce)
        internal
        view
        returns (Listing memory)
    {
        return Listing(seller, id, 1, payToken, price, nonce, uint64(block.timestamp + 1 days));
    }

    function signed(uint256 key, Listing memory l) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, channel.listingDigest(l));
        return abi.encodePacked(r, s, v);
    }
}
