// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Ledger, LedgerWord} from "./Ledger.sol";
import {Payments} from "./Payments.sol";
import {Sales} from "./Sales.sol";

/// What claims and trades of royalty shares do. Money leaves last, when everything is written down, so
/// these need no lock of their own; they refuse while the edition is locked.
abstract contract Shares is Sales {
    function _claim(uint256 editionId, address holder) internal {
        Ledger ledger = _unlocked(editionId);
        (uint256 shares, int256 debt) = _stake(editionId, holder);
        uint256 amount = _due(ledger, shares, debt);
        if (amount == 0) revert NothingToClaim(editionId, holder);
        if (amount > ledger.held()) revert AmountTooLarge(amount);
        _editions[editionId].ledger = ledger.paying(amount);
        unchecked {
            _setStake(editionId, holder, shares, debt + int256(amount * MILLION));
        }
        emit Claimed(editionId, holder, amount);
        Payments.pay(_tokenOf(editionId, ledger), holder, amount);
    }

    function _transferShares(uint256 editionId, address from, address to, uint32 moved, bytes calldata deed) internal {
        if (to == address(0) || to == address(this)) revert HolderNotAllowed(to);
        if (moved == 0) revert ZeroQuantity();
        if (deed.length != 0) _materialiseOnce(editionId, from, deed);
        int256 past = int256(_unlocked(editionId).accrued() * moved);
        (uint256 shares, int256 debt) = _stake(editionId, from);
        if (moved > shares) revert InsufficientShares(editionId, from, uint32(shares));
        unchecked {
            _setStake(editionId, from, shares - moved, debt - past);
            (shares, debt) = _stake(editionId, to);
            _setStake(editionId, to, shares + moved, debt + past);
        }
        emit SharesTransferred(editionId, from, to, moved);
    }

    /// Turns the holder's entry into shares, with a debt for what was pushed to it; false when it was
    /// turned before.
    function _materialiseOnce(uint256 editionId, address holder, bytes calldata deed) internal returns (bool) {
        Ledger ledger = _unlocked(editionId);
        _requireDeed(editionId, deed);
        (uint256 index, uint256 entry) = _find(deed, holder);
        if (entry == 0) revert NotInDeed(editionId, holder);
        if (_materialisedOf(editionId) >> index & 1 != 0) return false;
        _markMaterialised(editionId, index);
        (uint256 shares, int256 debt) = _stake(editionId, holder);
        if (ledger.has(LedgerWord.PUSH)) {
            _editions[editionId].ledger = ledger.with(LedgerWord.MATERIALISED);
            debt += int256(ledger.accrued() * entry);
        }
        _setStake(editionId, holder, shares + entry, debt);
        emit EntryMaterialised(editionId, holder, index, uint32(entry));
        return true;
    }
}
