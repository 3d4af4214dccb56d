// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IChannel} from "../src/IChannel.sol";
import {ChannelErrors} from "../src/ChannelErrors.sol";
import {ChannelEvents} from "../src/ChannelEvents.sol";
import {EditionTerms, Listing, Offer, TransferPolicy} from "../src/ChannelStructs.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {OwnedAccount} from "./support/Accounts.sol";
import {RevertingHolder, SigningWallet} from "./support/Hostile.sol";
import {vm} from "./support/Vm.sol";

contract ResaleTest is ChannelFixture {
    uint256 private constant PRICE = 2_000_009;
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function test_nativeResaleMovesAccessAndSettlesTheRoyalty() external {
        uint256 id = _owned(NATIVE, 3);
        uint256 before = seller.balance;
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.Resold(id, seller, buyer, 1, PRICE, 200_001, 1);
        _fill(l, signed(SELLER_KEY, l), PRICE, 3);
        (address[] memory holders,) = table(3);
        equal(holders[2].balance, 333_333 * 200_001 / MILLION, "third");
        equal(holders[0].balance + holders[1].balance + holders[2].balance, 200_001, "royalty, rounded up");
        equal(seller.balance - before, PRICE - 200_001, "seller");
        (bool sellerHas,,) = channel.hasAccess(seller, id);
        (bool buyerHas,,) = channel.hasAccess(buyer, id);
        isTrue(!sellerHas && buyerHas, "access moved");
    }

    function test_tokenResaleSettlesTheRoyalty() external {
        uint256 id = _owned(address(usd), 2);
        uint256 before = usd.balanceOf(seller);
        Listing memory l = listing(id, address(usd), PRICE, 300);
        _fill(l, signed(SELLER_KEY, l), 0, 2);
        equal(usd.balanceOf(seller) - before, PRICE - 200_001, "seller");
        equal(usd.balanceOf(address(channel)), 0, "nothing stays");
    }

    function test_creditedRoyaltyNeedsNoTable() external {
        uint256 id = _owned(NATIVE, 20);
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        _fill(l, signed(SELLER_KEY, l), PRICE, 0);
        equal(channel.edition(id).accrued, 200_001, "accrued");
    }

    function testFuzz_noResaleMovesAccessForLessThanTheSignedRoyalty(uint96 price, uint16 bps, bool token) external {
        uint256 wanted = uint256(price) + 1 > type(uint96).max ? price : uint256(price) + 1;
        EditionTerms memory t = terms(token ? address(usd) : NATIVE, 0);
        t.royaltyBps = uint16(bound(bps, 0, 5_000));
        uint256 id = open(t, 4);
        buyAs(seller, id, 0, deed(4));
        vm.deal(buyer, wanted);
        usd.mint(buyer, wanted);
        Listing memory l = listing(id, t.payToken, wanted, 5);
        uint256 before = token ? usd.balanceOf(seller) : seller.balance;
        _fill(l, signed(SELLER_KEY, l), token ? 0 : wanted, 4);
        uint256 royalty;
        (address[] memory holders,) = table(4);
        for (uint256 i; i < 4; ++i) {
            royalty += token ? usd.balanceOf(holders[i]) : holders[i].balance;
        }
        uint256 proceeds = (token ? usd.balanceOf(seller) : seller.balance) - before;
        isTrue(royalty * 10_000 >= wanted * t.royaltyBps, "royalty is never below the edition's part");
        equal(royalty + proceeds, wanted, "everything paid was received");
    }

    function test_aNonceWorksOnce() external {
        uint256 id = _owned(NATIVE, 1);
        buyAs(seller, id, 0, deed(1));
        Listing memory l = listing(id, NATIVE, PRICE, 255);
        bytes memory signature = signed(SELLER_KEY, l);
        isTrue(!channel.nonceUsed(seller, 255), "free");
        _fill(l, signature, PRICE, 1);
        isTrue(channel.nonceUsed(seller, 255), "used");
        isTrue(!channel.nonceUsed(seller, 254) && !channel.nonceUsed(seller, 256), "neighbours are free");
        _refused(l, signature, PRICE, abi.encodeWithSelector(ChannelErrors.NonceUsed.selector, seller, 255));
    }

    function testFuzz_everyNonceHasItsOwnBit(uint192 used, uint192 other) external {
        vm.assume(used != other);
        vm.prank(seller);
        channel.cancel(used);
        isTrue(channel.nonceUsed(seller, used) && !channel.nonceUsed(seller, other), "one bit");
        isTrue(!channel.nonceUsed(buyer, used), "of one seller");
    }

    function test_aCancelledListingNeverFills() external {
        uint256 id = _owned(NATIVE, 1);
        Listing memory l = listing(id, NATIVE, PRICE, 9);
        vm.prank(seller);
        channel.cancel(9);
        bytes memory refusal = abi.encodeWithSelector(ChannelErrors.NonceUsed.selector, seller, 9);
        _refused(l, signed(SELLER_KEY, l), PRICE, refusal);
        vm.prank(seller);
        vm.expectRevert(refusal);
        channel.cancel(9);
    }

    function test_expiryIsTheLastSecond() external {
        uint256 id = _owned(NATIVE, 1);
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        vm.warp(uint256(l.expiry) + 1);
        _refused(
            l, signed(SELLER_KEY, l), PRICE, abi.encodeWithSelector(ChannelErrors.ListingExpired.selector, l.expiry)
        );
        vm.warp(l.expiry);
        _fill(l, signed(SELLER_KEY, l), PRICE, 1);
    }

    function test_everyFieldIsSigned() external {
        uint256 id = _owned(NATIVE, 1);
        buyAs(seller, id, 0, deed(1));
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        bytes memory signature = signed(SELLER_KEY, l);
        bytes memory refusal = abi.encodeWithSelector(ChannelErrors.BadSignature.selector, seller);
        Listing memory changed = listing(id, NATIVE, PRICE - 1, 1);
        _refused(changed, signature, PRICE - 1, refusal);
        changed = listing(id, NATIVE, PRICE, 2);
        _refused(changed, signature, PRICE, refusal);
        changed = listing(id, NATIVE, PRICE, 1);
        changed.quantity = 2;
        _refused(changed, signature, PRICE, refusal);
        changed = listing(id, NATIVE, PRICE, 1);
        ++changed.expiry;
        _refused(changed, signature, PRICE, refusal);
        changed = listing(open(terms(NATIVE, 1), 1), NATIVE, PRICE, 1);
        _refused(changed, signature, PRICE, refusal);
    }

    function test_refusesForeignAndMalleableSignatures() external {
        uint256 id = _owned(NATIVE, 1);
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        bytes memory refusal = abi.encodeWithSelector(ChannelErrors.BadSignature.selector, seller);
        _refused(l, signed(0xBAD, l), PRICE, refusal);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(SELLER_KEY, channel.listingDigest(l));
        bytes memory highS = abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        _refused(l, highS, PRICE, refusal);
        _refused(l, abi.encodePacked(r, s), PRICE, refusal);
        _refused(l, "", PRICE, refusal);
        _refused(l, abi.encodePacked(r, s, uint8(v + 2)), PRICE, refusal);
    }

    function test_aListingOfNobodyIsRefused() external {
        uint256 id = _owned(NATIVE, 1);
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        l.seller = address(0);
        _refused(l, new bytes(65), PRICE, abi.encodeWithSelector(ChannelErrors.ZeroAddress.selector));
    }

    function test_walletContractsSignByErc1271() external {
        SigningWallet wallet = new SigningWallet();
        uint256 id = open(terms(NATIVE, 1), 1);
        vm.prank(buyer);
        channel.buy{value: 1}(id, 1, address(wallet), 1, deed(1));
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        l.seller = address(wallet);
        _refused(l, "x", PRICE, abi.encodeWithSelector(ChannelErrors.BadSignature.selector, address(wallet)));
        wallet.approve(channel.listingDigest(l));
        wallet.answerWith(0x1626ba7f);
        _refused(l, "x", PRICE, abi.encodeWithSelector(ChannelErrors.BadSignature.selector, address(wallet)));
        wallet.answerWith(0x1626ba7e);
        _fill(l, "x", PRICE, 1);
        equal(address(wallet).balance, PRICE - 200_001, "proceeds");
    }

    function test_aSellerThatTakesNoMoneyGetsACredit() external {
        uint256 id = _owned(NATIVE, 1);
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        bytes memory signature = signed(SELLER_KEY, l);
        vm.etch(seller, address(new RevertingHolder()).code);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.ProceedsCredited(id, seller, PRICE - 200_001);
        _fill(l, signature, PRICE, 1);
        vm.etch(seller, "");
        uint256 before = seller.balance;
        vm.prank(seller);
        channel.claim(id);
        equal(seller.balance - before, PRICE - 200_001, "claimed");
    }

    function test_onlyTheEditionsTokenPays() external {
        uint256 id = _owned(NATIVE, 1);
        Listing memory l = listing(id, address(usd), PRICE, 1);
        _refused(
            l,
            signed(SELLER_KEY, l),
            0,
            abi.encodeWithSelector(ChannelErrors.WrongPayToken.selector, NATIVE, address(usd))
        );
    }

    function test_refusesWhatTheSellerDoesNotHave() external {
        uint256 id = _owned(NATIVE, 1);
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        l.quantity = 2;
        _refused(
            l,
            signed(SELLER_KEY, l),
            PRICE,
            abi.encodeWithSelector(ChannelErrors.InsufficientBalance.selector, seller, id, 1)
        );
        l.quantity = 0;
        _refused(l, signed(SELLER_KEY, l), PRICE, abi.encodeWithSelector(ChannelErrors.ZeroQuantity.selector));
        l = listing(id, NATIVE, 0, 1);
        _refused(l, signed(SELLER_KEY, l), 0, abi.encodeWithSelector(ChannelErrors.ZeroPrice.selector));
        l = listing(id, NATIVE, uint256(1) << 96, 1);
        _refused(
            l, signed(SELLER_KEY, l), 0, abi.encodeWithSelector(ChannelErrors.AmountTooLarge.selector, 1 << 96)
        );
    }

    function test_pausedSalesDoNotStopResale() external {
        uint256 id = _owned(NATIVE, 1);
        vm.prank(creator);
        channel.pause(id, true);
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        _fill(l, signed(SELLER_KEY, l), PRICE, 1);
        equal(channel.balanceOf(buyer, id), 1, "moved");
    }

    function test_signatureIsWorthlessOnAnotherChannel() external {
        uint256 id = _owned(NATIVE, 1);
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        bytes32 digest = channel.listingDigest(l);
        vm.prank(stranger);
        address other = factory.createChannel("other", 0);
        isTrue(digest != IChannel(other).listingDigest(l), "the digest names the channel");
    }

    function test_raisingTheEpochWithdrawsEverySignature() external {
        uint256 id = _owned(NATIVE, 1);
        Listing memory l = listing(id, NATIVE, PRICE, 77);
        bytes memory signature = signed(SELLER_KEY, l);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.EpochRaised(seller, 1);
        vm.prank(seller);
        channel.cancelAll();
        isTrue(channel.nonceUsed(seller, 77) && channel.epochOf(seller) == 1, "worthless");
        _refused(l, signature, PRICE, abi.encodeWithSelector(ChannelErrors.NonceOfAnotherEpoch.selector, seller, 1));
        l.nonce = uint256(1) << 192 | 77;
        _fill(l, signed(SELLER_KEY, l), PRICE, 1);
        equal(channel.balanceOf(buyer, id), 1, "a new one fills");
    }

    function test_anOfferBuysFromWhoeverAcceptsIt() external {
        uint256 id = _owned(address(usd), 2);
        uint256 before = usd.balanceOf(seller);
        Offer memory o = _offer(id);
        bytes memory signature = signed(BUYER_KEY, channel.offerDigest(o));
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.OfferAccepted(buyer, 3);
        vm.prank(seller);
        channel.acceptOffer(o, signature, deed(2));
        equal(usd.balanceOf(seller) - before, PRICE - 200_001, "proceeds");
        equal(channel.balanceOf(stranger, id), 1, "to the named recipient");
        vm.prank(seller);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NonceUsed.selector, buyer, 3));
        channel.acceptOffer(o, signature, deed(2));
    }

    function test_everyFieldOfAnOfferIsSigned() external {
        uint256 id = _owned(address(usd), 2);
        bytes memory signature = signed(BUYER_KEY, channel.offerDigest(_offer(id)));
        bytes memory refusal = abi.encodeWithSelector(ChannelErrors.BadSignature.selector, buyer);
        Offer memory o = _offer(id);
        ++o.price;
        _refusedOffer(o, signature, refusal);
        o = _offer(id);
        o.recipient = seller;
        _refusedOffer(o, signature, refusal);
        o = _offer(id);
        o.quantity = 2;
        _refusedOffer(o, signature, refusal);
        o = _offer(open(terms(address(usd), 0), 2));
        _refusedOffer(o, signature, refusal);
        o = _offer(id);
        ++o.expiry;
        _refusedOffer(o, signature, refusal);
        o = _offer(id);
        ++o.nonce;
        _refusedOffer(o, signature, refusal);
        vm.warp(block.timestamp + 2 days);
        o = _offer(id);
        o.expiry = uint64(block.timestamp - 1);
        _refusedOffer(o, signature, abi.encodeWithSelector(ChannelErrors.ListingExpired.selector, o.expiry));
    }

    function test_offersAndListingsOfAnotherChainAreWorthless() external {
        uint256 id = _owned(address(usd), 2);
        Offer memory o = _offer(id);
        Listing memory l = listing(id, address(usd), PRICE, 1);
        bytes memory offered = signed(BUYER_KEY, channel.offerDigest(o));
        bytes memory listed = signed(SELLER_KEY, l);
        vm.chainId(block.chainid + 1);
        _refusedOffer(o, offered, abi.encodeWithSelector(ChannelErrors.BadSignature.selector, buyer));
        _refused(l, listed, 0, abi.encodeWithSelector(ChannelErrors.BadSignature.selector, seller));
    }

    function test_aWalletWhoseOwnerWasRotatedSellsNoMore() external {
        OwnedAccount wallet = new OwnedAccount(seller);
        uint256 id = open(terms(NATIVE, 0), 1);
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        l.seller = address(wallet);
        bytes memory signature = signed(SELLER_KEY, l);
        bytes4 answer = wallet.isValidSignature(channel.listingDigest(l), signature);
        isTrue(answer == 0x1626ba7e, "good until then");
        vm.prank(seller);
        wallet.rotate(stranger);
        _refused(l, signature, PRICE, abi.encodeWithSelector(ChannelErrors.BadSignature.selector, address(wallet)));
    }

    function test_boundUnitsAreNotResold() external {
        EditionTerms memory t = terms(NATIVE, 0);
        t.transferPolicy = TransferPolicy.BOUND;
        uint256 id = open(t, 1);
        buyAs(seller, id, 0, deed(1));
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        _refused(
            l, signed(SELLER_KEY, l), PRICE, abi.encodeWithSelector(ChannelErrors.NotTransferable.selector, id)
        );
        equal(channel.movable(seller, id), 0, "movable");
    }

    function _offer(uint256 id) private view returns (Offer memory) {
        return Offer(buyer, id, 1, stranger, address(usd), PRICE, 3, uint64(block.timestamp + 1 days));
    }

    function _refusedOffer(Offer memory o, bytes memory signature, bytes memory refusal) private {
        vm.prank(seller);
        vm.expectRevert(refusal);
        channel.acceptOffer(o, signature, deed(2));
    }

    /// An edition of which the seller owns one unit, bought for nothing.
    function _owned(address payToken, uint256 n) private returns (uint256 id) {
        id = open(terms(payToken, 0), n);
        buyAs(seller, id, 0, deed(n));
    }

    function _fill(Listing memory l, bytes memory signature, uint256 value, uint256 n) private {
        vm.prank(buyer);
        channel.fill{value: value}(l, signature, buyer, n == 0 ? bytes("") : deed(n));
    }

    function _refused(Listing memory l, bytes memory signature, uint256 value, bytes memory refusal) private {
        vm.prank(buyer);
        vm.expectRevert(refusal);
        channel.fill{value: value}(l, signature, buyer, deed(1));
    }
}
