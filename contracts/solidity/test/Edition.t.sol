// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelTypes, EditionView, Terms} from "../src/ChannelTypes.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {vm} from "./support/Vm.sol";

contract EditionTest is ChannelFixture {
    bytes32 private constant SALT = bytes32(uint256(0xED));

    function test_idIsFixedByChainChannelAndSalt() external {
        uint256 expected = uint256(keccak256(abi.encode(block.chainid, address(channel), SALT)));
        equal(channel.editionIdOf(SALT), expected, "id before creation");
        (address[] memory holders, uint32[] memory shares) = table(1);
        vm.prank(creator);
        equal(channel.createEdition(SALT, terms(NATIVE, 1), holders, shares), expected, "id");
    }

    function test_logsEverythingThatWasFixed() external {
        (address[] memory holders, uint32[] memory shares) = table(3);
        Terms memory t = terms(address(usd), 5_000_000);
        (t.maxSupply, t.transferable) = (100, true);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelTypes.EditionCreated(
            channel.editionIdOf(SALT),
            ASSET,
            address(usd),
            5_000_000,
            100,
            1_000,
            true,
            true,
            holders,
            shares,
            t.contentUri
        );
        vm.prank(creator);
        channel.createEdition(SALT, t, holders, shares);
    }

    function test_canBeReadBack() external {
        (address[] memory holders, uint32[] memory shares) = table(2);
        Terms memory t = terms(address(usd), 77);
        t.maxSupply = 9;
        EditionView memory e = channel.edition(open(t, holders, shares));
        equal(e.assetId, ASSET, "asset");
        equal(e.payToken, address(usd), "pay token");
        equal(e.price, 77, "price");
        equal(e.maxSupply, 9, "supply");
        equal(e.sold, 0, "sold");
        equal(e.royaltyBps, 1_000, "royalty");
        isTrue(!e.transferable && e.pushRoyalties && !e.paused, "flags");
        equal(e.tableHash, keccak256(abi.encodePacked(holders, shares)), "table hash");
    }

    function test_moreThanFiveHoldersAreCredited() external {
        isTrue(channel.edition(open(terms(NATIVE, 1), 5)).pushRoyalties, "five are pushed");
        isTrue(!channel.edition(open(terms(NATIVE, 1), 6)).pushRoyalties, "six are credited");
        Terms memory t = terms(NATIVE, 1);
        t.pushRoyalties = false;
        isTrue(!channel.edition(open(t, 1)).pushRoyalties, "by choice");
    }

    function test_refusesStrangersAndRepetition() external {
        (address[] memory holders, uint32[] memory shares) = table(1);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.NotOwner.selector, stranger));
        channel.createEdition(SALT, terms(NATIVE, 1), holders, shares);
        vm.prank(creator);
        uint256 id = channel.createEdition(SALT, terms(NATIVE, 1), holders, shares);
        vm.prank(creator);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.EditionExists.selector, id));
        channel.createEdition(SALT, terms(NATIVE, 2), holders, shares);
    }

    function test_refusesTermsOutsideTheirBounds() external {
        Terms memory t = terms(NATIVE, 1);
        t.royaltyBps = 5_001;
        _refused(t, abi.encodeWithSelector(ChannelTypes.RoyaltyTooHigh.selector, 5_001));
        t = terms(NATIVE, 1);
        t.assetId = 0;
        _refused(t, abi.encodeWithSelector(ChannelTypes.ZeroAssetId.selector));
        _refused(terms(stranger, 1), abi.encodeWithSelector(ChannelTypes.PayTokenHasNoCode.selector, stranger));
        _refused(terms(NATIVE, 1 << 88), abi.encodeWithSelector(ChannelTypes.PriceTooHigh.selector, 1 << 88));
        t = terms(NATIVE, 1);
        t.maxSupply = type(uint40).max;
        _refused(t, abi.encodeWithSelector(ChannelTypes.SupplyTooLarge.selector, type(uint40).max));
    }

    function test_refusesBadTables() external {
        (address[] memory holders, uint32[] memory shares) = table(2);
        _refused(new address[](0), new uint32[](0), abi.encodeWithSelector(ChannelTypes.BadTableSize.selector, 0, 0));
        _refused(holders, new uint32[](3), abi.encodeWithSelector(ChannelTypes.BadTableSize.selector, 2, 3));
        (address[] memory many, uint32[] memory manyShares) = table(21);
        _refused(many, manyShares, abi.encodeWithSelector(ChannelTypes.BadTableSize.selector, 21, 21));
        (holders[0], holders[1]) = (holders[1], holders[0]);
        _refused(holders, shares, abi.encodeWithSelector(ChannelTypes.HolderNotAscending.selector, 1));
        holders[0] = holders[1];
        _refused(holders, shares, abi.encodeWithSelector(ChannelTypes.HolderNotAscending.selector, 1));
        holders[0] = address(0);
        _refused(holders, shares, abi.encodeWithSelector(ChannelTypes.HolderNotAscending.selector, 0));
        (holders, shares) = table(2);
        (shares[0], shares[1]) = (1_000_000, 0);
        _refused(holders, shares, abi.encodeWithSelector(ChannelTypes.ZeroShare.selector, 1));
        (shares[0], shares[1]) = (500_000, 499_999);
        _refused(holders, shares, abi.encodeWithSelector(ChannelTypes.SharesMustSumToMillion.selector, 999_999));
        (shares[0], shares[1]) = (type(uint32).max, 1_000_001);
        _refused(
            holders,
            shares,
            abi.encodeWithSelector(ChannelTypes.SharesMustSumToMillion.selector, uint256(type(uint32).max) + 1_000_001)
        );
        holders[0] = address(channel) < holders[1] ? address(channel) : holders[0];
        holders[1] = address(channel) < holders[1] ? holders[1] : address(channel);
        _refused(
            holders, shares, abi.encodeWithSelector(ChannelTypes.HolderNotAllowed.selector, address(channel))
        );
    }

    function test_ownerMovesPriceContentAndPause() external {
        uint256 id = open(terms(NATIVE, 1), 1);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelTypes.PriceChanged(id, 9);
        vm.prank(creator);
        channel.setPrice(id, 9);
        equal(channel.edition(id).price, 9, "price");
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelTypes.ContentUpdated(id, "ipfs://new");
        vm.prank(creator);
        channel.setContentUri(id, "ipfs://new");
        vm.prank(creator);
        channel.pause(id, true);
        isTrue(channel.edition(id).paused, "paused");
        vm.prank(creator);
        channel.pause(id, false);
        isTrue(!channel.edition(id).paused && channel.edition(id).pushRoyalties, "only the pause flag moved");
        vm.prank(creator);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.PriceTooHigh.selector, 1 << 88));
        channel.setPrice(id, 1 << 88);
    }

    function test_strangersMoveNothing() external {
        uint256 id = open(terms(NATIVE, 1), 1);
        bytes memory refusal = abi.encodeWithSelector(ChannelTypes.NotOwner.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(refusal);
        channel.setPrice(id, 0);
        vm.expectRevert(refusal);
        channel.setContentUri(id, "x");
        vm.expectRevert(refusal);
        channel.pause(id, true);
        vm.stopPrank();
    }

    function test_unknownEditionsAreRefused() external {
        bytes memory refusal = abi.encodeWithSelector(ChannelTypes.NoSuchEdition.selector, 42);
        vm.expectRevert(refusal);
        channel.edition(42);
        vm.expectRevert(refusal);
        channel.uri(42);
        vm.prank(creator);
        vm.expectRevert(refusal);
        channel.setPrice(42, 1);
        (bool ok, uint8 reason, uint64 until) = channel.hasAccess(buyer, 42);
        isTrue(!ok && reason == 2 && until == 0, "no such edition");
    }

    function test_uriNamesTheAsset() external {
        Terms memory t = terms(NATIVE, 1);
        t.assetId = 0x00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f;
        equal(
            bytes(channel.uri(open(t, 1))),
            bytes("urn:smartweb:asset:00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f"),
            "uri"
        );
    }

    function test_saysItsInterfaces() external view {
        isTrue(channel.supportsInterface(0x01ffc9a7), "ERC-165");
        isTrue(channel.supportsInterface(0xd9b67a26), "ERC-1155");
        isTrue(channel.supportsInterface(0x0e89341c), "ERC-1155 metadata");
        isTrue(!channel.supportsInterface(0xffffffff), "nothing else");
    }

    function _refused(Terms memory t, bytes memory refusal) private {
        (address[] memory holders, uint32[] memory shares) = table(1);
        vm.prank(creator);
        vm.expectRevert(refusal);
        channel.createEdition(SALT, t, holders, shares);
    }

    function _refused(address[] memory holders, uint32[] memory shares, bytes memory refusal) private {
        vm.prank(creator);
        vm.expectRevert(refusal);
        channel.createEdition(SALT, terms(NATIVE, 1), holders, shares);
    }
}
