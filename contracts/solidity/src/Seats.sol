// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelBase} from "./ChannelBase.sol";
import {Ledger, LedgerWord} from "./Ledger.sol";
import {Seat} from "./Seat.sol";

interface Erc1155Receiver {
    function onERC1155Received(address operator, address from, uint256 id, uint256 amount, bytes calldata data)
        external
        returns (bytes4);
    function onERC1155BatchReceived(
        address operator,
        address from,
        uint256[] calldata ids,
        uint256[] calldata amounts,
        bytes calldata data
    ) external returns (bytes4);
}

/// How units come to be and move.
abstract contract Seats is ChannelBase {
    function _mint(address to, uint256 id, uint256 amount) internal {
        if (to == address(0)) revert ZeroAddress();
        _seats[id][to] = _seats[id][to].plus(amount);
        emit TransferSingle(msg.sender, address(0), to, id, amount);
    }

    /// Moves units that nothing locks.
    function _move(address from, address to, uint256 id, uint256 amount) internal {
        if (to == address(0)) revert ZeroAddress();
        Seat seat = _seats[id][from];
        if (amount > seat.movable(block.timestamp)) {
            if (amount > seat.units()) revert InsufficientBalance(from, id, seat.units());
            revert UnitsLocked(from, id, uint64(seat.lockedUntil()));
        }
        _seats[id][from] = seat.minus(amount);
        _seats[id][to] = _seats[id][to].plus(amount);
    }

    /// Called after all state is written.
    function _tellRecipient(address from, address to, uint256 id, uint256 amount, bytes memory data) internal {
        if (to.code.length == 0) return;
        bytes4 answer = Erc1155Receiver(to).onERC1155Received(msg.sender, from, id, amount, data);
        if (answer != Erc1155Receiver.onERC1155Received.selector) revert UnsafeRecipient(to);
    }

    /// ERC-1155 transfers move the edition's units.
    function _requireFree(uint256 id) internal view {
        Ledger ledger = _unlocked(id);
        if (!ledger.has(LedgerWord.FREE)) revert NotTransferable(id);
    }

    function _requireMayMove(address from) internal view {
        if (from != msg.sender && !_operators[from][msg.sender]) revert NotApproved(msg.sender, from);
    }
}
