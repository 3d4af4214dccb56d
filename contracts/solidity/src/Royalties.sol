// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelBase} from "./ChannelBase.sol";
import {Ledger, LedgerWord} from "./Ledger.sol";
import {Payments} from "./Payments.sol";
import {Seats} from "./Seats.sol";

/// Settles what an edition earns among the holders of its million shares.
///
/// Every earning adds to `accrued`. A holder may claim (accrued x shares - debt) / 10^6, rounded down;
/// what is paid raises his debt by exactly as many millionths, so fractions of a unit stay his, and a
/// transfer of shares changes both debts so that neither claim changes.
///
/// Pushed: entries of the deed that never became shares are paid at once, and become shares with a debt
/// for all of that; a payment that fails lowers the holder's debt instead. Every payment out of the
/// channel is covered by the edition's own `held`.
abstract contract Royalties is Seats {
    uint256 internal constant MILLION = 1_000_000;
    uint256 internal constant ENTRY = 24;
    uint256 internal constant ENTRIES = 32;
    uint256 private constant SHARES = 32;

    struct Pushed {
        uint256 editionId;
        address token;
        uint256 amount;
        uint256 credit;
    }

    /// Settles `amount`, which has arrived, for an edition that is locked.
    function _earn(uint256 editionId, uint256 amount, bytes calldata deed) internal {
        Ledger ledger = _earning(_editions[editionId].ledger, amount);
        _editions[editionId].ledger = ledger;
        if (ledger.has(LedgerWord.PUSH)) _push(editionId, _tokenOf(editionId, ledger), amount, deed);
    }

    /// The ledger with `amount` earned, and held where nothing is pushed.
    function _earning(Ledger ledger, uint256 amount) internal pure returns (Ledger) {
        uint256 accrued = ledger.accrued() + amount;
        if (accrued > LedgerWord.MAX_AMOUNT) revert AmountTooLarge(accrued);
        ledger = ledger.earning(amount);
        return ledger.has(LedgerWord.PUSH) ? ledger : _holding(ledger, amount);
    }

    function _holding(Ledger ledger, uint256 amount) internal pure returns (Ledger) {
        uint256 held = ledger.held() + amount;
        if (held > LedgerWord.MAX_AMOUNT) revert AmountTooLarge(held);
        return ledger.holding(amount);
    }

    /// Takes `amount` out of the edition's own money.
    function _draw(uint256 editionId, uint256 amount) internal {
        Ledger ledger = _editions[editionId].ledger;
        if (amount > ledger.held()) revert AmountTooLarge(amount);
        _editions[editionId].ledger = ledger.paying(amount);
    }

    /// Pays each entry that never became shares; those that did get their part as a credit, rounded up
    /// in the edition's favour, and the first one paid gets what rounding leaves.
    function _push(uint256 editionId, address token, uint256 amount, bytes calldata deed) internal {
        if (amount == 0) return;
        _requireDeed(editionId, deed);
        uint256 done;
        uint256 credit;
        if (_editions[editionId].ledger.has(LedgerWord.MATERIALISED)) {
            done = _materialisedOf(editionId);
            credit = (amount * _sharesOf(deed, done) + MILLION - 1) / MILLION;
            _editions[editionId].ledger = _holding(_editions[editionId].ledger, credit);
        }
        _pushEntries(Pushed(editionId, token, amount, credit), done, deed);
        emit RoyaltiesPushed(editionId, amount, credit, uint32(~done & ((1 << _entries(deed)) - 1)));
    }

    /// The parts sum to at most what is left for them, since the deed's shares sum to a million.
    function _pushEntries(Pushed memory pushed, uint256 done, bytes calldata deed) private {
        uint256 id = pushed.editionId;
        (address token, uint256 amount) = (pushed.token, pushed.amount);
        unchecked {
            uint256 left = amount - pushed.credit;
            uint256 first = _firstUnset(done);
            for (uint256 i = _entries(deed); i > first;) {
                if (done >> --i & 1 != 0) continue;
                (address holder, uint256 part) = _entry(deed, i);
                part = i == first ? left : amount * part / MILLION;
                if (part == 0 || Payments.tryPush(token, holder, part)) {
                    left -= part;
                    continue;
                }
                left -= part;
                _credit(id, holder, part);
                emit RoyaltyCredited(id, holder, part);
            }
        }
    }

    /// Pays a seller of units; a payment that fails becomes his credit.
    function _payProceeds(uint256 editionId, address token, address seller, uint256 amount) internal {
        if (amount == 0) return;
        if (Payments.tryPush(token, seller, amount)) {
            emit ProceedsPaid(editionId, seller, amount);
        } else {
            _credit(editionId, seller, amount);
            emit ProceedsCredited(editionId, seller, amount);
        }
    }

    /// Owes `payee` an amount that lies here already.
    function _credit(uint256 editionId, address payee, uint256 amount) internal {
        _editions[editionId].ledger = _holding(_editions[editionId].ledger, amount);
        (uint256 shares, int256 debt) = _stake(editionId, payee);
        _setStake(editionId, payee, shares, debt - int256(amount * MILLION));
    }

    function _stake(uint256 editionId, address holder) internal view returns (uint256 shares, int256 debt) {
        uint256 word = _stakes[editionId][holder];
        (shares, debt) = (word & type(uint32).max, int256(word) >> SHARES);
    }

    function _setStake(uint256 editionId, address holder, uint256 shares, int256 debt) internal {
        _stakes[editionId][holder] = uint256(debt) << SHARES | shares;
    }

    /// What the stake may claim, in units.
    function _due(Ledger ledger, uint256 shares, int256 debt) internal pure returns (uint256) {
        int256 millionths = int256(ledger.accrued() * shares) - debt;
        return millionths > 0 ? uint256(millionths) / MILLION : 0;
    }

    function _requireDeed(uint256 editionId, bytes calldata deed) internal view {
        if (keccak256(deed) != _editions[editionId].deedHash) revert WrongDeed(editionId);
    }

    function _entries(bytes calldata deed) internal pure returns (uint256) {
        unchecked {
            return (deed.length - ENTRIES) / ENTRY;
        }
    }

    /// Entry `i`, which the deed has.
    function _entry(bytes calldata deed, uint256 i) internal pure returns (address holder, uint256 shares) {
        assembly ("memory-safe") {
            let word := calldataload(add(add(deed.offset, 32), mul(24, i)))
            holder := shr(96, word)
            shares := and(shr(64, word), 0xffffffff)
        }
    }

    /// Where the holder stands in the deed, and his shares; zero shares when he does not.
    function _find(bytes calldata deed, address holder) internal pure returns (uint256 index, uint256 shares) {
        for (; index < _entries(deed); ++index) {
            (address one, uint256 his) = _entry(deed, index);
            if (one == holder) return (index, his);
        }
    }

    function _sharesOf(bytes calldata deed, uint256 bits) private pure returns (uint256 sum) {
        for (uint256 i; bits >> i != 0; ++i) {
            if (bits >> i & 1 == 0) continue;
            (, uint256 shares) = _entry(deed, i);
            sum += shares;
        }
    }

    function _firstUnset(uint256 bits) private pure returns (uint256 i) {
        while (bits >> i & 1 != 0) ++i;
    }
}
