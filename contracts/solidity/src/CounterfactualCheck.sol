// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// Whether an account signed a hash (ERC-1271), also when the account is yet to be created (ERC-6492).
/// Never deployed: its creation code runs in a read-only call without addressee, and the "code" that
/// the constructor returns is the answer, one word: 1 or 0. It never reverts because of an account.
///
/// An account that is there is asked first. If it does not confirm, or is not there, the named call to
/// the factory is made and the account is asked (again). Each question has its own gas, which the
/// factory cannot use up, and of an answer no more than its size and one word is looked at.
contract CounterfactualCheck {
    bytes4 private constant MAGIC = 0x1626ba7e; // isValidSignature(bytes32,bytes), and what it answers
    uint256 private constant QUESTION_GAS = 3_000_000;
    uint256 private constant RESERVED_GAS = 3_100_000; // a question, and a 63rd more

    constructor(
        address account,
        bytes32 hash,
        bytes memory signature,
        address factory,
        bytes memory factoryCall
    ) {
        bytes memory question = abi.encodeWithSelector(MAGIC, hash, signature);
        bool signed = account.code.length > 0 && _confirms(account, question);
        if (!signed && _created(factory, factoryCall)) signed = _confirms(account, question);
        assembly ("memory-safe") {
            mstore(0, signed)
            return(0, 32)
        }
    }

    function _created(address factory, bytes memory factoryCall) private returns (bool ok) {
        uint256 left = gasleft();
        if (left <= RESERVED_GAS) return false;
        assembly ("memory-safe") {
            ok := call(sub(left, RESERVED_GAS), factory, 0, add(factoryCall, 32), mload(factoryCall), 0, 0)
        }
    }

    function _confirms(address account, bytes memory question) private view returns (bool) {
        bool ok;
        bytes32 answer;
        assembly ("memory-safe") {
            ok := staticcall(QUESTION_GAS, account, add(question, 32), mload(question), 0, 32)
            ok := and(ok, eq(returndatasize(), 32))
            answer := mload(0)
        }
        return ok && answer == bytes32(MAGIC);
    }
}
