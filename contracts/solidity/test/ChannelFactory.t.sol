// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Channel} from "../src/Channel.sol";
import {ChannelFactory} from "../src/ChannelFactory.sol";
import {ChannelGasless} from "../src/ChannelGasless.sol";
import {ChannelOffice} from "../src/ChannelOffice.sol";
import {ChannelTrade} from "../src/ChannelTrade.sol";
import {ChannelViews} from "../src/ChannelViews.sol";
import {ChannelErrors} from "../src/ChannelErrors.sol";
import {ChannelEvents} from "../src/ChannelEvents.sol";
import {IChannel} from "../src/IChannel.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {vm} from "./support/Vm.sol";

contract ChannelFactoryTest is ChannelFixture {
    uint256 private constant LIMIT = 24_575;
    bytes32 private constant SALT = bytes32(uint256(99));

    function test_makesTheCallersChannelWhereItSaid() external {
        address expected = factory.channelAddress(stranger, SALT);
        vm.expectEmit(true, true, true, true, address(factory));
        emit ChannelFactory.ChannelCreated(expected, stranger, "Songs");
        vm.prank(stranger);
        address made = factory.createChannel("Songs", SALT);
        equal(made, expected, "address");
        equal(IChannel(made).owner(), stranger, "owner");
        equal(IChannel(made).factory(), address(factory), "factory");
    }

    function test_nobodyElseCanTakeTheAddressFirst() external {
        vm.prank(buyer);
        address other = factory.createChannel("Thief", SALT);
        vm.prank(stranger);
        address mine = factory.createChannel("Songs", SALT);
        isTrue(other != mine, "addresses differ");
        equal(IChannel(other).owner(), buyer, "the caller owns what he made");
    }

    function test_refusesTheSameChannelTwice() external {
        vm.prank(stranger);
        address made = factory.createChannel("Songs", SALT);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelFactory.ChannelExists.selector, made));
        factory.createChannel("Songs again", SALT);
    }

    function test_theImplementationItselfOpensNoEdition() external {
        IChannel code = IChannel(factory.implementation());
        vm.expectRevert(ChannelErrors.NotAClone.selector);
        code.createEdition(SALT, terms(NATIVE, 1), deed(1));
    }

    function test_theFactoryHasNoSayOverAChannel() external {
        uint256 id = open(terms(NATIVE, 1), 1);
        vm.prank(address(factory));
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NotOwner.selector, address(factory)));
        channel.setPrice(id, 2);
    }

    function test_codeFitsTheLimitOfTheOldestTargetChain() external {
        atMost(factory.implementation().code.length, LIMIT, "Channel");
        atMost(address(new ChannelTrade()).code.length, LIMIT, "ChannelTrade");
        atMost(address(new ChannelOffice()).code.length, LIMIT, "ChannelOffice");
        atMost(address(new ChannelGasless()).code.length, LIMIT, "ChannelGasless");
        atMost(address(new ChannelViews()).code.length, LIMIT, "ChannelViews");
    }

    function test_modulesAndImplementationMustStand() external {
        Channel bare = new Channel(address(0x1), address(0x2), address(0x3), address(0x4));
        ChannelFactory early = new ChannelFactory(address(bare));
        IChannel made = IChannel(early.createChannel("early", SALT));
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.ModuleHasNoCode.selector, address(0x1)));
        made.refund(1);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.ModuleHasNoCode.selector, address(0x4)));
        made.uri(1);
        ChannelFactory empty = new ChannelFactory(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelFactory.ImplementationHasNoCode.selector, stranger));
        empty.createChannel("none", SALT);
    }

    /// A selector that neither the core nor a module knows is refused, and so is coin without a call.
    function test_answersNothingElse() external {
        (bool ok, bytes memory why) = address(channel).call(abi.encodeWithSignature("upgradeTo(address)", stranger));
        isTrue(!ok && bytes4(why) == ChannelErrors.NoSuchFunction.selector, "no such function");
        vm.prank(buyer);
        (ok, why) = address(channel).call{value: 1}("");
        isTrue(!ok && bytes4(why) == ChannelErrors.NoSuchFunction.selector, "no coin");
    }

    /// The modules alone hold no channel: called directly they know no edition and no owner.
    function test_modulesAloneDoNothing() external {
        IChannel module = IChannel(address(new ChannelTrade()));
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NoSuchEdition.selector, 1));
        module.refund(1);
        (bool ok, uint8 reason,) = IChannel(address(new ChannelViews())).hasAccess(buyer, 1);
        isTrue(!ok && reason == 2, "no access");
    }

    function test_ownershipMovesInTwoSteps() external {
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NotOwner.selector, stranger));
        channel.offerOwnership(stranger);
        vm.prank(creator);
        channel.offerOwnership(buyer);
        equal(channel.pendingOwner(), buyer, "offered");
        equal(channel.owner(), creator, "not yet");
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NotOwner.selector, stranger));
        channel.acceptOwnership();
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.OwnershipTransferred(creator, buyer);
        vm.prank(buyer);
        channel.acceptOwnership();
        equal(channel.owner(), buyer, "moved");
        equal(channel.pendingOwner(), address(0), "done");
        vm.prank(creator);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NotOwner.selector, creator));
        channel.createEdition(SALT, terms(NATIVE, 1), deed(1));
        vm.prank(buyer);
        channel.createEdition(SALT, terms(NATIVE, 1), deed(1));
    }
}
