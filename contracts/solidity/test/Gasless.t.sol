// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelErrors} from "../src/ChannelErrors.sol";
import {ChannelEvents} from "../src/ChannelEvents.sol";
import {Authorization, EditionTerms, Feature, Permit, PurchaseOrder} from "../src/ChannelStructs.sol";
import {DevUsd} from "../src/DevUsd.sol";
import {IChannel} from "../src/IChannel.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {vm} from "./support/Vm.sol";

/// Purchases that a relayer submits (decision C4): the money buys exactly what was signed, once.
contract GaslessTest is ChannelFixture {
    uint128 private constant PRICE = 5_000_000;
    address private constant RELAYER = address(0x4E1A);
    address private constant REFERRER = address(0x4EFE);
    uint256 private constant KEY = 0xB0B;

    address private payer = vm.addr(KEY);
    uint256 private id;

    function setUp() public override {
        super.setUp();
        usd.mint(payer, 1e12);
        id = open(terms(address(usd), PRICE), 2);
    }

    function test_oneSignatureBuysWithoutCoin() external {
        PurchaseOrder memory o = _order(2);
        uint256 before = usd.balanceOf(payer);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.FeePaid(id, RELAYER, 7, true);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.FeePaid(id, REFERRER, 11, false);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.Sold(id, payer, stranger, 2, 2 * PRICE);
        _submit(o, _authorized(o));
        equal(before - usd.balanceOf(payer), o.total, "exactly the total");
        equal(channel.balanceOf(stranger, id), 2, "units");
        equal(usd.balanceOf(RELAYER), 7, "relayer");
        equal(usd.balanceOf(REFERRER), 11, "referrer");
        equal(usd.balanceOf(address(channel)), 0, "nothing stays");
        isTrue(usd.authorizationState(payer, channel.orderDigest(o)), "the authorisation is used");
    }

    function test_anAuthorisationWorksOnce() external {
        PurchaseOrder memory o = _order(1);
        Authorization memory given = _authorized(o);
        _submit(o, given);
        _refused(o, given, _failed(o.total));
        equal(channel.balanceOf(stranger, id), 1, "one unit");
    }

    function test_everyFieldOfAnOrderIsSigned() external {
        Authorization memory given = _authorized(_order(1));
        bytes memory failed = _failed(_order(1).total);
        PurchaseOrder memory o = _order(1);
        o.recipient = RELAYER;
        _refused(o, given, failed);
        o = _order(1);
        o.referrer = RELAYER;
        _refused(o, given, failed);
        o = _order(1);
        (o.referrerFee, o.relayerFee) = (0, 18);
        _refused(o, given, failed);
        o = _order(1);
        o.termsHash = keccak256("other terms");
        _refused(o, given, failed);
        o = _order(1);
        o.salt = keccak256("other salt");
        _refused(o, given, failed);
        o = _order(1);
        o.editionId = open(terms(address(usd), PRICE), 2);
        _refused(o, given, failed);
        o = _order(2);
        _refused(o, given, _failed(o.total));
        o = _order(1);
        o.payer = buyer;
        _refused(o, given, abi.encodeWithSelector(ChannelErrors.PaymentFailed.selector, address(usd), buyer, o.total));
    }

    function test_nobodyTakesAnAuthorisationOutOfItsOrder() external {
        PurchaseOrder memory o = _order(1);
        Authorization memory given = _authorized(o);
        (bytes32 r, bytes32 s, uint8 v) = _parts(given.signature);
        bytes32 nonce = channel.orderDigest(o);
        vm.prank(RELAYER);
        vm.expectRevert(abi.encodeWithSelector(DevUsd.CallerMustBePayee.selector, address(channel)));
        usd.receiveWithAuthorization(payer, address(channel), o.total, 0, given.validBefore, nonce, v, r, s);
        vm.prank(RELAYER);
        vm.expectRevert(abi.encodeWithSelector(DevUsd.BadSignature.selector, payer));
        usd.transferWithAuthorization(payer, RELAYER, o.total, 0, given.validBefore, nonce, v, r, s);
        vm.prank(buyer);
        channel.buyWithAuthorization(o, given, deed(2));
        equal(channel.balanceOf(stranger, id), 1, "who runs ahead buys the same for the same recipient");
        equal(usd.balanceOf(buyer), 1e15 + 7, "and earns the relayer's fee");
    }

    function test_anotherChannelOrChainIsAnotherOrder() external {
        PurchaseOrder memory o = _order(1);
        Authorization memory given = _authorized(o);
        bytes32 here = channel.orderDigest(o);
        vm.prank(stranger);
        IChannel other = IChannel(factory.createChannel("other", 0));
        isTrue(other.orderDigest(o) != here, "channel");
        vm.chainId(block.chainid + 1);
        isTrue(channel.orderDigest(o) != here, "chain");
        _refused(o, given, _failed(o.total));
    }

    function test_malleatedAndExpiredAuthorisationsAreRefused() external {
        PurchaseOrder memory o = _order(1);
        Authorization memory given = _authorized(o);
        (bytes32 r, bytes32 s, uint8 v) = _parts(given.signature);
        bytes32 high = bytes32(0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141 - uint256(s));
        given.signature = abi.encodePacked(r, high, v == 27 ? uint8(28) : uint8(27));
        _refused(o, given, _failed(o.total));
        given = _authorized(o);
        given.signature = abi.encodePacked(given.signature, uint8(0));
        _refused(o, given, _failed(o.total));
        given = _authorized(o);
        vm.warp(given.validBefore);
        _refused(o, given, _failed(o.total));
    }

    function test_theTotalIsExactlyPriceAndFees() external {
        PurchaseOrder memory o = _order(1);
        vm.prank(creator);
        channel.setPrice(id, PRICE + 1);
        _refused(
            o, _authorized(o), abi.encodeWithSelector(ChannelErrors.TotalDiffers.selector, o.total + 1, o.total)
        );
        vm.prank(creator);
        channel.setPrice(id, PRICE - 1);
        _refused(
            o, _authorized(o), abi.encodeWithSelector(ChannelErrors.TotalDiffers.selector, o.total - 1, o.total)
        );
    }

    function test_refusesWhatIsNoPurchaseInThisToken() external {
        PurchaseOrder memory o = _order(1);
        o.action = 1;
        _refused(o, _authorized(o), abi.encodeWithSelector(ChannelErrors.UnknownAction.selector, 1));
        o = _order(1);
        o.editionId = open(terms(NATIVE, PRICE), 2);
        _refused(
            o, _authorized(o), abi.encodeWithSelector(ChannelErrors.WrongPayToken.selector, NATIVE, address(usd))
        );
        EditionTerms memory t = terms(address(usd), PRICE);
        t.features = uint16(Feature.ALLOW_LIST);
        o.editionId = open(t, 2);
        _refused(o, _authorized(o), abi.encodeWithSelector(ChannelErrors.PurchaseIsGated.selector, o.editionId));
        o = _order(1);
        vm.prank(creator);
        channel.pause(id, true);
        _refused(o, _authorized(o), abi.encodeWithSelector(ChannelErrors.PrimarySalesPaused.selector, id));
    }

    function test_permitAndOrderBuyOnce() external {
        PurchaseOrder memory o = _order(1);
        Permit memory permit = _permit(o.total);
        bytes memory signature = signed(KEY, channel.permitOrderDigest(o, permit.deadline));
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.OrderUsed(payer, channel.permitOrderDigest(o, permit.deadline));
        vm.prank(RELAYER);
        channel.buyWithPermit(o, signature, permit, deed(2));
        equal(channel.balanceOf(stranger, id), 1, "units");
        bytes32 digest = channel.permitOrderDigest(o, permit.deadline);
        isTrue(channel.orderUsed(payer, digest), "used");
        _refusedPermit(o, signature, permit, abi.encodeWithSelector(ChannelErrors.OrderAlreadyUsed.selector, digest));
    }

    function test_aPermitSubmittedBeforeDoesNoHarm() external {
        PurchaseOrder memory o = _order(1);
        Permit memory permit = _permit(o.total);
        usd.permit(payer, address(channel), o.total, permit.deadline, permit.v, permit.r, permit.s);
        bytes memory signature = signed(KEY, channel.permitOrderDigest(o, permit.deadline));
        vm.prank(RELAYER);
        channel.buyWithPermit(o, signature, permit, deed(2));
        equal(channel.balanceOf(stranger, id), 1, "units");
    }

    function test_aPermitAloneBuysNothing() external {
        PurchaseOrder memory o = _order(1);
        Permit memory permit = _permit(o.total);
        bytes memory refusal = abi.encodeWithSelector(ChannelErrors.BadSignature.selector, payer);
        _refusedPermit(o, "", permit, refusal);
        _refusedPermit(o, signed(KEY, channel.orderDigest(o)), permit, refusal);
        bytes memory signature = signed(KEY, channel.permitOrderDigest(o, permit.deadline));
        ++permit.deadline;
        _refusedPermit(o, signature, permit, refusal);
        vm.warp(permit.deadline + 1);
        _refusedPermit(
            o, signature, permit, abi.encodeWithSelector(ChannelErrors.SignatureExpired.selector, permit.deadline)
        );
    }

    function test_aWithdrawnOrderIsWorthless() external {
        PurchaseOrder memory o = _order(1);
        Permit memory permit = _permit(o.total);
        bytes32 digest = channel.permitOrderDigest(o, permit.deadline);
        bytes memory signature = signed(KEY, digest);
        vm.prank(payer);
        channel.cancelOrder(digest);
        _refusedPermit(o, signature, permit, abi.encodeWithSelector(ChannelErrors.OrderAlreadyUsed.selector, digest));
    }

    function _order(uint64 quantity) private view returns (PurchaseOrder memory) {
        return PurchaseOrder({
            action: 0,
            editionId: id,
            quantity: quantity,
            payer: payer,
            recipient: stranger,
            token: address(usd),
            total: uint256(quantity) * PRICE + 18,
            referrer: REFERRER,
            referrerFee: 11,
            relayerFee: 7,
            termsHash: keccak256("terms"),
            salt: keccak256("salt")
        });
    }

    function _authorized(PurchaseOrder memory o) private view returns (Authorization memory given) {
        given.validBefore = block.timestamp + 1 hours;
        bytes32 content = keccak256(
            abi.encode(
                usd.RECEIVE_WITH_AUTHORIZATION_TYPEHASH(),
                payer,
                address(channel),
                o.total,
                0,
                given.validBefore,
                channel.orderDigest(o)
            )
        );
        given.signature = signed(KEY, keccak256(abi.encodePacked(hex"1901", usd.DOMAIN_SEPARATOR(), content)));
    }

    function _permit(uint256 value) private view returns (Permit memory permit) {
        permit.deadline = block.timestamp + 1 hours;
        bytes32 content = keccak256(
            abi.encode(
                usd.PERMIT_TYPEHASH(), payer, address(channel), value, usd.nonces(payer), permit.deadline
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", usd.DOMAIN_SEPARATOR(), content));
        (permit.v, permit.r, permit.s) = vm.sign(KEY, digest);
    }

    function _submit(PurchaseOrder memory o, Authorization memory given) private {
        vm.prank(RELAYER);
        channel.buyWithAuthorization(o, given, deed(2));
    }

    function _refused(PurchaseOrder memory o, Authorization memory given, bytes memory refusal) private {
        vm.prank(RELAYER);
        vm.expectRevert(refusal);
        channel.buyWithAuthorization(o, given, deed(2));
    }

    function _refusedPermit(PurchaseOrder memory o, bytes memory signature, Permit memory permit, bytes memory refusal)
        private
    {
        vm.prank(RELAYER);
        vm.expectRevert(refusal);
        channel.buyWithPermit(o, signature, permit, deed(2));
    }

    function _failed(uint256 total) private view returns (bytes memory) {
        return abi.encodeWithSelector(ChannelErrors.PaymentFailed.selector, address(usd), payer, total);
    }

    function _parts(bytes memory signature) private pure returns (bytes32 r, bytes32 s, uint8 v) {
        assembly ("memory-safe") {
            r := mload(add(signature, 32))
            s := mload(add(signature, 64))
            v := byte(0, mload(add(signature, 96)))
        }
    }
}
