// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Seats} from "./Seats.sol";

/// ERC-1155 access tokens: the token id is the edition id. Outside sale and resale a unit moves only
/// where the edition was created to allow it, and never while something locks it.
abstract contract AccessTokens is Seats {
    function balanceOf(address holder, uint256 id) external view returns (uint256) {
        return _seats[id][holder].units();
    }

    function setApprovalForAll(address operator, bool approved) external {
        _operators[msg.sender][operator] = approved;
        emit ApprovalForAll(msg.sender, operator, approved);
    }

    function isApprovedForAll(address holder, address operator) external view returns (bool) {
        return _operators[holder][operator];
    }

    function safeTransferFrom(address from, address to, uint256 id, uint256 amount, bytes calldata data) external {
        _requireMayMove(from);
        _requireFree(id);
        _move(from, to, id, amount);
        emit TransferSingle(msg.sender, from, to, id, amount);
        _tellRecipient(from, to, id, amount, data);
    }
}
