// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Ledger, LedgerWord} from "./Ledger.sol";
import {Royalties} from "./Royalties.sol";
import {Seat} from "./Seat.sol";
import {Hold} from "./ChannelStorage.sol";

/// A primary sale in two steps around the payment, and what a refund window makes of it.
abstract contract Sales is Royalties {
    struct Sale {
        uint256 editionId;
        address payer;
        address recipient;
        uint256 quantity;
        uint256 paid;
    }

    /// Takes the units out of supply, books what they cost, and locks the edition. `unitPrice` is below
    /// 2^88; `ledger` was loaded unlocked.
    function _reserve(uint256 editionId, Ledger ledger, uint256 quantity, uint256 unitPrice)
        internal
        returns (uint256 paid)
    {
        if (ledger.has(LedgerWord.PAUSED)) revert PrimarySalesPaused(editionId);
        if (quantity == 0) revert ZeroQuantity();
        if (quantity > ledger.left()) revert SupplyExceeded(ledger.left());
        unchecked {
            paid = unitPrice * quantity;
        }
        if (paid > LedgerWord.MAX_AMOUNT) revert AmountTooLarge(paid);
        ledger = ledger.less(quantity).with(LedgerWord.LOCKED);
        _editions[editionId].ledger =
            ledger.has(LedgerWord.WINDOW) ? _holding(ledger, paid) : _earning(ledger, paid);
    }

    /// Hands the units over once the money is here, settles it, and unlocks the edition.
    function _deliver(Sale memory sale, Ledger ledger, address token, bytes calldata deed) internal {
        uint256 id = sale.editionId;
        _mint(sale.recipient, id, sale.quantity);
        emit Sold(id, sale.payer, sale.recipient, uint64(sale.quantity), sale.paid);
        if (ledger.has(LedgerWord.WINDOW)) {
            _hold(sale, deed);
        } else if (ledger.has(LedgerWord.PUSH)) {
            _push(id, token, sale.paid, deed);
        }
        _tellRecipient(address(0), sale.recipient, id, sale.quantity, "");
        _unlock(id);
    }

    /// Pays the holders for units that the recipient keeps; the edition is locked.
    function _release(uint256 editionId, address recipient, bytes calldata deed) internal {
        Hold memory hold = _holds[editionId][recipient];
        delete _holds[editionId][recipient];
        _seats[editionId][recipient] = _seats[editionId][recipient].withRefundable(0, 0);
        _draw(editionId, hold.paid);
        emit Released(editionId, recipient, hold.paid);
        _earn(editionId, hold.paid, deed);
    }

    function _hold(Sale memory sale, bytes calldata deed) private {
        uint256 id = sale.editionId;
        Seat seat = _seats[id][sale.recipient];
        if (seat.refundable() != 0) {
            if (block.timestamp < seat.refundableUntil()) {
                revert HoldOpen(sale.recipient, uint64(seat.refundableUntil()));
            }
            _release(id, sale.recipient, deed);
        }
        uint256 until = block.timestamp + _windowOf(id);
        _seats[id][sale.recipient] = _seats[id][sale.recipient].withRefundable(sale.quantity, until);
        _holds[id][sale.recipient] = Hold(sale.payer, uint96(sale.paid));
        emit Held(id, sale.recipient, sale.payer, uint64(sale.quantity), sale.paid, uint64(until));
    }
}
