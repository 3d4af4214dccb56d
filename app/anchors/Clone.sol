// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// The smallest proxy (EIP-1167), initialised while it is made: Unlock takes no other moment.
contract Clone {
    constructor(address code, bytes memory initialization) {
        (bool done,) = code.delegatecall(initialization);
        require(done);
        bytes memory runtime = abi.encodePacked(hex"363d3d373d3d3d363d73", code, hex"5af43d82803e903d91602b57fd5bf3");
        assembly {
            return(add(runtime, 32), mload(runtime))
        }
    }
}
