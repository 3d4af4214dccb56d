// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Channel} from "../src/Channel.sol";
import {ChannelFactory} from "../src/ChannelFactory.sol";
import {ChannelTypes} from "../src/ChannelTypes.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {vm} from "./support/Vm.sol";

contract ChannelFactoryTest is ChannelFixture {
    bytes32 private constant SALT = bytes32(uint256(99));

    function test_makesTheCallersChannelWhereItSaid() external {
        address expected = factory.channelAddress(stranger, SALT);
        vm.expectEmit(true, true, true, true, address(factory));
        emit ChannelFactory.ChannelCreated(expected, stranger, "Songs");
        vm.prank(stranger);
        address made = factory.createChannel("Songs", SALT);
        equal(made, expected, "address");
        equal(Channel(made).owner(), stranger, "owner");
        equal(Channel(made).factory(), address(factory), "factory");
    }

    function test_nobodyElseCanTakeTheAddressFirst() external {
        vm.prank(buyer);
        address other = factory.createChannel("Thief", SALT);
        vm.prank(stranger);
        address mine = factory.createChannel("Songs", SALT);
        isTrue(other != mine, "addresses differ");
        equal(Channel(other).owner(), buyer, "the caller owns what he made");
    }

    function test_refusesTheSameChannelTwice() external {
        vm.prank(stranger);
        address made = factory.createChannel("Songs", SALT);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelFactory.ChannelExists.selector, made));
        factory.createChannel("Songs again", SALT);
    }

    function test_theImplementationItselfOpensNoEdition() external {
        Channel code = Channel(factory.implementation());
        (address[] memory holders, uint32[] memory shares) = table(1);
        vm.expectRevert(ChannelTypes.NotAClone.selector);
        code.createEdition(SALT, terms(NATIVE, 1), holders, shares);
    }

    function test_theFactoryHasNoSayOverAChannel() external {
        uint256 id = open(terms(NATIVE, 1), 1);
        vm.prank(address(factory));
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.NotOwner.selector, address(factory)));
        channel.setPrice(id, 2);
    }

    function test_codeFitsTheLimitOfTheOldestTargetChain() external view {
        isTrue(address(factory.implementation()).code.length < 24_576, "runtime code of Channel");
    }
}
