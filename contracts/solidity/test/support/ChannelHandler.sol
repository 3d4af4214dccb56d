// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Channel} from "../../src/Channel.sol";
import {EditionView, Listing} from "../../src/ChannelTypes.sol";
import {DevUsd} from "../../src/DevUsd.sol";
import {RevertingHolder} from "./Hostile.sol";
import {vm} from "./Vm.sol";

/// Drives one channel with four traders through sales, resales, replays, claims and moods of a
/// hostile holder, and keeps books of its own.
contract ChannelHandler {
    struct Book {
        uint256 id;
        bool token;
        address[] holders;
        uint32[] shares;
        uint256 paidIn;
        uint256 units;
    }

    Channel public immutable channel;
    DevUsd public immutable usd;
    address public immutable creator;
    RevertingHolder public immutable moody;

    address[4] private _traders;
    Book[] private _books;
    uint256 private _nonce;
    Listing private _filled;
    bytes private _filledSignature;
    uint256 private _filledBook;

    uint256 public royaltyShortfalls;
    uint256 public replays;
    uint256 public stoppedSales;
    uint256 public sales;
    uint256 public resales;
    uint256 public claims;

    constructor(Channel channel_, DevUsd usd_, address creator_, RevertingHolder moody_) {
        (channel, usd, creator, moody) = (channel_, usd_, creator_, moody_);
        for (uint256 i; i < 4; ++i) {
            address one = vm.addr(_key(i));
            _traders[i] = one;
            vm.deal(one, 1e30);
            usd.mint(one, 1e30);
            vm.prank(one);
            usd.approve(address(channel), type(uint256).max);
        }
    }

    function track(uint256 id, bool token, address[] calldata holders, uint32[] calldata shares) external {
        _books.push(Book(id, token, holders, shares, 0, 0));
    }

    function count() external view returns (uint256) {
        return _books.length;
    }

    function book(uint256 at) external view returns (Book memory) {
        return _books[at];
    }

    function trader(uint256 i) public view returns (address) {
        return _traders[i];
    }

    function buy(uint256 which, uint256 who, uint64 units) external {
        Book storage b = _books[which % _books.length];
        EditionView memory e = channel.edition(b.id);
        uint256 left = e.maxSupply == 0 ? 100 : e.maxSupply - e.sold;
        if (left == 0) return;
        units = uint64(1 + units % (left < 5 ? left : 5));
        uint256 paid = uint256(e.price) * units;
        vm.prank(trader(who % 4));
        try channel.buy{value: b.token ? 0 : paid}(b.id, units, trader(who % 4), e.price, b.holders, b.shares) {
            b.paidIn += paid;
            b.units += units;
            ++sales;
        } catch {
            ++stoppedSales;
        }
    }

    function resell(uint256 which, uint256 from, uint256 to, uint104 price) external {
        Book storage b = _books[which % _books.length];
        (from, to) = (from % 4, to % 4);
        if (channel.balanceOf(trader(from), b.id) == 0) return;
        Listing memory l = Listing(
            trader(from),
            b.id,
            1,
            b.token ? address(usd) : address(0),
            1 + price % 1e12,
            _nonce++,
            uint64(block.timestamp)
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_key(from), channel.listingDigest(l));
        uint256 before = _royalties(b);
        vm.prank(trader(to));
        try channel.fill{value: b.token ? 0 : l.price}(
            l, abi.encodePacked(r, s, v), trader(to), b.holders, b.shares
        ) {
            b.paidIn += l.price;
            (_filled, _filledSignature, _filledBook) = (l, abi.encodePacked(r, s, v), which % _books.length);
            uint256 least = l.price * channel.edition(b.id).royaltyBps;
            if ((_royalties(b) - before) * 10_000 < least) ++royaltyShortfalls;
            ++resales;
        } catch {
            ++stoppedSales;
        }
    }

    /// Tries to fill the last listing again.
    function replay(uint256 who) external {
        if (_filledSignature.length == 0) return;
        Book storage b = _books[_filledBook];
        vm.prank(trader(who % 4));
        try channel.fill{value: b.token ? 0 : _filled.price}(
            _filled, _filledSignature, trader(who % 4), b.holders, b.shares
        ) {
            ++replays;
        } catch {}
    }

    function claim(uint256 which, uint256 who) external {
        Book storage b = _books[which % _books.length];
        vm.prank(b.holders[who % b.holders.length]);
        try channel.claim(b.id, b.holders, b.shares) {
            ++claims;
        } catch {}
    }

    function changeMood(bool takes) external {
        moody.setTakes(takes);
    }

    function setPrice(uint256 which, uint88 price) external {
        vm.prank(creator);
        channel.setPrice(_books[which % _books.length].id, price % 1e12);
    }

    /// Everything the edition's holders ever got or may claim, in the edition's money; holders of one
    /// edition hold in no other.
    function _royalties(Book storage b) private view returns (uint256 sum) {
        sum = channel.edition(b.id).credited;
        for (uint256 i; i < b.holders.length; ++i) {
            sum += channel.claimable(b.id, b.holders[i], new address[](0), new uint32[](0));
            sum += b.token ? usd.balanceOf(b.holders[i]) : b.holders[i].balance;
        }
    }

    function _key(uint256 i) private pure returns (uint256) {
        return 0x77AAD0 + i;
    }
}
