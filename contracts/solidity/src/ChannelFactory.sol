// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {LibClone} from "solady/utils/LibClone.sol";

/// Makes channels: immutable clones of one immutable implementation. It has no administrator and no
/// say over a channel once made.
contract ChannelFactory {
    address public immutable implementation;

    event ChannelCreated(address indexed channel, address indexed owner, string name);

    error ChannelExists(address channel);
    error ImplementationHasNoCode(address implementation);

    /// @param implementation_ the code of all its channels, which must stand before the first is made
    constructor(address implementation_) {
        implementation = implementation_;
    }

    /// Makes the caller's channel. Its address depends on the caller and `salt` alone, so nobody else
    /// can take it first.
    function createChannel(string calldata name, bytes32 salt) external returns (address channel) {
        if (implementation.code.length == 0) revert ImplementationHasNoCode(implementation);
        channel = channelAddress(msg.sender, salt);
        if (channel.code.length != 0) revert ChannelExists(channel);
        LibClone.cloneDeterministic(implementation, _arguments(msg.sender), _mixed(msg.sender, salt));
        emit ChannelCreated(channel, msg.sender, name);
    }

    /// Where `owner`'s channel with this salt is, or will be.
    function channelAddress(address owner, bytes32 salt) public view returns (address) {
        return LibClone.predictDeterministicAddress(
            implementation, _arguments(owner), _mixed(owner, salt), address(this)
        );
    }

    function _arguments(address owner) private view returns (bytes memory) {
        return abi.encodePacked(owner, address(this));
    }

    function _mixed(address owner, bytes32 salt) private pure returns (bytes32) {
        return keccak256(abi.encode(owner, salt));
    }
}
