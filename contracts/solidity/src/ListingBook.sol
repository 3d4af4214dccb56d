// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Listing, ChannelTypes} from "./ChannelTypes.sol";

interface Erc1271 {
    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4);
}

/// Resale listings are signed off chain (EIP-712) and cost nothing until filled. Each nonce of a
/// seller works once, for a fill or for a cancellation.
abstract contract ListingBook is ChannelTypes {
    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant LISTING_TYPE = keccak256(
        "Listing(address seller,uint256 editionId,uint64 quantity,address payToken,uint256 price,uint256 nonce,uint64 expiry)"
    );
    bytes32 private constant NAME = keccak256("SmartWeb Channel");
    bytes32 private constant VERSION = keccak256("1");
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;

    mapping(address seller => mapping(uint256 word => uint256 bits)) private _nonces;

    /// Withdraws every listing the caller signed with this nonce.
    function cancel(uint256 nonce) external {
        _useNonce(msg.sender, nonce);
        emit ListingCancelled(msg.sender, nonce);
    }

    function nonceUsed(address seller, uint256 nonce) external view returns (bool) {
        return _nonces[seller][nonce >> 8] & (1 << (nonce & 0xff)) != 0;
    }

    function listingDigest(Listing calldata listing) public view returns (bytes32) {
        bytes32 domain = keccak256(abi.encode(DOMAIN_TYPE, NAME, VERSION, block.chainid, address(this)));
        return keccak256(abi.encodePacked(hex"1901", domain, keccak256(abi.encode(LISTING_TYPE, listing))));
    }

    function _useNonce(address seller, uint256 nonce) internal {
        uint256 bit = 1 << (nonce & 0xff);
        uint256 word = _nonces[seller][nonce >> 8];
        if (word & bit != 0) revert NonceUsed(seller, nonce);
        _nonces[seller][nonce >> 8] = word | bit;
    }

    function _requireSigned(Listing calldata listing, bytes calldata signature) internal view {
        bytes32 digest = listingDigest(listing);
        address seller = listing.seller;
        if (_recover(digest, signature) == seller) return;
        if (seller.code.length == 0) revert BadSignature(seller);
        (bool ok, bytes memory answer) =
            seller.staticcall(abi.encodeCall(Erc1271.isValidSignature, (digest, signature)));
        if (!ok || answer.length != 32 || abi.decode(answer, (bytes32)) != Erc1271.isValidSignature.selector) {
            revert BadSignature(seller);
        }
    }

    /// The signer of a 65-byte low-s signature. Anything else gives an address that nobody can be:
    /// a listing by the zero address is refused before.
    function _recover(bytes32 digest, bytes calldata signature) private pure returns (address) {
        if (signature.length != 65 || uint256(bytes32(signature[32:64])) > HALF_ORDER) return address(0);
        return ecrecover(digest, uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64]));
    }
}
