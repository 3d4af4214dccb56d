// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {LibClone} from "solady/utils/LibClone.sol";
import {Edition, StoredLoan} from "./ChannelStorage.sol";
import {BundleRef, EditionView, Feature, Reason, TransferPolicy} from "./ChannelStructs.sol";
import {IChannelViews} from "./IChannelViews.sol";
import {Ledger, LedgerWord} from "./Ledger.sol";
import {Royalties} from "./Royalties.sol";
import {Seat} from "./Seat.sol";

/// A channel's module for what others read; it changes nothing.
contract ChannelViews is Royalties, IChannelViews {
    uint64 private constant FOR_EVER = type(uint64).max;

    fallback() external {
        revert NoSuchFunction(msg.sig);
    }

    function hasAccess(address holder, uint256 editionId)
        external
        view
        returns (bool ok, uint8 reason, uint64 until)
    {
        if (!_editions[editionId].ledger.exists()) return (false, Reason.NO_SUCH_EDITION, 0);
        Seat seat = _seats[editionId][holder];
        if (seat.usable(block.timestamp) != 0) return (true, Reason.OWNED, FOR_EVER);
        if (block.timestamp < seat.accessUntil()) {
            return (true, seat.subscribed() ? Reason.SUBSCRIBED : Reason.RENTED, uint64(seat.accessUntil()));
        }
        StoredLoan memory loan = _loans[editionId][holder];
        if (block.timestamp < loan.until) return (true, Reason.LENT, loan.until);
        (ok, until) = _bundled(holder, editionId);
        if (ok) return (true, Reason.BUNDLED, until);
        return _refused(seat);
    }

    function pendingOwner() external view returns (address) {
        return _offeredOwner;
    }

    function factory() external view returns (address) {
        return address(bytes20(LibClone.argsOnClone(address(this), 20, 40)));
    }

    function editionIdOf(bytes32 salt) external view returns (uint256 editionId) {
        return _editionIdOf(salt);
    }

    function balanceOfBatch(address[] calldata holders, uint256[] calldata ids)
        external
        view
        returns (uint256[] memory balances)
    {
        if (holders.length != ids.length) revert LengthMismatch();
        balances = new uint256[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            balances[i] = _seats[ids[i]][holders[i]].units();
        }
    }

    function autoClaim(address holder) external view returns (bool) {
        return _autoClaim[holder];
    }

    function shareOperator(address holder, address operator) external view returns (bool) {
        return _shareOperators[holder][operator];
    }

    function sharesOf(uint256 editionId, address holder) external view returns (uint32) {
        (uint256 shares,) = _stake(editionId, holder);
        return uint32(shares);
    }

    function claimable(uint256 editionId, address holder, bytes calldata deed) external view returns (uint256) {
        Ledger ledger = _existing(editionId);
        (uint256 shares, int256 debt) = _stake(editionId, holder);
        if (deed.length != 0 && !ledger.has(LedgerWord.PUSH)) {
            _requireDeed(editionId, deed);
            (uint256 index, uint256 more) = _find(deed, holder);
            if (_materialisedOf(editionId) >> index & 1 == 0) shares += more;
        }
        return _due(ledger, shares, debt);
    }

    function edition(uint256 editionId) external view returns (EditionView memory) {
        Ledger ledger = _existing(editionId);
        Edition storage e = _editions[editionId];
        (uint256 price, address token) = _offerOf(editionId);
        uint256 maxSupply = _maxSupplyOf(editionId);
        return EditionView({
            assetId: e.assetId,
            payToken: token,
            price: uint128(price),
            maxSupply: uint64(maxSupply),
            sold: uint64((maxSupply == 0 ? LedgerWord.UNLIMITED : maxSupply) - ledger.left()),
            royaltyBps: uint16(ledger.royaltyBps()),
            transferPolicy: _policyOf(ledger),
            pushRoyalties: ledger.has(LedgerWord.PUSH),
            paused: ledger.has(LedgerWord.PAUSED),
            refundWindow: uint32(_windowOf(editionId)),
            features: uint16(_featuresOf(editionId)),
            deedHash: e.deedHash,
            accrued: ledger.accrued(),
            held: ledger.held(),
            materialised: uint32(_materialisedOf(editionId))
        });
    }

    function movable(address holder, uint256 editionId) external view returns (uint256) {
        if (_existing(editionId).has(LedgerWord.BOUND)) return 0;
        return _seats[editionId][holder].movable(block.timestamp);
    }

    function uri(uint256 editionId) external view returns (string memory) {
        bytes memory digits = "0123456789abcdef";
        bytes memory text = "urn:smartweb:asset:0000000000000000000000000000000000000000000000000000000000000000";
        _existing(editionId);
        uint256 rest = uint256(_editions[editionId].assetId);
        for (uint256 at = text.length; at > text.length - 64; rest >>= 4) {
            text[--at] = digits[rest & 15];
        }
        return string(text);
    }

    function royaltyInfo(uint256 editionId, uint256 salePrice)
        external
        view
        returns (address receiver, uint256 amount)
    {
        return (address(this), salePrice * _existing(editionId).royaltyBps() / 10_000);
    }

    function userExpires(uint256 editionId, address user) external view returns (uint64 until) {
        uint256 own = _seats[editionId][user].accessUntil();
        uint256 lent = _loans[editionId][user].until;
        uint256 last = own > lent ? own : lent;
        return block.timestamp < last ? uint64(last) : 0;
    }

    function expiresAt(uint256 editionId, address holder) external view returns (uint64 until) {
        return uint64(_seats[editionId][holder].accessUntil());
    }

    function isRenewable(uint256 editionId) external view returns (bool) {
        return _featuresOf(editionId) & Feature.SUBSCRIPTION != 0 && _subscriptions[editionId].period != 0;
    }

    /// ERC-165, ERC-1155 with metadata, ERC-2981, ERC-4906.
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7 || id == 0xd9b67a26 || id == 0x0e89341c || id == 0x2a55205a || id == 0x49064906;
    }

    /// Through a bundle that this edition joined; those were checked to be editions of genuine channels.
    function _bundled(address holder, uint256 editionId) private view returns (bool, uint64) {
        BundleRef[] storage bundles = _bundles[editionId];
        for (uint256 i; i < bundles.length; ++i) {
            (bool ok,, uint64 until) =
                IChannelViews(bundles[i].channel).hasAccess(holder, bundles[i].editionId);
            if (ok) return (true, until);
        }
        return (false, 0);
    }

    function _refused(Seat seat) private view returns (bool, uint8, uint64) {
        uint256 time = block.timestamp;
        if (time < seat.refundableUntil()) return (false, Reason.REFUNDABLE, uint64(seat.refundableUntil()));
        if (time < seat.lentUntil()) return (false, Reason.LENT_OUT, uint64(seat.lentUntil()));
        if (seat.accessUntil() != 0) return (false, Reason.EXPIRED, uint64(seat.accessUntil()));
        return (false, Reason.NOT_OWNER, 0);
    }

    function _policyOf(Ledger ledger) private pure returns (uint8) {
        if (ledger.has(LedgerWord.FREE)) return TransferPolicy.FREE;
        return ledger.has(LedgerWord.BOUND) ? TransferPolicy.BOUND : TransferPolicy.RESALE;
    }
}
