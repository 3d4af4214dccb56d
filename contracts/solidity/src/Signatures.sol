// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelStorage} from "./ChannelStorage.sol";

interface Erc1271 {
    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4);
}

/// EIP-712 digests of this channel, and who signed them. Nonces are bits: each works once.
abstract contract Signatures is ChannelStorage {
    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant NAME = keccak256("SmartWeb Channel");
    bytes32 private constant VERSION = keccak256("1");
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;

    function _digest(bytes32 content) internal view returns (bytes32) {
        bytes32 domain = keccak256(abi.encode(DOMAIN_TYPE, NAME, VERSION, block.chainid, address(this)));
        return keccak256(abi.encodePacked(hex"1901", domain, content));
    }

    /// Refuses unless `signer` signed: a 65-byte low-s signature of his key, or his contract's word
    /// (ERC-1271), of which 32 bytes are read.
    function _requireSigned(address signer, bytes32 digest, bytes calldata signature) internal view {
        if (signer == address(0)) revert ZeroAddress();
        if (_recover(digest, signature) == signer) return;
        bytes memory question = abi.encodeCall(Erc1271.isValidSignature, (digest, signature));
        bytes32 magic = bytes32(Erc1271.isValidSignature.selector);
        bool confirmed;
        assembly ("memory-safe") {
            mstore(0, 0)
            let ok := staticcall(gas(), signer, add(question, 32), mload(question), 0, 32)
            confirmed := and(and(ok, eq(returndatasize(), 32)), eq(mload(0), magic))
        }
        if (!confirmed) revert BadSignature(signer);
    }

    function _useNonce(address account, uint256 nonce) internal {
        uint256 bit = 1 << (nonce & 0xff);
        uint256 word = _nonces[account][nonce >> 8];
        if (word & bit != 0) revert NonceUsed(account, nonce);
        _nonces[account][nonce >> 8] = word | bit;
    }

    /// The signer of a 65-byte low-s signature. Anything else gives the zero address, which is no signer.
    function _recover(bytes32 digest, bytes calldata signature) private pure returns (address) {
        if (signature.length != 65 || uint256(bytes32(signature[32:64])) > HALF_ORDER) return address(0);
        return ecrecover(digest, uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64]));
    }
}
