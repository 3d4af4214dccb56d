// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelTypes, Terms} from "../src/ChannelTypes.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {vm} from "./support/Vm.sol";

/// Royalties credited in the sale and claimed later.
contract RoyaltyTest is ChannelFixture {
    function test_twentyHoldersClaimTheirShares() external {
        uint256 id = _credited(NATIVE, 20, 1 ether);
        _sell(id, 1 ether, 3);
        (address[] memory holders, uint32[] memory shares) = table(20);
        for (uint256 i; i < 20; ++i) {
            vm.prank(holders[i]);
            channel.claim(id, holders, shares);
            equal(holders[i].balance, 0.15 ether, "a twentieth of three");
        }
        equal(address(channel).balance, 0, "nothing stays");
        equal(channel.edition(id).drawn, channel.edition(id).credited, "all is drawn");
    }

    function test_claimPaysOnlyWhatIsNew() external {
        uint256 id = _credited(NATIVE, 2, 100);
        (address[] memory holders, uint32[] memory shares) = table(2);
        _sell(id, 100, 1);
        vm.expectEmit(true, true, true, true, address(channel));
        emit ChannelTypes.Claimed(id, holders[1], 50);
        vm.prank(holders[1]);
        channel.claim(id, holders, shares);
        vm.prank(holders[1]);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.NothingToClaim.selector, id, holders[1]));
        channel.claim(id, holders, shares);
        _sell(id, 100, 1);
        equal(channel.claimable(id, holders[1], holders, shares), 50, "the second sale's");
        equal(channel.claimable(id, holders[0], holders, shares), 100, "both sales'");
    }

    function test_strangersClaimNothing() external {
        uint256 id = _credited(NATIVE, 2, 100);
        _sell(id, 100, 1);
        (address[] memory holders, uint32[] memory shares) = table(2);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.NothingToClaim.selector, id, stranger));
        channel.claim(id, holders, shares);
        vm.prank(creator);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.NothingToClaim.selector, id, creator));
        channel.claim(id, holders, shares);
    }

    function test_refusesAnInventedTable() external {
        uint256 id = _credited(NATIVE, 2, 100);
        _sell(id, 100, 1);
        (address[] memory holders, uint32[] memory shares) = table(2);
        holders[0] = stranger < holders[1] ? stranger : address(1);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.WrongTable.selector, id));
        channel.claim(id, holders, shares);
        (holders, shares) = table(2);
        (shares[0], shares[1]) = (1, 999_999);
        vm.prank(holders[1]);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.WrongTable.selector, id));
        channel.claim(id, holders, shares);
    }

    function test_othersMayClaimForThoseWhoAllowedIt() external {
        uint256 id = _credited(address(usd), 2, 100);
        _sell(id, 0, 1);
        (address[] memory holders, uint32[] memory shares) = table(2);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.AutoClaimNotAllowed.selector, holders[1]));
        channel.claimFor(id, holders[1], holders, shares);
        vm.prank(holders[1]);
        channel.setAutoClaim(true);
        vm.prank(stranger);
        channel.claimFor(id, holders[1], holders, shares);
        equal(usd.balanceOf(holders[1]), 50, "paid to the holder");
        vm.prank(holders[1]);
        channel.setAutoClaim(false);
        isTrue(!channel.autoClaim(holders[1]), "withdrawn");
    }

    function test_anUnknownEditionHasNoTable() external {
        (address[] memory holders, uint32[] memory shares) = table(2);
        vm.prank(holders[0]);
        vm.expectRevert(abi.encodeWithSelector(ChannelTypes.WrongTable.selector, 5));
        channel.claim(5, holders, shares);
    }

    function test_twoHoldersShareEveryUnit() external {
        uint256 id = _credited(NATIVE, 2, 1);
        (address[] memory holders, uint32[] memory shares) = table(2);
        _sell(id, 1, 1);
        vm.prank(holders[0]);
        channel.claim(id, holders, shares);
        equal(holders[0].balance, 1, "the first holder rounds up");
        _sell(id, 1, 1);
        vm.prank(holders[1]);
        channel.claim(id, holders, shares);
        equal(holders[1].balance, 1, "the second catches up");
        equal(address(channel).balance, 0, "nothing stays");
    }

    /// Any order of sales and claims: nobody draws more than his exact part (the first: rounded up),
    /// all together never more than was credited, and fewer units stay than there are holders.
    function testFuzz_claimsInAnyOrderAreExact(uint256 seed, uint8 steps) external {
        uint256 n = 1 + seed % 20;
        uint256 id = _credited(address(usd), n, 1);
        (address[] memory holders, uint32[] memory shares) = table(n);
        uint256 credited;
        for (uint256 i; i < uint256(steps % 24) + 1; ++i) {
            uint256 pick = uint256(keccak256(abi.encode(seed, i)));
            if (pick % 2 == 0) {
                uint64 units = uint64(1 + (pick >> 8) % 1_000_000);
                _sell(id, 0, units);
                credited += units;
            } else {
                _claimIfAny(id, holders[(pick >> 8) % n], holders, shares);
            }
        }
        uint256 drawn;
        for (uint256 i; i < n; ++i) {
            _claimIfAny(id, holders[i], holders, shares);
            uint256 got = usd.balanceOf(holders[i]);
            equal(got, (credited * shares[i] + (i == 0 ? MILLION - 1 : 0)) / MILLION, "exact part");
            drawn += got;
        }
        equal(drawn + usd.balanceOf(address(channel)), credited, "conserved");
        atMost(usd.balanceOf(address(channel)), n < 2 ? 0 : n - 2, "fractions that stay");
        equal(channel.edition(id).drawn, drawn, "drawn");
    }

    function _claimIfAny(uint256 id, address holder, address[] memory holders, uint32[] memory shares) private {
        if (channel.claimable(id, holder, holders, shares) == 0) return;
        vm.prank(holder);
        channel.claim(id, holders, shares);
    }

    function _credited(address payToken, uint256 n, uint128 price) private returns (uint256 id) {
        Terms memory t = terms(payToken, price);
        t.pushRoyalties = false;
        id = open(t, n);
    }

    function _sell(uint256 id, uint256 unitValue, uint64 units) private {
        vm.prank(buyer);
        channel.buy{value: unitValue * units}(
            id, units, buyer, type(uint128).max, new address[](0), new uint32[](0)
        );
    }
}
