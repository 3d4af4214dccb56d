// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelErrors} from "../src/ChannelErrors.sol";
import {ChannelEvents} from "../src/ChannelEvents.sol";
import {EditionTerms, Settlement} from "../src/ChannelStructs.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {vm} from "./support/Vm.sol";

/// Royalties credited in the sale and claimed later.
contract RoyaltyTest is ChannelFixture {
    function test_twentyHoldersClaimTheirShares() external {
        uint256 id = open(credited(NATIVE, 1 ether), 20);
        _sell(id, 1 ether, 3);
        (address[] memory holders,) = table(20);
        for (uint256 i; i < 20; ++i) {
            equal(channel.claimable(id, holders[i], deed(20)), 0.15 ether, "claimable by the deed");
            vm.prank(holders[i]);
            channel.claimWithDeed(id, deed(20));
            equal(holders[i].balance, 0.15 ether, "a twentieth of three");
        }
        equal(address(channel).balance, 0, "nothing stays");
        equal(channel.edition(id).held, 0, "nothing is held");
        equal(channel.edition(id).materialised, (1 << 20) - 1, "every entry, once");
    }

    function test_claimPaysOnlyWhatIsNew() external {
        uint256 id = open(credited(NATIVE, 100), 2);
        (address[] memory holders,) = table(2);
        _sell(id, 100, 1);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.EntryMaterialised(id, holders[1], 1, 500_000);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.Claimed(id, holders[1], 50);
        vm.prank(holders[1]);
        channel.claimWithDeed(id, deed(2));
        _refusedClaim(id, holders[1]);
        vm.prank(holders[1]);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NothingToClaim.selector, id, holders[1]));
        channel.claimWithDeed(id, deed(2));
        _sell(id, 100, 1);
        equal(channel.claimable(id, holders[1], ""), 50, "the second sale's");
        equal(channel.claimable(id, holders[1], deed(2)), 50, "an entry counts once");
        equal(channel.claimable(id, holders[0], deed(2)), 100, "both sales'");
        equal(channel.claimable(id, holders[0], ""), 0, "not yet materialised");
    }

    function test_strangersClaimNothing() external {
        uint256 id = open(credited(NATIVE, 100), 2);
        _sell(id, 100, 1);
        _refusedClaim(id, stranger);
        _refusedClaim(id, creator);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NotInDeed.selector, id, stranger));
        channel.claimWithDeed(id, deed(2));
    }

    function test_refusesAnInventedDeed() external {
        uint256 id = open(credited(NATIVE, 100), 2);
        _sell(id, 100, 1);
        (address[] memory holders, uint32[] memory shares) = table(2);
        holders[0] = address(1);
        _refusedDeed(id, address(1), deed(holders, shares));
        (holders, shares) = table(2);
        (shares[0], shares[1]) = (1, 999_999);
        _refusedDeed(id, holders[1], deed(holders, shares));
    }

    function test_anEntryMaterialisesOnce() external {
        uint256 id = open(credited(NATIVE, 100), 2);
        (address[] memory holders,) = table(2);
        channel.materialise(id, holders[0], deed(2));
        equal(channel.sharesOf(id, holders[0]), 500_000, "shares");
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.AlreadyMaterialised.selector, id, holders[0]));
        channel.materialise(id, holders[0], deed(2));
        vm.prank(holders[0]);
        channel.transferShares(id, stranger, 500_000, "");
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.AlreadyMaterialised.selector, id, holders[0]));
        channel.materialise(id, holders[0], deed(2));
    }

    function test_othersMayClaimForThoseWhoAllowedIt() external {
        uint256 id = open(credited(address(usd), 100), 2);
        _sell(id, 0, 1);
        (address[] memory holders,) = table(2);
        channel.materialise(id, holders[1], deed(2));
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.AutoClaimNotAllowed.selector, holders[1]));
        channel.claimFor(id, holders[1]);
        vm.prank(holders[1]);
        channel.setAutoClaim(true);
        vm.prank(stranger);
        channel.claimFor(id, holders[1]);
        equal(usd.balanceOf(holders[1]), 50, "paid to the holder");
        vm.prank(holders[1]);
        channel.setAutoClaim(false);
        isTrue(!channel.autoClaim(holders[1]), "withdrawn");
    }

    function test_claimManyPaysFromEveryEdition() external {
        uint256[] memory ids = new uint256[](3);
        (address[] memory holders,) = table(2);
        for (uint256 i; i < 3; ++i) {
            ids[i] = open(credited(i == 1 ? address(usd) : NATIVE, 100), 2);
            _sell(ids[i], i == 1 ? 0 : 100, 1);
            channel.materialise(ids[i], holders[0], deed(2));
        }
        vm.prank(holders[0]);
        channel.claimMany(ids);
        equal(holders[0].balance, 100, "coin");
        equal(usd.balanceOf(holders[0]), 50, "dollars");
    }

    function test_sharesMoveAndWhatAccruedStays() external {
        uint256 id = open(credited(NATIVE, 1_000), 2);
        (address[] memory holders,) = table(2);
        _sell(id, 1_000, 1);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.SharesTransferred(id, holders[0], stranger, 200_000);
        vm.prank(holders[0]);
        channel.transferShares(id, stranger, 200_000, deed(2));
        equal(channel.claimable(id, holders[0], ""), 500, "kept");
        equal(channel.claimable(id, stranger, ""), 0, "nothing of the past");
        _sell(id, 1_000, 1);
        equal(channel.claimable(id, holders[0], ""), 800, "three tenths more");
        equal(channel.claimable(id, stranger, ""), 200, "two tenths");
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.InsufficientShares.selector, id, stranger, 200_000));
        channel.transferShares(id, creator, 200_001, "");
    }

    function test_sharesMoveToThoseWhoMayHoldThem() external {
        uint256 id = open(credited(NATIVE, 1_000), 2);
        (address[] memory holders,) = table(2);
        vm.startPrank(holders[0]);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.HolderNotAllowed.selector, address(0)));
        channel.transferShares(id, address(0), 1, deed(2));
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.HolderNotAllowed.selector, address(channel)));
        channel.transferShares(id, address(channel), 1, deed(2));
        vm.expectRevert(ChannelErrors.ZeroQuantity.selector);
        channel.transferShares(id, stranger, 0, deed(2));
        vm.stopPrank();
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NotApproved.selector, stranger, holders[0]));
        channel.transferSharesFrom(id, holders[0], stranger, 1, deed(2));
        vm.prank(holders[0]);
        channel.setShareOperator(stranger, true);
        isTrue(channel.shareOperator(holders[0], stranger), "allowed");
        vm.prank(stranger);
        channel.transferSharesFrom(id, holders[0], stranger, 7, deed(2));
        equal(channel.sharesOf(id, stranger), 7, "moved");
    }

    function test_movingSharesToOneselfChangesNothing() external {
        uint256 id = open(credited(NATIVE, 1_000), 2);
        (address[] memory holders,) = table(2);
        _sell(id, 1_000, 1);
        vm.prank(holders[0]);
        channel.transferShares(id, holders[0], 500_000, deed(2));
        equal(channel.sharesOf(id, holders[0]), 500_000, "shares");
        equal(channel.claimable(id, holders[0], ""), 500, "claimable");
    }

    /// In an edition that pushes, a holder who trades is credited from then on; the others are not touched.
    function test_tradedEntriesOfAPushedEditionAreCredited() external {
        uint256 id = open(terms(NATIVE, 1_001), 4);
        (address[] memory holders,) = table(4);
        buyAs(buyer, id, 1_001, deed(4));
        vm.prank(holders[0]);
        channel.transferShares(id, stranger, 50_000, deed(4));
        uint256 first = holders[0].balance;
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.RoyaltiesPushed(id, 1_001, 251, 14);
        buyAs(buyer, id, 1_001, deed(4));
        equal(holders[0].balance, first, "not pushed any more");
        equal(channel.claimable(id, holders[0], ""), 200, "a fifth of it");
        equal(channel.claimable(id, stranger, ""), 50, "a twentieth");
        equal(channel.edition(id).held, 251, "the credited part, rounded up");
        equal(holders[1].balance + holders[2].balance + holders[3].balance, 3 * 250 + 750, "the rest was paid");
    }

    function test_nobodyElseTurnsPushIntoCredit() external {
        uint256 id = open(terms(NATIVE, 1_000), 2);
        (address[] memory holders,) = table(2);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NotApproved.selector, stranger, holders[0]));
        channel.materialise(id, holders[0], deed(2));
        vm.prank(holders[0]);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NothingToClaim.selector, id, holders[0]));
        channel.claimWithDeed(id, deed(2));
        equal(channel.edition(id).materialised, 0, "claiming turns nothing");
        for (uint256 i; i < 2; ++i) {
            vm.prank(holders[i]);
            channel.materialise(id, holders[i], deed(2));
        }
        buyAs(buyer, id, 1_000, deed(2));
        equal(channel.edition(id).held, 1_000, "when all turned, all is credited");
    }

    function test_foreignMarketsMayAddRoyalties() external {
        uint256 id = open(credited(address(usd), 1), 2);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelEvents.RoyaltyAdded(id, buyer, 1_000);
        vm.prank(buyer);
        channel.addRoyalty(id, 1_000, "");
        (address[] memory holders,) = table(2);
        equal(channel.claimable(id, holders[1], deed(2)), 500, "half");
        vm.prank(buyer);
        vm.expectRevert(ChannelErrors.ZeroPrice.selector);
        channel.addRoyalty(id, 0, "");
        (address receiver, uint256 amount) = channel.royaltyInfo(id, 5_000);
        equal(receiver, address(channel), "receiver");
        equal(amount, 500, "a tenth");
    }

    /// Whatever a stake says, an edition pays out of its own money only (decision C1).
    function test_anEditionNeverPaysMoreThanItHolds() external {
        uint256 id = open(credited(NATIVE, 1_000), 2);
        uint256 rich = open(credited(NATIVE, 1_000_000), 2);
        _sell(id, 1_000, 1);
        _sell(rich, 1_000_000, 1);
        bytes32 slot = keccak256(abi.encode(stranger, keccak256(abi.encode(id, uint256(5)))));
        vm.store(address(channel), slot, bytes32(uint256(2_000_000)));
        equal(channel.claimable(id, stranger, ""), 2_000, "a forged stake would claim more");
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.AmountTooLarge.selector, 2_000));
        channel.claim(id);
    }

    /// Ten thousand holders after transfers: the sale costs the same and the last one claims.
    function test_tenThousandHoldersAndTheLastOneClaims() external {
        uint256 id = open(credited(NATIVE, 1_000_000), 1);
        (address[] memory holders,) = table(1);
        channel.materialise(id, holders[0], deed(1));
        vm.startPrank(holders[0]);
        for (uint256 i = 1; i < 10_000; ++i) {
            channel.transferShares(id, address(uint160(0x700000 + i)), 100, "");
        }
        vm.stopPrank();
        _sell(id, 1_000_000, 1);
        address last = address(uint160(0x700000 + 9_999));
        vm.prank(last);
        channel.claim(id);
        equal(last.balance, 100, "his ten-thousandth");
        equal(channel.claimable(id, holders[0], ""), 100, "the first keeps as much");
    }

    /// Any order of sales, claims and share transfers: everybody gets his exact part of each sale, rounded
    /// down once; less than a unit for each holder stays.
    function testFuzz_claimsAndTransfersInAnyOrderAreExact(uint256 seed, uint8 steps) external {
        uint256 n = 1 + seed % 20;
        uint256 id = open(credited(address(usd), 1), n);
        (address[] memory holders, uint32[] memory shares) = table(n);
        uint256[] memory exact = new uint256[](n);
        uint256 earned;
        for (uint256 i; i < n; ++i) {
            channel.materialise(id, holders[i], deed(n));
        }
        for (uint256 i; i < uint256(steps % 32) + 1; ++i) {
            uint256 pick = uint256(keccak256(abi.encode(seed, i)));
            (uint256 a, uint256 b) = ((pick >> 8) % n, (pick >> 16) % n);
            if (pick % 3 == 0) {
                uint64 units = uint64(1 + (pick >> 24) % 1_000_000);
                _sell(id, 0, units);
                earned += units;
                for (uint256 h; h < n; ++h) {
                    exact[h] += uint256(units) * shares[h];
                }
            } else if (pick % 3 == 1) {
                _claimIfAny(id, holders[a]);
            } else if (shares[a] != 0) {
                uint32 moved = uint32(1 + (pick >> 24) % shares[a]);
                vm.prank(holders[a]);
                channel.transferShares(id, holders[b], moved, "");
                (shares[a], shares[b]) = a == b ? (shares[a], shares[b]) : (shares[a] - moved, shares[b] + moved);
            }
        }
        uint256 drawn;
        for (uint256 i; i < n; ++i) {
            _claimIfAny(id, holders[i]);
            equal(usd.balanceOf(holders[i]), exact[i] / MILLION, "exact part");
            drawn += exact[i] / MILLION;
        }
        equal(drawn + channel.edition(id).held, earned, "conserved");
        atMost(channel.edition(id).held, n - 1, "fractions that stay");
    }

    function _claimIfAny(uint256 id, address holder) private {
        if (channel.claimable(id, holder, "") == 0) return;
        vm.prank(holder);
        channel.claim(id);
    }

    function _refusedClaim(uint256 id, address who) private {
        vm.prank(who);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.NothingToClaim.selector, id, who));
        channel.claim(id);
    }

    function _refusedDeed(uint256 id, address who, bytes memory d) private {
        vm.prank(who);
        vm.expectRevert(abi.encodeWithSelector(ChannelErrors.WrongDeed.selector, id));
        channel.claimWithDeed(id, d);
    }

    function _sell(uint256 id, uint256 unitValue, uint64 units) private {
        vm.prank(buyer);
        channel.buy{value: unitValue * units}(id, units, buyer, type(uint128).max, "");
    }
}
