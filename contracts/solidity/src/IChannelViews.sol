// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {EditionView} from "./ChannelStructs.sol";

/// What others read.
interface IChannelViews {
    /// Whether `holder` may use the edition at this block's time, why or why not (see Reason), and
    /// until when: the first second without access; for ever is 2^64 - 1.
    function hasAccess(address holder, uint256 editionId) external view returns (bool ok, uint8 reason, uint64 until);
    function edition(uint256 editionId) external view returns (EditionView memory);
    /// Units that the holder may move now.
    function movable(address holder, uint256 editionId) external view returns (uint256);
    /// Names the asset, which never changes; where its file lies is said by events.
    function uri(uint256 editionId) external view returns (string memory);
    /// EIP-2981: what a market outside should pay, to the channel, by `addRoyalty`.
    function royaltyInfo(uint256 editionId, uint256 salePrice) external view returns (address receiver, uint256 amount);
    /// Like ERC-4907, per user: when `user`'s temporary use (rental, subscription, loan) ends; 0 none.
    function userExpires(uint256 editionId, address user) external view returns (uint64 until);
    /// Like ERC-5643, per holder: when a rental or subscription ends; 0 none.
    function expiresAt(uint256 editionId, address holder) external view returns (uint64 until);
    function isRenewable(uint256 editionId) external view returns (bool);
    function supportsInterface(bytes4 id) external view returns (bool);
}
