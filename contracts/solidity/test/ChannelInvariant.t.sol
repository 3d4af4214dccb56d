// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {EditionView, Terms} from "../src/ChannelTypes.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {ChannelHandler} from "./support/ChannelHandler.sol";
import {RevertingHolder} from "./support/Hostile.sol";

/// What holds after any sequence of sales, resales, replays, claims and a holder's refusals. Pushed
/// and credited editions in coin and token share one channel, so that money could cross over if it
/// ever did.
contract ChannelInvariantTest is ChannelFixture {
    ChannelHandler private handler;

    function setUp() public override {
        super.setUp();
        RevertingHolder moody = new RevertingHolder();
        handler = new ChannelHandler(channel, usd, creator, moody);
        _track(NATIVE, 3, true, address(moody), 0);
        _track(NATIVE, 7, false, address(0), 20);
        _track(address(usd), 4, true, address(0), 0);
        _track(address(usd), 9, false, address(0), 0);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function excludeSelectors() external view returns (FuzzSelector[] memory excluded) {
        excluded = new FuzzSelector[](1);
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = ChannelHandler.track.selector;
        excluded[0] = FuzzSelector(address(handler), selectors);
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    /// One campaign checks everything after every step.
    function invariant_theBooksAgree() public view {
        uint256 coin;
        uint256 token;
        for (uint256 i; i < handler.count(); ++i) {
            ChannelHandler.Book memory b = handler.book(i);
            uint256 owed = _owedAndCovered(b);
            if (b.token) token += owed;
            else coin += owed;
            _unitsAreThoseSold(b);
        }
        equal(address(channel).balance, coin, "the channel holds exactly the coin it owes");
        equal(usd.balanceOf(address(channel)), token, "the channel holds exactly the tokens it owes");
        equal(handler.replays(), 0, "listings that filled twice");
        equal(handler.stoppedSales(), 0, "sales that a holder stopped");
        equal(handler.royaltyShortfalls(), 0, "resales below their royalty");
    }

    /// The campaign would prove nothing if its steps never got anywhere.
    function test_theStepsReachEverything() external {
        for (uint256 i; i < 160; ++i) {
            uint256 pick = uint256(keccak256(abi.encode(i)));
            uint256 what = pick % 8;
            if (what < 2) handler.buy(pick >> 8, pick >> 16, uint64(pick >> 24));
            else if (what < 4) handler.resell(pick >> 8, pick >> 16, pick >> 24, uint104(pick >> 32));
            else if (what < 5) handler.replay(pick >> 8);
            else if (what < 7) handler.claim(pick >> 8, pick >> 16);
            else handler.changeMood(pick >> 8 & 1 == 1);
        }
        invariant_theBooksAgree();
        isTrue(handler.sales() > 10 && handler.resales() > 10 && handler.claims() > 5, "steps");
        uint256 credit = channel.claimable(
            handler.book(0).id, address(handler.moody()), new address[](0), new uint32[](0)
        );
        isTrue(credit > 0, "the moody holder has a credit");
    }

    /// What the edition owes: what was credited and not drawn, and every failed payment that is still
    /// to be claimed. What holders may claim never exceeds it and falls short by fractions only.
    function _owedAndCovered(ChannelHandler.Book memory b) private view returns (uint256 owed) {
        EditionView memory e = channel.edition(b.id);
        (address[] memory none, uint32[] memory empty) = (new address[](0), new uint32[](0));
        uint256 undrawn = e.credited - e.drawn;
        uint256 claimable;
        owed = undrawn;
        for (uint256 h; h < b.holders.length; ++h) {
            uint256 failed = channel.claimable(b.id, b.holders[h], none, empty);
            claimable += channel.claimable(b.id, b.holders[h], b.holders, b.shares) - failed;
            owed += failed;
        }
        for (uint256 t; t < 4; ++t) {
            owed += channel.claimable(b.id, handler.trader(t), none, empty);
        }
        atMost(claimable, undrawn, "claimable");
        atMost(undrawn - claimable, b.holders.length, "fractions");
    }

    function _unitsAreThoseSold(ChannelHandler.Book memory b) private view {
        EditionView memory e = channel.edition(b.id);
        uint256 held;
        for (uint256 t; t < 4; ++t) {
            held += channel.balanceOf(handler.trader(t), b.id);
        }
        equal(held, b.units, "units of the traders");
        equal(e.sold, b.units, "units sold");
        isTrue(e.maxSupply == 0 || e.sold <= e.maxSupply, "supply");
    }

    function _track(address payToken, uint256 n, bool push, address last, uint64 supply) private {
        (address[] memory holders, uint32[] memory shares) = table(n);
        for (uint256 i; i < n; ++i) {
            holders[i] = address(uint160(0x2000 + handler.count() * 0x100 + i));
        }
        if (last != address(0)) holders[n - 1] = last;
        Terms memory t = terms(payToken, 1_000_003);
        (t.pushRoyalties, t.maxSupply) = (push, supply);
        handler.track(open(t, holders, shares), payToken != NATIVE, holders, shares);
    }
}
