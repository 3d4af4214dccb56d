// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelEvents} from "../../src/ChannelEvents.sol";
import {Vm} from "./Vm.sol";

/// Rebuilds a channel's editions from its logs alone, and counts what each took in and paid out.
contract LogBook {
    struct Book {
        bool push;
        uint32 window;
        uint128 price;
        bool paused;
        bytes32 deedHash;
        uint256 sold;
        uint256 accrued;
        uint256 held;
        uint256 materialised;
        uint256 paidIn;
        int256 paidOut;
    }

    int256 private constant MILLION = 1_000_000;

    mapping(uint256 id => Book) private _books;
    mapping(uint256 id => mapping(address => uint256)) public units;
    mapping(uint256 id => mapping(address => uint256)) public shares;
    mapping(uint256 id => mapping(address => int256)) public debts;
    mapping(address => bool) public autoClaim;

    error UnreadLog(bytes32 topic);

    function book(uint256 id) external view returns (Book memory) {
        return _books[id];
    }

    /// (accrued x shares - debt) / 10^6.
    function claimable(uint256 id, address holder) external view returns (uint256) {
        int256 due = int256(_books[id].accrued * shares[id][holder]) - debts[id][holder];
        return due > 0 ? uint256(due / MILLION) : 0;
    }

    function take(Vm.Log[] calldata logs, address channel) external {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter == channel) _take(logs[i]);
        }
    }

    function _take(Vm.Log calldata log) private {
        bytes32 topic = log.topics[0];
        if (topic == ChannelEvents.TransferSingle.selector) return _moved(log);
        if (topic == ChannelEvents.TransferBatch.selector) return _movedMany(log);
        if (topic == ChannelEvents.AutoClaimSet.selector) {
            autoClaim[_account(log, 1)] = abi.decode(log.data, (bool));
            return;
        }
        if (log.topics.length < 2) return;
        uint256 id = uint256(log.topics[1]);
        if (_tookTerms(topic, id, log) || _tookSale(topic, id, log) || _tookShares(topic, id, log)) return;
        if (_tookPayment(topic, id, log) || _changesNothing(topic)) return;
        revert UnreadLog(topic);
    }

    function _tookTerms(bytes32 topic, uint256 id, Vm.Log calldata log) private returns (bool) {
        Book storage b = _books[id];
        if (topic == ChannelEvents.EditionCreated.selector) {
            bytes memory deed;
            (, b.price,,,, b.push, b.window,, deed,) = abi.decode(
                log.data, (address, uint128, uint64, uint16, uint8, bool, uint32, uint16, bytes, string)
            );
            b.deedHash = keccak256(deed);
        } else if (topic == ChannelEvents.PriceChanged.selector) {
            b.price = abi.decode(log.data, (uint128));
        } else if (topic == ChannelEvents.SalesPaused.selector) {
            b.paused = abi.decode(log.data, (bool));
        } else {
            return false;
        }
        return true;
    }

    function _tookSale(bytes32 topic, uint256 id, Vm.Log calldata log) private returns (bool) {
        Book storage b = _books[id];
        if (topic == ChannelEvents.Sold.selector) {
            (uint64 quantity, uint256 paid) = abi.decode(log.data, (uint64, uint256));
            (b.sold, b.paidIn) = (b.sold + quantity, b.paidIn + paid);
            if (b.window != 0) b.held += paid;
            else _earn(b, paid);
        } else if (topic == ChannelEvents.Released.selector) {
            uint256 paid = abi.decode(log.data, (uint256));
            b.held -= paid;
            _earn(b, paid);
        } else if (topic == ChannelEvents.Refunded.selector) {
            _pay(b, abi.decode(log.data, (uint256)));
        } else if (topic == ChannelEvents.Resold.selector) {
            (, uint256 price, uint256 royalty,) = abi.decode(log.data, (uint64, uint256, uint256, uint256));
            b.paidIn += price;
            b.held += price - royalty;
            _earn(b, royalty);
        } else if (topic == ChannelEvents.RoyaltyAdded.selector) {
            uint256 amount = abi.decode(log.data, (uint256));
            b.paidIn += amount;
            _earn(b, amount);
        } else {
            return false;
        }
        return true;
    }

    function _tookShares(bytes32 topic, uint256 id, Vm.Log calldata log) private returns (bool) {
        Book storage b = _books[id];
        if (topic == ChannelEvents.EntryMaterialised.selector) {
            (uint256 index, uint32 entry) = abi.decode(log.data, (uint256, uint32));
            b.materialised |= 1 << index;
            shares[id][_account(log, 2)] += entry;
            if (b.push) debts[id][_account(log, 2)] += int256(b.accrued * entry);
        } else if (topic == ChannelEvents.SharesTransferred.selector) {
            uint256 moved = abi.decode(log.data, (uint32));
            (address from, address to) = (_account(log, 2), _account(log, 3));
            shares[id][from] -= moved;
            debts[id][from] -= int256(b.accrued * moved);
            shares[id][to] += moved;
            debts[id][to] += int256(b.accrued * moved);
        } else {
            return false;
        }
        return true;
    }

    function _tookPayment(bytes32 topic, uint256 id, Vm.Log calldata log) private returns (bool) {
        Book storage b = _books[id];
        if (topic == ChannelEvents.RoyaltiesPushed.selector) {
            (uint256 amount, uint256 credit,) = abi.decode(log.data, (uint256, uint256, uint32));
            b.held += credit;
            b.paidOut += int256(amount - credit);
        } else if (topic == ChannelEvents.RoyaltyCredited.selector || topic == ChannelEvents.RefundCredited.selector) {
            _owe(id, _account(log, 2), abi.decode(log.data, (uint256)));
            b.held += abi.decode(log.data, (uint256));
            b.paidOut -= int256(abi.decode(log.data, (uint256)));
        } else if (topic == ChannelEvents.ProceedsPaid.selector) {
            _pay(b, abi.decode(log.data, (uint256)));
        } else if (topic == ChannelEvents.ProceedsCredited.selector) {
            _owe(id, _account(log, 2), abi.decode(log.data, (uint256)));
        } else if (topic == ChannelEvents.Claimed.selector) {
            uint256 amount = abi.decode(log.data, (uint256));
            _pay(b, amount);
            debts[id][_account(log, 2)] += int256(amount) * MILLION;
        } else if (topic == ChannelEvents.FeePaid.selector) {
            (uint256 fee,) = abi.decode(log.data, (uint256, bool));
            (b.paidIn, b.paidOut) = (b.paidIn + fee, b.paidOut + int256(fee));
        } else {
            return false;
        }
        return true;
    }

    /// What is in another log of the same transaction, or of no edition.
    function _changesNothing(bytes32 topic) private pure returns (bool) {
        return topic == ChannelEvents.Held.selector || topic == ChannelEvents.OfferAccepted.selector
            || topic == ChannelEvents.EpochRaised.selector || topic == ChannelEvents.ListingCancelled.selector
            || topic == ChannelEvents.ContentUpdated.selector || topic == ChannelEvents.ApprovalForAll.selector
            || topic == ChannelEvents.OwnershipOffered.selector;
    }

    function _moved(Vm.Log calldata log) private {
        (uint256 id, uint256 amount) = abi.decode(log.data, (uint256, uint256));
        _move(id, _account(log, 2), _account(log, 3), amount);
    }

    function _movedMany(Vm.Log calldata log) private {
        (uint256[] memory ids, uint256[] memory amounts) = abi.decode(log.data, (uint256[], uint256[]));
        for (uint256 i; i < ids.length; ++i) {
            _move(ids[i], _account(log, 2), _account(log, 3), amounts[i]);
        }
    }

    function _move(uint256 id, address from, address to, uint256 amount) private {
        if (from != address(0)) units[id][from] -= amount;
        if (to == address(0)) _books[id].sold -= amount;
        else units[id][to] += amount;
    }

    function _earn(Book storage b, uint256 amount) private {
        b.accrued += amount;
        if (!b.push) b.held += amount;
    }

    function _pay(Book storage b, uint256 amount) private {
        b.held -= amount;
        b.paidOut += int256(amount);
    }

    function _owe(uint256 id, address payee, uint256 amount) private {
        debts[id][payee] -= int256(amount) * MILLION;
    }

    function _account(Vm.Log calldata log, uint256 topic) private pure returns (address) {
        return address(uint160(uint256(log.topics[topic])));
    }
}
