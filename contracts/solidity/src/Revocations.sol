// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {LicenseCommitteeTypes} from "./LicenseCommitteeTypes.sol";

/// A wallet withdraws a device key or a delegation once and for ever; licence nodes read it here.
abstract contract Revocations is LicenseCommitteeTypes {
    mapping(address wallet => mapping(bytes32 device => uint64)) private _devices;
    mapping(address wallet => mapping(bytes32 delegation => uint64)) private _delegations;

    function revokeDevice(bytes32 deviceKey) external {
        if (_devices[msg.sender][deviceKey] != 0) revert AlreadyRevoked(msg.sender, deviceKey);
        _devices[msg.sender][deviceKey] = uint64(block.timestamp);
        emit DeviceRevoked(msg.sender, deviceKey);
    }

    function revokeDelegation(bytes32 delegationHash) external {
        if (_delegations[msg.sender][delegationHash] != 0) revert AlreadyRevoked(msg.sender, delegationHash);
        _delegations[msg.sender][delegationHash] = uint64(block.timestamp);
        emit DelegationRevoked(msg.sender, delegationHash);
    }

    /// The time of the block that revoked the device, 0 if none did.
    function revokedAt(address wallet, bytes32 deviceKey) external view returns (uint64 blockTime) {
        return _devices[wallet][deviceKey];
    }

    /// The time of the block that revoked the delegation, 0 if none did.
    function delegationRevokedAt(address wallet, bytes32 delegationHash) external view returns (uint64 blockTime) {
        return _delegations[wallet][delegationHash];
    }
}
