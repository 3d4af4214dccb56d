// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {EditionView, HoldView, Listing, Offer} from "../../src/ChannelStructs.sol";
import {DevUsd} from "../../src/DevUsd.sol";
import {IChannel} from "../../src/IChannel.sol";
import {RevertingHolder} from "./Hostile.sol";
import {LogBook} from "./LogBook.sol";
import {vm} from "./Vm.sol";

/// Drives one channel with four traders through everything that moves money, units or shares, with a
/// hostile holder in a deed, and lets a LogBook read every log. Each step says how often it succeeded.
contract ChannelHandler {
    struct Track {
        uint256 id;
        bool token;
        address[] holders;
        bytes deed;
    }

    uint256 private constant STEPS = 16;

    IChannel public immutable channel;
    DevUsd public immutable usd;
    address public immutable creator;
    RevertingHolder public immutable moody;
    LogBook public immutable logs;

    address[4] private _traders;
    Track[] private _tracks;
    uint256 private _nonce;
    Listing private _filled;
    bytes private _filledSignature;
    uint256 private _filledTrack;

    uint256[STEPS] private _reach;
    address private _leaving;
    uint256 public royaltyShortfalls;
    uint256 public replays;
    uint256 public stopped;
    uint256 public lostAccess;

    /// Holds the channel's logs to the book, counts the step, and looks whether anybody else lost units.
    modifier step(uint256 which) {
        uint256[] memory before = _unitsOf();
        vm.recordLogs();
        _;
        logs.take(vm.getRecordedLogs(), address(channel));
        _compareUnits(before);
        which;
    }

    constructor(IChannel channel_, DevUsd usd_, address creator_, RevertingHolder moody_, LogBook logs_) {
        (channel, usd, creator, moody, logs) = (channel_, usd_, creator_, moody_, logs_);
        for (uint256 i; i < 4; ++i) {
            address one = vm.addr(_key(i));
            _traders[i] = one;
            vm.deal(one, 1e30);
            usd.mint(one, 1e30);
            vm.prank(one);
            usd.approve(address(channel), type(uint256).max);
        }
    }

    function track(uint256 id, bool token, address[] calldata holders, bytes calldata deed) external {
        _tracks.push(Track(id, token, holders, deed));
    }

    function count() external view returns (uint256) {
        return _tracks.length;
    }

    function tracked(uint256 at) external view returns (Track memory) {
        return _tracks[at];
    }

    function trader(uint256 i) public view returns (address) {
        return _traders[i % 4];
    }

    function reach(uint256 which) external view returns (uint256) {
        return _reach[which];
    }

    /// 0
    function buy(uint256 which, uint256 who, uint256 to, uint64 units) external step(0) {
        Track storage t = _tracks[which % _tracks.length];
        EditionView memory e = channel.edition(t.id);
        uint256 left = e.maxSupply == 0 ? 100 : e.maxSupply - e.sold;
        HoldView memory hold = channel.holdOf(t.id, trader(to));
        if (left == 0 || e.paused || (hold.quantity != 0 && block.timestamp < hold.until)) return;
        units = uint64(1 + units % (left < 5 ? left : 5));
        uint256 paid = uint256(e.price) * units;
        vm.prank(trader(who));
        try channel.buy{value: t.token ? 0 : paid}(t.id, units, trader(to), e.price, t.deed) {
            ++_reach[0];
        } catch {
            ++stopped;
            _forget();
        }
    }

    /// 1
    function resell(uint256 which, uint256 from, uint256 to, uint96 price) external step(1) {
        Track storage t = _tracks[which % _tracks.length];
        if (channel.movable(trader(from), t.id) == 0) return;
        Listing memory l = _listing(t, trader(from), 1 + price % 1e12);
        bytes memory signature = _signed(from, channel.listingDigest(l));
        uint256 before = _royalties(t);
        _leaving = trader(from);
        vm.prank(trader(to));
        try channel.fill{value: t.token ? 0 : l.price}(l, signature, trader(to), t.deed) {
            (_filled, _filledSignature, _filledTrack) = (l, signature, which % _tracks.length);
            uint256 least = l.price * channel.edition(t.id).royaltyBps;
            if ((_royalties(t) - before) * 10_000 < least) ++royaltyShortfalls;
            ++_reach[1];
        } catch {
            ++stopped;
            _forget();
        }
    }

    /// 2: tries to fill the last listing again.
    function replay(uint256 who) external step(2) {
        if (_filledSignature.length == 0) return;
        Track storage t = _tracks[_filledTrack];
        ++_reach[2];
        vm.prank(trader(who));
        try channel.fill{value: t.token ? 0 : _filled.price}(_filled, _filledSignature, trader(who), t.deed) {
            ++replays;
        } catch {
            _forget();
        }
    }

    /// 3
    function acceptOffer(uint256 which, uint256 from, uint256 to, uint96 price) external step(3) {
        Track storage t = _tracks[which % _tracks.length];
        if (!t.token || channel.movable(trader(from), t.id) == 0) return;
        uint256 nonce = uint256(channel.epochOf(trader(to))) << 192 | _nonce++;
        Offer memory o = Offer(
            trader(to), t.id, 1, trader(to), address(usd), 1 + price % 1e12, nonce, uint64(block.timestamp)
        );
        bytes memory signature = _signed(to, channel.offerDigest(o));
        _leaving = trader(from);
        vm.prank(trader(from));
        try channel.acceptOffer(o, signature, t.deed) {
            ++_reach[3];
        } catch {
            ++stopped;
            _forget();
        }
    }

    /// 4: a holder of the deed claims, by the deed where he must.
    function claim(uint256 which, uint256 who) external step(4) {
        Track storage t = _tracks[which % _tracks.length];
        address holder = t.holders[who % t.holders.length];
        vm.prank(holder);
        try channel.claimWithDeed(t.id, t.deed) {
            ++_reach[4];
        } catch {
            _forget();
        }
    }

    /// 5: a trader claims what shares and failed payments gave him.
    function claimAsTrader(uint256 which, uint256 who) external step(5) {
        vm.prank(trader(who));
        try channel.claim(_tracks[which % _tracks.length].id) {
            ++_reach[5];
        } catch {
            _forget();
        }
    }

    /// 6: a holder gives shares to a trader.
    function giveShares(uint256 which, uint256 who, uint256 to, uint32 shares) external step(6) {
        Track storage t = _tracks[which % _tracks.length];
        vm.prank(t.holders[who % t.holders.length]);
        try channel.transferShares(t.id, trader(to), 1 + shares % 60_000, t.deed) {
            ++_reach[6];
        } catch {
            _forget();
        }
    }

    /// 7: a trader passes shares on.
    function passShares(uint256 which, uint256 who, uint256 to, uint32 shares) external step(7) {
        uint256 id = _tracks[which % _tracks.length].id;
        uint32 has = channel.sharesOf(id, trader(who));
        if (has == 0) return;
        vm.prank(trader(who));
        channel.transferShares(id, trader(to), 1 + shares % has, "");
        ++_reach[7];
    }

    /// 8
    function refund(uint256 which, uint256 who) external step(8) {
        _leaving = trader(who);
        vm.prank(trader(who));
        try channel.refund(_tracks[which % _tracks.length].id) {
            ++_reach[8];
        } catch {
            _forget();
        }
    }

    /// 9
    function accept(uint256 which, uint256 who) external step(9) {
        Track storage t = _tracks[which % _tracks.length];
        vm.prank(trader(who));
        try channel.accept(t.id, t.deed) {
            ++_reach[9];
        } catch {
            _forget();
        }
    }

    /// 10: anybody releases what a window no longer holds.
    function release(uint256 which, uint256 who) external step(10) {
        Track storage t = _tracks[which % _tracks.length];
        try channel.release(t.id, trader(who), t.deed) {
            ++_reach[10];
        } catch {
            _forget();
        }
    }

    /// 11
    function addRoyalty(uint256 which, uint256 who, uint96 amount) external step(11) {
        Track storage t = _tracks[which % _tracks.length];
        uint256 given = 1 + amount % 1e12;
        vm.prank(trader(who));
        channel.addRoyalty{value: t.token ? 0 : given}(t.id, given, t.deed);
        ++_reach[11];
    }

    /// 12: units move where the edition lets them.
    function transfer(uint256 which, uint256 from, uint256 to) external step(12) {
        _leaving = trader(from);
        vm.prank(trader(from));
        try channel.safeTransferFrom(trader(from), trader(to), _tracks[which % _tracks.length].id, 1, "") {
            ++_reach[12];
        } catch {
            _forget();
        }
    }

    /// 13: the owner changes price and pause.
    function steer(uint256 which, uint88 price, bool paused) external step(13) {
        uint256 id = _tracks[which % _tracks.length].id;
        vm.prank(creator);
        channel.setPrice(id, price % 1e12);
        vm.prank(creator);
        channel.pause(id, paused && price % 4 == 0);
        ++_reach[13];
    }

    /// 14
    function cancelAll(uint256 who) external step(14) {
        if (who % 8 != 0) return;
        vm.prank(trader(who));
        channel.cancelAll();
        ++_reach[14];
    }

    /// 15: time passes, and the hostile holder changes his mind.
    function pass(uint32 time, bool takes) external step(15) {
        vm.warp(block.timestamp + time % 1 days);
        moody.setTakes(takes);
        ++_reach[15];
    }

    /// Forge records what a refused call logged, too.
    function _forget() private {
        vm.getRecordedLogs();
    }

    function _listing(Track storage t, address from, uint256 price) private returns (Listing memory) {
        uint256 nonce = uint256(channel.epochOf(from)) << 192 | _nonce++;
        return Listing(from, t.id, 1, t.token ? address(usd) : address(0), price, nonce, uint64(block.timestamp));
    }

    /// All that the edition's holders got or may claim, in the edition's money: what was earned for shares
    /// counts once, wherever the shares are.
    function _royalties(Track storage t) private view returns (uint256) {
        return channel.edition(t.id).accrued;
    }

    function _unitsOf() private view returns (uint256[] memory units) {
        units = new uint256[](_tracks.length * 4);
        for (uint256 i; i < units.length; ++i) {
            units[i] = channel.balanceOf(trader(i), _tracks[i / 4].id);
        }
    }

    /// Only who sold, gave away or gave back has fewer units than before.
    function _compareUnits(uint256[] memory before) private {
        for (uint256 i; i < before.length; ++i) {
            bool fewer = channel.balanceOf(trader(i), _tracks[i / 4].id) < before[i];
            if (fewer && trader(i) != _leaving) ++lostAccess;
        }
        _leaving = address(0);
    }

    function _signed(uint256 who, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_key(who % 4), digest);
        return abi.encodePacked(r, s, v);
    }

    function _key(uint256 i) private pure returns (uint256) {
        return 0x77AAD0 + i;
    }
}
