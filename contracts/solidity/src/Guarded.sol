// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelTypes} from "./ChannelTypes.sol";

/// One lock for every entry that moves money or access. Plain storage: the target chain has no
/// transient storage.
abstract contract Guarded is ChannelTypes {
    uint256 private _lock;

    modifier guarded() {
        if (_lock == 2) revert Reentrancy();
        _lock = 2;
        _;
        _lock = 1;
    }
}
