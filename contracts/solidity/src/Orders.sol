// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {PurchaseOrder} from "./ChannelStructs.sol";
import {Ledger, LedgerWord} from "./Ledger.sol";
import {Payments} from "./Payments.sol";
import {Sales} from "./Sales.sol";
import {Signatures} from "./Signatures.sol";

/// Purchase orders that a buyer signs and somebody else submits.
abstract contract Orders is Sales, Signatures {
    bytes32 private constant ORDER_TYPE = keccak256(
        "PurchaseOrder(uint8 action,uint256 editionId,uint64 quantity,address payer,address recipient,address token,uint256 total,address referrer,uint256 referrerFee,uint256 relayerFee,bytes32 termsHash,bytes32 salt)"
    );
    uint256 private constant ORDER_BYTES = 384;
    uint8 private constant BUY = 0;

    function _orderDigest(PurchaseOrder calldata order) internal view returns (bytes32) {
        return _digest(_content(order));
    }

    /// keccak256(abi.encode(type, order)), taken straight from calldata.
    function _content(PurchaseOrder calldata order) internal pure returns (bytes32 content) {
        bytes32 kind = ORDER_TYPE;
        assembly ("memory-safe") {
            let at := mload(64)
            mstore(at, kind)
            calldatacopy(add(at, 32), order, ORDER_BYTES)
            content := keccak256(at, add(ORDER_BYTES, 32))
        }
    }

    /// Checks that the order says what the sale would, and reserves the units.
    function _openOrder(PurchaseOrder calldata order) internal returns (Ledger ledger, uint256 paid) {
        uint256 id = order.editionId;
        if (order.action != BUY) revert UnknownAction(order.action);
        ledger = _unlocked(id);
        if (ledger.has(LedgerWord.GATED)) revert PurchaseIsGated(id);
        (uint256 price, address token) = _offerOf(id);
        if (token == address(0) || order.token != token) revert WrongPayToken(token, order.token);
        paid = _reserve(id, ledger, order.quantity, price);
        uint256 expected = paid + order.referrerFee + order.relayerFee;
        if (order.total != expected) revert TotalDiffers(expected, order.total);
    }

    function _finishOrder(
        PurchaseOrder calldata order,
        Ledger ledger,
        uint256 paid,
        bytes calldata deed
    ) internal {
        uint256 id = order.editionId;
        if (order.relayerFee != 0) {
            Payments.pay(order.token, msg.sender, order.relayerFee);
            emit FeePaid(id, msg.sender, order.relayerFee, true);
        }
        if (order.referrerFee != 0) _payReferrer(id, order.token, order.referrer, order.referrerFee);
        _deliver(Sale(id, order.payer, order.recipient, order.quantity, paid), ledger, order.token, deed);
    }

    function _payReferrer(uint256 id, address token, address referrer, uint256 fee) private {
        if (Payments.tryPush(token, referrer, fee)) {
            emit FeePaid(id, referrer, fee, false);
        } else {
            _credit(id, referrer, fee);
            emit RoyaltyCredited(id, referrer, fee);
        }
    }
}
