// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelErrors} from "../src/ChannelErrors.sol";
import {ChannelEvents} from "../src/ChannelEvents.sol";
import {EditionTerms, EditionView, Feature, Settlement, TransferPolicy} from "../src/ChannelStructs.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {vm} from "./support/Vm.sol";

contract EditionTest is ChannelFixture {
    bytes32 private constant SALT = bytes32(uint256(0xED));

    function test_idIsFixedByChainChannelAndSalt() external {
        uint256 expected = uint256(keccak256(abi.encode(block.chainid, address(channel), SALT)));
        equal(channel.editionIdOf(SALT), expected, "id before creation");
        vm.prank(creator);
        equal(channel.createEdition(SALT, terms(NATIVE, 1), deed(1)), expected, "id");
    }

    function test_logsEverythingThatWasFixed() external {
        EditionTerms memory t = terms(address(usd), 5_000_000);
        (t.maxSupply, t.transferPolicy, t.refundWindow) = (100, TransferPolicy.FREE, 3_600);
        t.features = uint16(Feature.RENTAL | Feature.LENDING);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.EditionCreated(
            channel.editionIdOf(SALT),
            ASSET,
            address(usd),
            5_000_000,
            100,
            1_000,
            TransferPolicy.FREE,
            true,
            3_600,
            5,
            deed(3),
            t.contentUri
        );
        vm.prank(creator);
        channel.createEdition(SALT, t, deed(3));
    }

    function test_canBeReadBack() external {
        EditionTerms memory t = terms(address(usd), 77);
        (t.maxSupply, t.refundWindow, t.transferPolicy) = (9, 86_400, TransferPolicy.BOUND);
        t.features = uint16(Feature.ALLOW_LIST);
        EditionView memory e = channel.edition(open(t, 2));
        equal(e.assetId, ASSET, "asset");
        equal(e.payToken, address(usd), "pay token");
        equal(e.price, 77, "price");
        equal(e.maxSupply, 9, "supply");
        equal(e.sold, 0, "sold");
        equal(e.royaltyBps, 1_000, "royalty");
        equal(e.transferPolicy, TransferPolicy.BOUND, "policy");
        isTrue(e.pushRoyalties && !e.paused, "flags");
        equal(e.refundWindow, 86_400, "window");
        equal(e.features, Feature.ALLOW_LIST, "features");
        equal(e.deedHash, keccak256(deed(2)), "deed");
        equal(e.accrued + e.held + e.materialised, 0, "nothing earned yet");
    }

    function test_settlementFollowsTheNumberOfHoldersUnlessChosen() external {
        isTrue(channel.edition(open(terms(NATIVE, 1), 5)).pushRoyalties, "five are pushed");
        isTrue(!channel.edition(open(terms(NATIVE, 1), 6)).pushRoyalties, "six are credited");
        isTrue(!channel.edition(open(credited(NATIVE, 1), 1)).pushRoyalties, "credit by choice");
        EditionTerms memory t = terms(NATIVE, 1);
        t.settlement = Settlement.PUSH;
        isTrue(channel.edition(open(t, 20)).pushRoyalties, "push by choice");
    }

    function test_refusesFeaturesThatWouldUndoEachOther() external {
        EditionTerms memory t = terms(NATIVE, 1);
        uint256[4] memory others =
            [Feature.RENTAL, Feature.SUBSCRIPTION, Feature.SIGNED_VOUCHER, Feature.BUNDLE_MEMBER];
        for (uint256 i; i < 4; ++i) {
            t.features = uint16(Feature.BUNDLE | others[i]);
            _refused(t, abi.encodeWithSelector(ChannelErrors.FeaturesExclude.selector, t.features));
        }
        t.features = uint16(Feature.VOUCHER_GIFT);
        t.refundWindow = 1;
        _refused(t, abi.encodeWithSelector(ChannelErrors.FeaturesExclude.selector, t.features));
        t = terms(NATIVE, 1);
        t.features = 1_024;
        _refused(t, abi.encodeWithSelector(ChannelErrors.UnknownFeature.selector, 1_024));
    }

    function test_aBundlesPriceNeverChanges() external {
        EditionTerms memory t = terms(NATIVE, 1);
        t.features = uint16(Feature.BUNDLE);
        uint256 id = open(t, 1);
        vm.prank(creator);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.PriceIsFixed.selector, id));
        channel.setPrice(id, 0);
    }

    function test_refusesStrangersAndRepetition() external {
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NotOwner.selector, stranger));
        channel.createEdition(SALT, terms(NATIVE, 1), deed(1));
        vm.prank(creator);
        uint256 id = channel.createEdition(SALT, terms(NATIVE, 1), deed(1));
        vm.prank(creator);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.EditionExists.selector, id));
        channel.createEdition(SALT, terms(NATIVE, 2), deed(1));
    }

    function test_refusesTermsOutsideTheirBounds() external {
        EditionTerms memory t = terms(NATIVE, 1);
        t.royaltyBps = 5_001;
        _refused(t, abi.encodeWithSelector(ChannelErrors.RoyaltyTooHigh.selector, 5_001));
        t = terms(NATIVE, 1);
        t.assetId = 0;
        _refused(t, abi.encodeWithSelector(ChannelErrors.ZeroAssetId.selector));
        _refused(terms(stranger, 1), abi.encodeWithSelector(ChannelErrors.PayTokenHasNoCode.selector, stranger));
        _refused(terms(NATIVE, 1 << 88), abi.encodeWithSelector(ChannelErrors.PriceTooHigh.selector, 1 << 88));
        t = terms(NATIVE, 1);
        t.maxSupply = type(uint40).max;
        _refused(t, abi.encodeWithSelector(ChannelErrors.SupplyTooLarge.selector, type(uint40).max));
        t = terms(NATIVE, 1);
        t.transferPolicy = 3;
        _refused(t, abi.encodeWithSelector(ChannelErrors.UnknownTransferPolicy.selector, 3));
        t = terms(NATIVE, 1);
        t.settlement = 3;
        _refused(t, abi.encodeWithSelector(ChannelErrors.UnknownSettlement.selector, 3));
        t = terms(NATIVE, 1);
        t.refundWindow = 30 days + 1;
        _refused(t, abi.encodeWithSelector(ChannelErrors.RefundWindowTooLong.selector, 30 days + 1));
    }

    function test_refusesBadDeeds() external {
        uint256[6] memory lengths = [uint256(0), 31, 32, 55, 57, 32 + 21 * 24];
        for (uint256 i; i < 6; ++i) {
            bytes memory odd = new bytes(lengths[i]);
            _refused(odd, abi.encodeWithSelector(ChannelErrors.BadDeedLength.selector, lengths[i]));
        }
        (address[] memory holders, uint32[] memory shares) = table(2);
        (holders[0], holders[1]) = (holders[1], holders[0]);
        _refused(deed(holders, shares), abi.encodeWithSelector(ChannelErrors.HolderNotAscending.selector, 1));
        holders[0] = holders[1];
        _refused(deed(holders, shares), abi.encodeWithSelector(ChannelErrors.HolderNotAscending.selector, 1));
        holders[0] = address(0);
        _refused(deed(holders, shares), abi.encodeWithSelector(ChannelErrors.HolderNotAscending.selector, 0));
        (holders, shares) = table(2);
        (shares[0], shares[1]) = (1_000_000, 0);
        _refused(deed(holders, shares), abi.encodeWithSelector(ChannelErrors.ZeroShare.selector, 1));
        (shares[0], shares[1]) = (500_000, 499_999);
        _refused(deed(holders, shares), abi.encodeWithSelector(ChannelErrors.SharesMustSumToMillion.selector, 999_999));
        (shares[0], shares[1]) = (type(uint32).max, 1_000_001);
        uint256 sum = uint256(type(uint32).max) + 1_000_001;
        _refused(deed(holders, shares), abi.encodeWithSelector(ChannelErrors.SharesMustSumToMillion.selector, sum));
        bytes memory own = address(channel) < holders[1] ? deed(address(channel), holders[1]) : deed(holders[1], address(channel));
        _refused(own, abi.encodeWithSelector(ChannelErrors.HolderNotAllowed.selector, address(channel)));
    }

    function test_ownerMovesPriceContentAndPause() external {
        uint256 id = open(terms(NATIVE, 1), 1);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.PriceChanged(id, 9);
        vm.prank(creator);
        channel.setPrice(id, 9);
        equal(channel.edition(id).price, 9, "price");
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.ContentUpdated(id, "ipfs://new");
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.MetadataUpdate(id);
        vm.prank(creator);
        channel.setContentUri(id, "ipfs://new");
        vm.prank(creator);
        channel.pause(id, true);
        isTrue(channel.edition(id).paused, "paused");
        vm.prank(creator);
        channel.pause(id, false);
        isTrue(!channel.edition(id).paused && channel.edition(id).pushRoyalties, "only the pause flag moved");
        vm.prank(creator);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.PriceTooHigh.selector, 1 << 88));
        channel.setPrice(id, 1 << 88);
    }

    function test_strangersMoveNothing() external {
        uint256 id = open(terms(NATIVE, 1), 1);
        bytes memory refusal = abi.encodeWithSelector(ChannelErrors.NotOwner.selector, stranger);
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
        bytes memory refusal = abi.encodeWithSelector(ChannelErrors.NoSuchEdition.selector, 42);
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
        EditionTerms memory t = terms(NATIVE, 1);
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
        isTrue(channel.supportsInterface(0x2a55205a), "ERC-2981");
        isTrue(channel.supportsInterface(0x49064906), "ERC-4906");
        isTrue(!channel.supportsInterface(0xffffffff), "nothing else");
    }

    function _refused(EditionTerms memory t, bytes memory refusal) private {
        vm.prank(creator);
        vm.expectRevert(refusal);
        channel.createEdition(SALT, t, deed(1));
    }

    function _refused(bytes memory d, bytes memory refusal) private {
        vm.prank(creator);
        vm.expectRevert(refusal);
        channel.createEdition(SALT, terms(NATIVE, 1), d);
    }
}
