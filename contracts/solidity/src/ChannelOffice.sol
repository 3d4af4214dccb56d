// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Ledger, LedgerWord} from "./Ledger.sol";
import {Payments} from "./Payments.sol";
import {Erc1155Receiver} from "./Seats.sol";
import {Shares} from "./Shares.sol";

/// A channel's module for what owners and holders do now and then: steering an edition, handing the
/// channel over, first touch of a share, transfers in batches; it runs on the channel's state and money.
contract ChannelOffice is Shares {
    function offerOwnership(address newOwner) external onlyOwner {
        _offeredOwner = newOwner;
        emit OwnershipOffered(msg.sender, newOwner);
    }

    function acceptOwnership() external {
        if (msg.sender != _offeredOwner || msg.sender == address(0)) revert NotOwner(msg.sender);
        emit OwnershipTransferred(_owner(), msg.sender);
        (_newOwner, _offeredOwner) = (msg.sender, address(0));
    }

    function setContentUri(uint256 editionId, string calldata contentUri) external onlyOwner {
        _existing(editionId);
        emit ContentUpdated(editionId, contentUri);
        emit MetadataUpdate(editionId);
    }

    function setPrice(uint256 editionId, uint128 price) external onlyOwner {
        if (_existing(editionId).has(LedgerWord.BUNDLE)) revert PriceIsFixed(editionId);
        (, address token) = _offerOf(editionId);
        _editions[editionId].offer = _packOffer(price, token);
        emit PriceChanged(editionId, price);
    }

    function pause(uint256 editionId, bool paused) external onlyOwner {
        Ledger ledger = _unlocked(editionId);
        _editions[editionId].ledger =
            paused ? ledger.with(LedgerWord.PAUSED) : ledger.without(LedgerWord.PAUSED);
        emit SalesPaused(editionId, paused);
    }

    function claimWithDeed(uint256 editionId, bytes calldata deed) external {
        if (!_unlocked(editionId).has(LedgerWord.PUSH)) _materialiseOnce(editionId, msg.sender, deed);
        _claim(editionId, msg.sender);
    }

    function setAutoClaim(bool allowed) external {
        _autoClaim[msg.sender] = allowed;
        emit AutoClaimSet(msg.sender, allowed);
    }

    function materialise(uint256 editionId, address holder, bytes calldata deed) external {
        if (_unlocked(editionId).has(LedgerWord.PUSH) && msg.sender != holder) revert NotApproved(msg.sender, holder);
        if (!_materialiseOnce(editionId, holder, deed)) revert AlreadyMaterialised(editionId, holder);
    }

    function transferSharesFrom(uint256 editionId, address from, address to, uint32 shares, bytes calldata deed)
        external
    {
        if (from != msg.sender && !_shareOperators[from][msg.sender]) revert NotApproved(msg.sender, from);
        _transferShares(editionId, from, to, shares, deed);
    }

    function setShareOperator(address operator, bool allowed) external {
        _shareOperators[msg.sender][operator] = allowed;
        emit ShareOperatorSet(msg.sender, operator, allowed);
    }

    function addRoyalty(uint256 editionId, uint256 amount, bytes calldata deed) external payable guarded(editionId) {
        if (amount == 0) revert ZeroPrice();
        Payments.take(_tokenOf(editionId, _existing(editionId)), msg.sender, amount);
        emit RoyaltyAdded(editionId, msg.sender, amount);
        _earn(editionId, amount, deed);
    }

    function safeBatchTransferFrom(
        address from,
        address to,
        uint256[] calldata ids,
        uint256[] calldata amounts,
        bytes calldata data
    ) external {
        _requireMayMove(from);
        if (ids.length != amounts.length) revert LengthMismatch();
        for (uint256 i; i < ids.length; ++i) {
            _requireFree(ids[i]);
            _move(from, to, ids[i], amounts[i]);
        }
        emit TransferBatch(msg.sender, from, to, ids, amounts);
        if (to.code.length == 0) return;
        bytes4 answer = Erc1155Receiver(to).onERC1155BatchReceived(msg.sender, from, ids, amounts, data);
        if (answer != Erc1155Receiver.onERC1155BatchReceived.selector) revert UnsafeRecipient(to);
    }
}
