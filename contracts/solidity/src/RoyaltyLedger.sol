// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {AccessToken} from "./AccessToken.sol";
import {Hot, HotWord} from "./Hot.sol";
import {Payments} from "./Payments.sol";

/// An edition as it is stored. A sale in native coin with credited royalties reads and writes the
/// first word alone; the second is empty for native coin and unlimited supply.
struct Edition {
    Hot hot;
    address payToken;
    uint40 maxSupply;
    uint256 drawn;
    bytes32 tableHash;
    bytes32 assetId;
}

/// Settles royalties to a fixed table of at most twenty holders with shares in parts per million.
///
/// Pushed: every holder is paid in the sale itself; the first holder gets the units that rounding
/// leaves; a payment that fails becomes that holder's credit and stops nobody.
///
/// Credited: a sale adds its amount to `credited` in one write; a holder has earned
/// `credited x share / 1e6`, rounded down (the first holder: up), less what was drawn before. The sum
/// never exceeds `credited`, and is short of it by fewer units than there are holders: fractions of a
/// unit stay the holder's and are paid once they make a whole one.
///
/// What holders draw is summed up in `drawn`, which never exceeds `credited`: an edition pays out of
/// its own money only, whatever else the contract holds.
abstract contract RoyaltyLedger is AccessToken {
    uint256 internal constant MILLION = 1_000_000;
    uint256 internal constant MAX_HOLDERS = 20;
    uint256 internal constant MAX_PUSHED = 5;

    mapping(uint256 editionId => Edition) internal _editions;
    mapping(uint256 editionId => mapping(address payee => uint256)) private _credits;
    mapping(uint256 editionId => mapping(address holder => uint256)) private _drawn;
    mapping(address holder => bool) public autoClaim;

    /// Pays the caller what he earned. With an empty table only failed payments are paid out.
    function claim(uint256 editionId, address[] calldata holders, uint32[] calldata shares) external guarded {
        _claim(editionId, msg.sender, holders, shares);
    }

    /// Pays `holder` what he earned; only for holders who allowed it.
    function claimFor(uint256 editionId, address holder, address[] calldata holders, uint32[] calldata shares)
        external
        guarded
    {
        if (!autoClaim[holder]) revert AutoClaimNotAllowed(holder);
        _claim(editionId, holder, holders, shares);
    }

    function setAutoClaim(bool allowed) external {
        autoClaim[msg.sender] = allowed;
        emit AutoClaimSet(msg.sender, allowed);
    }

    /// What `claim` would pay `holder` now.
    function claimable(uint256 editionId, address holder, address[] calldata holders, uint32[] calldata shares)
        external
        view
        returns (uint256)
    {
        uint256 credit = _credits[editionId][holder];
        return holders.length == 0
            ? credit
            : credit + _earned(editionId, holder, holders, shares) - _drawn[editionId][holder];
    }

    function _checkTable(address[] calldata holders, uint32[] calldata shares) internal view {
        uint256 n = holders.length;
        if (n == 0 || n > MAX_HOLDERS || n != shares.length) revert BadTableSize(n, shares.length);
        uint256 sum;
        address previous;
        for (uint256 i; i < n; ++i) {
            if (holders[i] <= previous) revert HolderNotAscending(i);
            if (holders[i] == address(this)) revert HolderNotAllowed(holders[i]);
            if (shares[i] == 0) revert ZeroShare(i);
            previous = holders[i];
            sum += shares[i];
        }
        if (sum != MILLION) revert SharesMustSumToMillion(sum);
    }

    /// keccak256(abi.encodePacked(holders, shares)), taken straight from calldata; both arrays are
    /// equally long.
    function _hashTable(address[] calldata holders, uint32[] calldata shares) internal pure returns (bytes32 hash) {
        if (holders.length != shares.length) revert BadTableSize(holders.length, shares.length);
        assembly ("memory-safe") {
            let at := mload(64)
            let size := shl(5, holders.length)
            calldatacopy(at, holders.offset, size)
            calldatacopy(add(at, size), shares.offset, size)
            hash := keccak256(at, shl(1, size))
        }
    }

    /// The token an edition is paid in; editions in native coin are known from their first word.
    function _payToken(uint256 editionId, Hot hot) internal view returns (address) {
        return hot.has(HotWord.TOKEN) ? _editions[editionId].payToken : address(0);
    }

    /// The word with `amount` credited, where the edition credits its royalties.
    function _credited(Hot hot, uint256 amount) internal pure returns (Hot) {
        if (hot.has(HotWord.PUSH)) return hot;
        uint256 credited = hot.credited() + amount;
        if (credited > HotWord.MAX_CREDITED) revert AmountTooLarge(credited);
        return hot.plus(amount);
    }

    /// Pays `amount`, which this contract has already received for the edition, to every holder.
    function _pushRoyalties(
        uint256 editionId,
        address token,
        uint256 amount,
        address[] calldata holders,
        uint32[] calldata shares
    ) internal {
        if (amount == 0) return;
        _requireTable(editionId, holders, shares);
        uint256 left = amount;
        for (uint256 i = holders.length; i > 0;) {
            --i;
            uint256 part = i == 0 ? left : amount * shares[i] / MILLION;
            left -= part;
            _pushRoyalty(editionId, token, holders[i], part);
        }
    }

    /// Pays a reseller; a payment that fails becomes his credit.
    function _payProceeds(uint256 editionId, address token, address seller, uint256 amount) internal {
        if (amount == 0) return;
        if (Payments.tryPush(token, seller, amount)) {
            emit ProceedsPaid(editionId, seller, amount);
        } else {
            _credit(editionId, seller, amount);
            emit ProceedsCredited(editionId, seller, amount);
        }
    }

    function _pushRoyalty(uint256 editionId, address token, address holder, uint256 amount) private {
        if (amount == 0) return;
        if (Payments.tryPush(token, holder, amount)) {
            emit RoyaltyPaid(editionId, holder, amount);
        } else {
            _credit(editionId, holder, amount);
            emit RoyaltyCredited(editionId, holder, amount);
        }
    }

    function _credit(uint256 editionId, address payee, uint256 amount) private {
        _credits[editionId][payee] += amount;
    }

    function _claim(uint256 editionId, address holder, address[] calldata holders, uint32[] calldata shares) private {
        uint256 amount = _credits[editionId][holder];
        if (amount != 0) delete _credits[editionId][holder];
        if (holders.length != 0) {
            uint256 earned = _earned(editionId, holder, holders, shares);
            uint256 due = earned - _drawn[editionId][holder];
            _draw(editionId, due);
            _drawn[editionId][holder] = earned;
            amount += due;
        }
        if (amount == 0) revert NothingToClaim(editionId, holder);
        emit Claimed(editionId, holder, amount);
        Payments.pay(_editions[editionId].payToken, holder, amount);
    }

    /// Takes `amount` out of the edition's own money; what the table's arithmetic already ensures is
    /// held here once more.
    function _draw(uint256 editionId, uint256 amount) private {
        Edition storage e = _editions[editionId];
        uint256 drawn = e.drawn + amount;
        if (drawn > e.hot.credited()) revert AmountTooLarge(drawn);
        e.drawn = drawn;
    }

    /// Everything the holder's share has earned by credit so far, drawn or not; 0 outside the table.
    function _earned(uint256 editionId, address holder, address[] calldata holders, uint32[] calldata shares)
        private
        view
        returns (uint256)
    {
        _requireTable(editionId, holders, shares);
        for (uint256 i; i < holders.length; ++i) {
            if (holders[i] != holder) continue;
            uint256 scaled = _editions[editionId].hot.credited() * shares[i];
            return (i == 0 ? scaled + MILLION - 1 : scaled) / MILLION;
        }
        return 0;
    }

    function _requireTable(uint256 editionId, address[] calldata holders, uint32[] calldata shares) private view {
        if (_hashTable(holders, shares) != _editions[editionId].tableHash) revert WrongTable(editionId);
    }
}
