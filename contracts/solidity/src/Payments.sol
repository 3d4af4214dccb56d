// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelErrors} from "./ChannelErrors.sol";
import {Authorization} from "./ChannelStructs.sol";

interface Erc20 {
    function balanceOf(address holder) external view returns (uint256);
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
}

/// Moves native coin (token = zero address) and ERC-20 units. Return data of a payee is never
/// copied, so nobody can make a payment expensive by answering at length.
library Payments {
    /// What a payee's code may burn when native coin arrives: ample for a proxy wallet that logs.
    uint256 internal constant NATIVE_GAS = 30_000;
    /// What a token may burn for one pushed transfer.
    uint256 internal constant TOKEN_GAS = 120_000;
    /// Value transfer, account creation and cold access, charged before the 63/64 rule applies.
    uint256 private constant CALL_OVERHEAD = 40_000;

    bytes4 private constant RECEIVE_BY_KEY = bytes4(
        keccak256("receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)")
    );
    bytes4 private constant RECEIVE_BY_CONTRACT =
        bytes4(keccak256("receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)"));

    /// Takes exactly `amount` or reverts: native coin must have come with the call; a token is taken from
    /// `from`, and must have raised our balance by the whole amount (no fee on transfer).
    function take(address token, address from, uint256 amount) internal {
        if (token == address(0)) {
            if (msg.value != amount) revert ChannelErrors.WrongNativeValue(amount, msg.value);
            return;
        }
        if (msg.value != 0) revert ChannelErrors.WrongNativeValue(0, msg.value);
        if (amount == 0) return;
        uint256 before = Erc20(token).balanceOf(address(this));
        bytes memory call = abi.encodeCall(Erc20.transferFrom, (from, address(this), amount));
        if (!_callToken(token, gasleft(), call)) {
            revert ChannelErrors.PaymentFailed(token, from, amount);
        }
        _requireArrived(token, before, amount);
    }

    /// Takes exactly `amount` by an authorisation of `from` whose nonce is `nonce` (EIP-3009), or reverts.
    function takeAuthorized(
        address token,
        address from,
        uint256 amount,
        bytes32 nonce,
        Authorization calldata given
    ) internal {
        uint256 before = Erc20(token).balanceOf(address(this));
        bytes memory call = given.signature.length == 65
            ? abi.encodeWithSelector(
                RECEIVE_BY_KEY,
                from,
                address(this),
                amount,
                given.validAfter,
                given.validBefore,
                nonce,
                uint8(given.signature[64]),
                bytes32(given.signature[:32]),
                bytes32(given.signature[32:64])
            )
            : abi.encodeWithSelector(
                RECEIVE_BY_CONTRACT,
                from,
                address(this),
                amount,
                given.validAfter,
                given.validBefore,
                nonce,
                given.signature
            );
        if (!_callToken(token, gasleft(), call)) {
            revert ChannelErrors.PaymentFailed(token, from, amount);
        }
        _requireArrived(token, before, amount);
    }

    function _requireArrived(address token, uint256 before, uint256 amount) private view {
        uint256 received = Erc20(token).balanceOf(address(this)) - before;
        if (received != amount) revert ChannelErrors.PaymentShort(token, amount, received);
    }

    /// Tries to pay with capped gas; false means that nothing moved. The caller of the sale cannot
    /// force a failure by sending little gas: too little reverts the whole sale.
    function tryPush(address token, address to, uint256 amount) internal returns (bool ok) {
        if (token == address(0)) {
            if (gasleft() < NATIVE_GAS + NATIVE_GAS / 32 + CALL_OVERHEAD) revert ChannelErrors.NotEnoughGas();
            assembly ("memory-safe") {
                ok := call(NATIVE_GAS, to, amount, 0, 0, 0, 0)
            }
            return ok;
        }
        if (gasleft() < TOKEN_GAS + TOKEN_GAS / 32 + CALL_OVERHEAD) revert ChannelErrors.NotEnoughGas();
        return _callToken(token, TOKEN_GAS, abi.encodeCall(Erc20.transfer, (to, amount)));
    }

    /// Pays with all gas or reverts.
    function pay(address token, address to, uint256 amount) internal {
        if (!_send(token, to, amount, gasleft())) revert ChannelErrors.PayoutFailed(token, to, amount);
    }

    function _send(address token, address to, uint256 amount, uint256 gasCap) private returns (bool ok) {
        if (token != address(0)) return _callToken(token, gasCap, abi.encodeCall(Erc20.transfer, (to, amount)));
        assembly ("memory-safe") {
            ok := call(gasCap, to, amount, 0, 0, 0, 0)
        }
    }

    /// True when the call succeeded and answered nothing or `true` (tokens of both habits exist).
    function _callToken(address token, uint256 gasCap, bytes memory data) private returns (bool ok) {
        assembly ("memory-safe") {
            mstore(0, 0)
            ok := call(gasCap, token, 0, add(data, 32), mload(data), 0, 32)
            let said := or(iszero(returndatasize()), and(gt(returndatasize(), 31), eq(mload(0), 1)))
            ok := and(and(ok, said), gt(extcodesize(token), 0))
        }
    }
}
