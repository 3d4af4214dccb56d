// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Permit, PurchaseOrder} from "./ChannelStructs.sol";
import {Ledger} from "./Ledger.sol";
import {Orders} from "./Orders.sol";
import {Payments} from "./Payments.sol";


interface Erc2612 {
    function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external;
}

/// A channel's module for purchases with a permit, and for orders as such; it runs on the channel's
/// state and money. What pays with an authorisation is in the core.
contract ChannelGasless is Orders {
    bytes32 private constant PERMIT_ORDER_TYPE = keccak256(
        "PermitOrder(PurchaseOrder order,uint256 deadline)"
        "PurchaseOrder(uint8 action,uint256 editionId,uint64 quantity,address payer,address recipient,address token,uint256 total,address referrer,uint256 referrerFee,uint256 relayerFee,bytes32 termsHash,bytes32 salt)"
    );

    function buyWithPermit(
        PurchaseOrder calldata order,
        bytes calldata signature,
        Permit calldata permit,
        bytes calldata deed
    ) external {
        if (permit.deadline < block.timestamp) revert SignatureExpired(permit.deadline);
        bytes32 digest = permitOrderDigest(order, permit.deadline);
        if (_orders[order.payer][digest]) revert OrderAlreadyUsed(digest);
        _orders[order.payer][digest] = true;
        _requireSigned(order.payer, digest, signature);
        (Ledger ledger, uint256 paid) = _openOrder(order);
        _permit(order, permit);
        Payments.take(order.token, order.payer, order.total);
        emit OrderUsed(order.payer, digest);
        _finishOrder(order, ledger, paid, deed);
    }

    function cancelOrder(bytes32 order) external {
        _orders[msg.sender][order] = true;
        emit OrderUsed(msg.sender, order);
    }

    function orderUsed(address payer, bytes32 order) external view returns (bool) {
        return _orders[payer][order];
    }

    function orderDigest(PurchaseOrder calldata order) external view returns (bytes32) {
        return _orderDigest(order);
    }

    function permitOrderDigest(PurchaseOrder calldata order, uint256 deadline) public view returns (bytes32) {
        return _digest(keccak256(abi.encode(PERMIT_ORDER_TYPE, _content(order), deadline)));
    }

    /// A permit that fails was submitted before, or is not needed: the payment itself decides.
    function _permit(PurchaseOrder calldata order, Permit calldata permit) private {
        try Erc2612(order.token).permit(
            order.payer, address(this), order.total, permit.deadline, permit.v, permit.r, permit.s
        ) {} catch {}
    }
}
