// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {BuyVoucher, GiftView} from "./ChannelStructs.sol";

/// Gifts to somebody who has no address yet (feature VOUCHER_GIFT): bought for a voucher's key, whose
/// secret is handed over; whoever has it names the recipient later.
interface IChannelGift {
    /// Buys units for the holder of `voucherKey`'s secret. From `reclaimFrom` on the giver may take them.
    function buyGift(
        uint256 editionId,
        uint64 quantity,
        address voucherKey,
        uint64 reclaimFrom,
        uint128 maxUnitPrice,
        bytes calldata deed
    ) external payable;
    /// Hands the units to `recipient`, whom the voucher's key signed (EIP-712); anybody may submit it.
    function redeemGift(address voucherKey, address recipient, bytes calldata signature) external;
    /// The giver takes units that nobody redeemed in time.
    function reclaimGift(address voucherKey) external;
    function giftOf(address voucherKey) external view returns (GiftView memory);
    function redemptionDigest(address voucherKey, address recipient) external view returns (bytes32);
}

/// Sales to some only (features ALLOW_LIST, SIGNED_VOUCHER, TOKEN_GATE).
interface IChannelGate {
    /// Owner: root of a tree of keccak256(bytes.concat(keccak256(abi.encode(account, maxUnits)))), sorted pairs.
    function setAllowList(uint256 editionId, bytes32 root) external;
    function allowListOf(uint256 editionId) external view returns (bytes32 root);
    /// Owner: buyers must hold `minimum` of an ERC-20 or ERC-721 (tokenId 2^256 - 1) or of an ERC-1155 id.
    function setTokenGate(uint256 editionId, address token, uint256 tokenId, uint256 minimum) external;
    function tokenGateOf(uint256 editionId) external view returns (address token, uint256 tokenId, uint256 minimum);
    /// Units that an account bought by list so far.
    function listedBought(uint256 editionId, address account) external view returns (uint256);
    /// The caller is on the list and gets the units himself.
    function buyListed(
        uint256 editionId,
        uint64 quantity,
        uint64 maxUnits,
        bytes32[] calldata proof,
        uint128 maxUnitPrice,
        bytes calldata deed
    ) external payable;
    /// The caller holds the gate's token and gets the units himself.
    function buyGated(uint256 editionId, uint64 quantity, uint128 maxUnitPrice, bytes calldata deed) external payable;
    /// The caller has the owner's signed voucher (EIP-712), which sets the price; each nonce works once.
    function buyWithVoucher(
        BuyVoucher calldata voucher,
        bytes calldata signature,
        uint64 quantity,
        bytes calldata deed
    ) external payable;
    /// Owner: makes a voucher's nonce worthless.
    function cancelVoucher(uint256 editionId, uint256 nonce) external;
    function voucherUsed(uint256 editionId, uint256 nonce) external view returns (bool);
    function voucherDigest(BuyVoucher calldata voucher) external view returns (bytes32);
}
