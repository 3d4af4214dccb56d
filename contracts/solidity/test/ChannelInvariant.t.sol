// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {EditionTerms, EditionView, Settlement, TransferPolicy} from "../src/ChannelStructs.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {ChannelHandler} from "./support/ChannelHandler.sol";
import {RevertingHolder} from "./support/Hostile.sol";
import {LogBook} from "./support/LogBook.sol";
import {vm} from "./support/Vm.sol";

/// What holds after any sequence of sales, resales, offers, replays, claims, share transfers, refunds and
/// a holder's refusals. Pushed and credited editions in coin and token, with and without a refund
/// window, share one channel, so that money could cross over if it ever did.
contract ChannelInvariantTest is ChannelFixture {
    uint256 private constant STEPS = 16;

    ChannelHandler private handler;
    LogBook private logs;

    /// Forge prints this one by itself.
    event log_named_uint(string key, uint256 val);

    function setUp() public override {
        super.setUp();
        RevertingHolder moody = new RevertingHolder();
        logs = new LogBook();
        handler = new ChannelHandler(channel, usd, creator, moody, logs);
        vm.recordLogs();
        _track(NATIVE, 3, address(moody), _terms(NATIVE, Settlement.PUSH, 0, 0, TransferPolicy.RESALE));
        _track(NATIVE, 7, address(0), _terms(NATIVE, Settlement.CREDIT, 20, 0, TransferPolicy.FREE));
        _track(address(usd), 20, address(0), _terms(address(usd), Settlement.PUSH, 0, 0, TransferPolicy.FREE));
        _track(address(usd), 9, address(0), _terms(address(usd), Settlement.CREDIT, 0, 0, TransferPolicy.RESALE));
        _track(NATIVE, 2, address(moody), _terms(NATIVE, Settlement.PUSH, 0, 2 days, TransferPolicy.FREE));
        _track(address(usd), 6, address(0), _terms(address(usd), Settlement.CREDIT, 50, 1 days, TransferPolicy.FREE));
        logs.take(vm.getRecordedLogs(), address(channel));
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
            ChannelHandler.Track memory t = handler.tracked(i);
            uint256 held = _agrees(t);
            if (t.token) token += held;
            else coin += held;
        }
        equal(address(channel).balance, coin, "the channel holds exactly the coin that its editions hold");
        equal(usd.balanceOf(address(channel)), token, "and exactly the tokens");
        equal(handler.replays(), 0, "listings that filled twice");
        equal(handler.stopped(), 0, "sales that a holder stopped");
        equal(handler.royaltyShortfalls(), 0, "resales below their royalty");
        equal(handler.lostAccess(), 0, "units that somebody else took");
    }

    /// How often each step succeeded in the last run of the campaign.
    function afterInvariant() external {
        _printReach();
    }

    /// The campaign would prove nothing if its steps never got anywhere.
    function test_theStepsReachEverything() external {
        for (uint256 i; i < 1_600; ++i) {
            uint256 pick = uint256(keccak256(abi.encode(i)));
            _step(pick % STEPS, pick >> 8, pick >> 16, pick >> 24, pick >> 32);
            if (i % 100 == 0) invariant_theBooksAgree();
        }
        invariant_theBooksAgree();
        _printReach();
        for (uint256 i; i < STEPS; ++i) {
            isTrue(handler.reach(i) > 1, "every step succeeds again and again");
        }
        equal(logs.book(handler.tracked(0).id).deedHash, keccak256(handler.tracked(0).deed), "deed");
    }

    function _step(uint256 what, uint256 a, uint256 b, uint256 c, uint256 d) private {
        if (what == 0) handler.buy(a, b, c, uint64(d));
        else if (what == 1) handler.resell(a, b, c, uint96(d));
        else if (what == 2) handler.replay(a);
        else if (what == 3) handler.acceptOffer(a, b, c, uint96(d));
        else if (what == 4) handler.claim(a, b);
        else if (what == 5) handler.claimAsTrader(a, b);
        else if (what == 6) handler.giveShares(a, b, c, uint32(d));
        else if (what == 7) handler.passShares(a, b, c, uint32(d));
        else if (what == 8) handler.refund(a, b);
        else if (what == 9) handler.accept(a, b);
        else if (what == 10) handler.release(a, b);
        else if (what == 11) handler.addRoyalty(a, b, uint96(c));
        else if (what == 12) handler.transfer(a, b, c);
        else if (what == 13) handler.steer(a, uint88(b), c % 8 == 0);
        else if (what == 14) handler.cancelAll(a);
        else handler.pass(uint32(a), b % 2 == 0);
    }

    /// The chain and what its logs tell are the same, money in is money out and held, and everything that
    /// may be claimed is held. Returns what the edition holds.
    function _agrees(ChannelHandler.Track memory t) private view returns (uint256) {
        LogBook.Book memory b = logs.book(t.id);
        EditionView memory e = channel.edition(t.id);
        equal(e.accrued, b.accrued, "accrued");
        equal(e.held, b.held, "held");
        equal(e.sold, b.sold, "sold");
        equal(e.materialised, b.materialised, "materialised");
        equal(e.price, b.price, "price");
        isTrue(e.paused == b.paused, "paused");
        isTrue(e.maxSupply == 0 || e.sold <= e.maxSupply, "supply");
        equal(uint256(int256(b.paidIn) - b.paidOut), b.held, "money in is money out and held");
        uint256 units;
        uint256 shares;
        uint256 owed;
        for (uint256 i; i < 4; ++i) {
            address one = handler.trader(i);
            equal(channel.balanceOf(one, t.id), logs.units(t.id, one), "units");
            units += logs.units(t.id, one);
            shares += channel.sharesOf(t.id, one);
            owed += _claimable(t, one) + channel.holdOf(t.id, one).paid;
        }
        equal(units, e.sold, "units are those sold");
        for (uint256 i; i < t.holders.length; ++i) {
            if (e.materialised >> i & 1 != 0) shares += channel.sharesOf(t.id, t.holders[i]);
            else shares += _share(t.deed, i);
            owed += channel.claimable(t.id, t.holders[i], t.deed);
            _claimable(t, t.holders[i]);
        }
        equal(shares, MILLION, "a million shares");
        atMost(owed, e.held, "everything that may be claimed is held");
        return e.held;
    }

    function _claimable(ChannelHandler.Track memory t, address who) private view returns (uint256 amount) {
        amount = channel.claimable(t.id, who, "");
        equal(amount, logs.claimable(t.id, who), "claimable");
    }

    function _share(bytes memory deed, uint256 i) private pure returns (uint256 share) {
        assembly ("memory-safe") {
            share := and(shr(64, mload(add(add(deed, 64), mul(24, i)))), 0xffffffff)
        }
    }

    function _printReach() private {
        string[16] memory names = [
            "buy", "resell", "replay", "accept offer", "claim by deed", "claim", "give shares", "pass shares",
            "refund", "accept", "release", "add royalty", "transfer", "steer", "cancel all", "time"
        ];
        for (uint256 i; i < STEPS; ++i) {
            emit log_named_uint(names[i], handler.reach(i));
        }
    }

    function _terms(address token, uint8 settlement, uint64 supply, uint32 window, uint8 policy)
        private
        pure
        returns (EditionTerms memory t)
    {
        t = terms(token, 1_000_003);
        (t.settlement, t.maxSupply, t.refundWindow, t.transferPolicy) = (settlement, supply, window, policy);
    }

    function _track(address payToken, uint256 n, address last, EditionTerms memory t) private {
        (address[] memory holders, uint32[] memory shares) = table(n);
        for (uint256 i; i < n; ++i) {
            holders[i] = address(uint160(0x2000 + handler.count() * 0x100 + i));
        }
        if (last != address(0)) holders[n - 1] = last;
        bytes memory d = deed(holders, shares);
        handler.track(open(t, d), payToken != NATIVE, holders, d);
    }
}
