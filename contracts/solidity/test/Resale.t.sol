// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Channel} from "../src/Channel.sol";
import {ChannelTypes, Listing, Terms} from "../src/ChannelTypes.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
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
        emit ChannelTypes.Resold(id, seller, buyer, 1, PRICE, 200_001, 1);
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
        equal(channel.edition(id).credited, 200_001, "credited");
    }

    function testFuzz_noResaleMovesAccessForLessThanTheSignedRoyalty(uint104 price, uint16 bps, bool token) external {
        uint256 wanted = uint256(price) + 1 > type(uint104).max ? price : uint256(price) + 1;
        Terms memory t = terms(token ? address(usd) : NATIVE, 0);
        t.royaltyBps = uint16(bound(bps, 0, 5_000));
        uint256 id = open(t, 4);
        buyAs(seller, id, 0, 4);
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
        buyAs(seller, id, 0, 1);
        Listing memory l = listing(id, NATIVE, PRICE, 255);
        bytes memory signature = signed(SELLER_KEY, l);
        isTrue(!channel.nonceUsed(seller, 255), "free");
        _fill(l, signature, PRICE, 1);
        isTrue(channel.nonceUsed(seller, 255), "used");
        isTrue(!channel.nonceUsed(seller, 254) && !channel.nonceUsed(seller, 256), "neighbours are free");
        _refused(l, signature, PRICE, abi.encodeWithSelector(ChannelTypes.NonceUsed.selector, seller, 255));
    }

    function testFuzz_everyNonceHasItsOwnBit(uint256 used, uint256 other) external {
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
        bytes memory refusal = abi.encodeWithSelector(ChannelTypes.NonceUsed.selector, seller, 9);
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
            l, signed(SELLER_KEY, l), PRICE, abi.encodeWithSelector(ChannelTypes.ListingExpired.selector, l.expiry)
        );
        vm.warp(l.expiry);
        _fill(l, signed(SELLER_KEY, l), PRICE, 1);
    }

    function test_everyFieldIsSigned() external {
        uint256 id = _owned(NATIVE, 1);
        buyAs(seller, id, 0, 1);
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        bytes memory signature = signed(SELLER_KEY, l);
        bytes memory refusal = abi.encodeWithSelector(ChannelTypes.BadSignature.selector, seller);
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
        bytes memory refusal = abi.encodeWithSelector(ChannelTypes.BadSignature.selector, seller);
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
        _refused(l, new bytes(65), PRICE, abi.encodeWithSelector(ChannelTypes.ZeroAddress.selector));
    }

    function test_walletContractsSignByErc1271() external {
        SigningWallet wallet = new SigningWallet();
        uint256 id = open(terms(NATIVE, 1), 1);
        (address[] memory holders, uint32[] memory shares) = table(1);
        vm.prank(buyer);
        channel.buy{value: 1}(id, 1, address(wallet), 1, holders, shares);
        Listing memory l = listing(id, NATIVE, PRICE, 1);
        l.seller = address(wallet);
        _refused(l, "x", PRICE, abi.encodeWithSelector(ChannelTypes.BadSignature.selector, address(wallet)));
        wallet.approve(channel.listingDigest(l));
        wallet.answerWith(0x1626ba7f);
        _refused(l, "x", PRICE, abi.encodeWithSelector(ChannelTypes.BadSignature.selector, address(wallet)));
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
        emit ChannelTypes.ProceedsCredited(id, seller, PRICE - 200_001);
        _fill(l, signature, PRICE, 1);
        vm.etch(seller, "");
        uint256 before = seller.balance;
        vm.prank(seller);
        channel.claim(id, new address[](0), new uint32[](0));
        equal(seller.balance - before, PRICE - 200_001, "claimed");
    }

    function test_onlyTheEditionsTokenPays() external {
        uint256 id = _owned(NATIVE, 1);
        Listing memory l = listing(id, address(usd), PRICE, 1);
        _refused(
            l,
            signed(SELLER_KEY, l),
            0,
            abi.encodeWithSelector(ChannelTypes.WrongPayToken.selector, NATIVE, address(usd))
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
            abi.encodeWithSelector(ChannelTypes.InsufficientBalance.selector, seller, id, 1)
        );
        l.quantity = 0;
        _refused(l, signed(SELLER_KEY, l), PRICE, abi.encodeWithSelector(ChannelTypes.ZeroQuantity.selector));
        l = listing(id, NATIVE, 0, 1);
        _refused(l, signed(SELLER_KEY, l), 0, abi.encodeWithSelector(ChannelTypes.ZeroPrice.selector));
        l = listing(id, NATIVE, uint256(1) << 104, 1);
        _refused(
            l, signed(SELLER_KEY, l), 0, abi.encodeWithSelector(ChannelTypes.AmountTooLarge.selector, 1 << 104)
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
        isTrue(digest != Channel(other).listingDigest(l), "the digest names the channel");
    }

    /// An edition of which the seller owns one unit, bought for nothing.
    function _owned(address payToken, uint256 n) private returns (uint256 id) {
        id = open(terms(payToken, 0), n);
        buyAs(seller, id, 0, n);
    }

    function _fill(Listing memory l, bytes memory signature, uint256 value, uint256 n) private {
        (address[] memory holders, uint32[] memory shares) = (new address[](0), new uint32[](0));
        if (n > 0) (holders, shares) = table(n);
        vm.prank(buyer);
        channel.fill{value: value}(l, signature, buyer, holders, shares);
    }

    function _refused(Listing memory l, bytes memory signature, uint256 value, bytes memory refusal) private {
        (address[] memory holders, uint32[] memory shares) = table(1);
        vm.prank(buyer);
        vm.expectRevert(refusal);
        channel.fill{value: value}(l, signature, buyer, holders, shares);
    }
}
