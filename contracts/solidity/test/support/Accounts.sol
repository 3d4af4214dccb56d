// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// An account that is a contract: its owner signs for it, and can hand it over.
contract OwnedAccount {
    address public owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function rotate(address owner_) external {
        require(msg.sender == owner, "not the owner");
        owner = owner_;
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        require(signature.length == 65, "65 bytes are wanted");
        address signer =
            ecrecover(hash, uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64]));
        return signer == owner && signer != address(0) ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }
}

/// Makes accounts at addresses that are known before.
contract AccountFactory {
    function create(address owner, bytes32 salt) external returns (address) {
        return address(new OwnedAccount{salt: salt}(owner));
    }

    function accountOf(address owner, bytes32 salt) external view returns (address) {
        bytes32 code = keccak256(abi.encodePacked(type(OwnedAccount).creationCode, abi.encode(owner)));
        return address(uint160(uint256(keccak256(abi.encodePacked(hex"ff", address(this), salt, code)))));
    }
}

/// A contract that answers every question in one odd way.
contract OddAccount {
    uint256 private immutable _way;

    constructor(uint256 way) {
        _way = way;
    }

    fallback() external {
        uint256 way = _way;
        bytes32 magic = bytes32(bytes4(0x1626ba7e));
        assembly ("memory-safe") {
            mstore(0, magic)
            mstore(32, magic)
            switch way
            case 0 { return(0, 0) } // says nothing
            case 1 { return(0, 4) } // the magic value without its padding
            case 2 { return(0, 64) } // and more after it
            case 3 { revert(0, 32) } // the magic value, but reverting
            case 4 { for {} 1 {} {} } // burns all gas
            case 5 {
                mstore(0, or(magic, 1)) // the magic value with one bit of its padding set
                return(0, 32)
            }
            case 6 { return(0, 500000) } // the magic value and half a megabyte
            default { invalid() }
        }
    }
}
