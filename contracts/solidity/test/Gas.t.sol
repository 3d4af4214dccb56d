// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Terms} from "../src/ChannelTypes.sol";
import {Listing} from "../src/ChannelTypes.sol";
import {ChannelFixture} from "./support/ChannelFixture.sol";
import {vm} from "./support/Vm.sol";

/// Whole-transaction gas of the main paths: every test is one measured transaction with cold state,
/// its 21,000 base and its calldata included. Run with `--isolate`, which makes each call a
/// transaction of its own.
contract GasTest is ChannelFixture {
    uint128 private constant PRICE = 1_000_003;

    function test_gasOfSales() external {
        uint256[4] memory sizes = [uint256(1), 5, 6, 20];
        for (uint256 i; i < sizes.length; ++i) {
            _sale(NATIVE, sizes[i], sizes[i] <= 5);
            _sale(address(usd), sizes[i], sizes[i] <= 5);
        }
        _sale(NATIVE, 1, false);
        _sale(address(usd), 1, false);
    }

    function _sale(address token, uint256 n, bool push) private {
        Terms memory t = terms(token, PRICE);
        t.pushRoyalties = push;
        (address[] memory holders, uint32[] memory shares) = table(n);
        vm.prank(creator);
        channel.createEdition(keccak256(abi.encode(token, n, push)), t, holders, shares);
        uint256 createGas = vmGas();
        uint256 id = channel.editionIdOf(keccak256(abi.encode(token, n, push)));
        for (uint256 i; i < n; ++i) {
            vm.deal(holders[i], 1);
            usd.mint(holders[i], 1);
        }
        uint256 value = token == NATIVE ? PRICE : 0;
        if (!push) (holders, shares) = (new address[](0), new uint32[](0));
        vm.prank(seller);
        channel.buy{value: value}(id, 1, seller, PRICE, holders, shares);
        vm.prank(buyer);
        channel.buy{value: value}(id, 1, buyer, PRICE, holders, shares);
        uint256 buyGas = vmGas();
        emit log_named_uint(string.concat(token == NATIVE ? "native" : "usd", push ? " push" : " credit", " N"), n);
        emit log_named_uint("  create", createGas);
        emit log_named_uint("  buy   ", buyGas); emit log_named_uint("  refund", uint64(VmGas(address(vm)).lastCallGas().gasRefunded));
    }

    function vmGas() private view returns (uint256) {
        return VmGas(address(vm)).lastCallGas().gasTotalUsed;
    }
}

interface VmGas {
    struct Gas {
        uint64 gasLimit;
        uint64 gasTotalUsed;
        uint64 gasMemoryUsed;
        int64 gasRefunded;
        uint64 gasRemaining;
    }

    function lastCallGas() external view returns (Gas memory);
}
