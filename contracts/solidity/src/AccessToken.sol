// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Guarded} from "./Guarded.sol";

interface Erc1155Receiver {
    function onERC1155Received(address operator, address from, uint256 id, uint256 amount, bytes calldata data)
        external
        returns (bytes4);
    function onERC1155BatchReceived(
        address operator,
        address from,
        uint256[] calldata ids,
        uint256[] calldata amounts,
        bytes calldata data
    ) external returns (bytes4);
}

/// ERC-1155 access tokens: the token id is the edition id. Outside sale and resale a unit moves only
/// where the edition was created transferable.
abstract contract AccessToken is Guarded {
    event TransferSingle(
        address indexed operator, address indexed from, address indexed to, uint256 id, uint256 amount
    );
    event TransferBatch(
        address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] amounts
    );
    event ApprovalForAll(address indexed owner, address indexed operator, bool approved);
    event URI(string value, uint256 indexed id);

    mapping(uint256 id => mapping(address holder => uint256)) private _balances;
    mapping(address holder => mapping(address operator => bool)) public isApprovedForAll;

    function balanceOf(address holder, uint256 id) public view returns (uint256) {
        return _balances[id][holder];
    }

    function balanceOfBatch(address[] calldata holders, uint256[] calldata ids)
        external
        view
        returns (uint256[] memory balances)
    {
        if (holders.length != ids.length) revert LengthMismatch();
        balances = new uint256[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            balances[i] = _balances[ids[i]][holders[i]];
        }
    }

    function setApprovalForAll(address operator, bool approved) external {
        isApprovedForAll[msg.sender][operator] = approved;
        emit ApprovalForAll(msg.sender, operator, approved);
    }

    function safeTransferFrom(address from, address to, uint256 id, uint256 amount, bytes calldata data)
        external
        guarded
    {
        _requireMayMove(from);
        _requireTransferable(id);
        _move(from, to, id, amount);
        emit TransferSingle(msg.sender, from, to, id, amount);
        _tellRecipient(from, to, id, amount, data);
    }

    function safeBatchTransferFrom(
        address from,
        address to,
        uint256[] calldata ids,
        uint256[] calldata amounts,
        bytes calldata data
    ) external guarded {
        _requireMayMove(from);
        if (ids.length != amounts.length) revert LengthMismatch();
        for (uint256 i; i < ids.length; ++i) {
            _requireTransferable(ids[i]);
            _move(from, to, ids[i], amounts[i]);
        }
        emit TransferBatch(msg.sender, from, to, ids, amounts);
        if (to.code.length == 0) return;
        bytes4 answer = Erc1155Receiver(to).onERC1155BatchReceived(msg.sender, from, ids, amounts, data);
        if (answer != Erc1155Receiver.onERC1155BatchReceived.selector) revert UnsafeRecipient(to);
    }

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7 || id == 0xd9b67a26 || id == 0x0e89341c;
    }

    function _requireTransferable(uint256 id) internal view virtual;

    function _mint(address to, uint256 id, uint256 amount) internal {
        if (to == address(0)) revert ZeroAddress();
        _balances[id][to] += amount;
        emit TransferSingle(msg.sender, address(0), to, id, amount);
    }

    function _move(address from, address to, uint256 id, uint256 amount) internal {
        if (to == address(0)) revert ZeroAddress();
        uint256 balance = _balances[id][from];
        if (balance < amount) revert InsufficientBalance(from, id, balance);
        unchecked {
            _balances[id][from] = balance - amount;
        }
        _balances[id][to] += amount;
    }

    /// Called after all state is written, still under the lock.
    function _tellRecipient(address from, address to, uint256 id, uint256 amount, bytes memory data) internal {
        if (to.code.length == 0) return;
        bytes4 answer = Erc1155Receiver(to).onERC1155Received(msg.sender, from, id, amount, data);
        if (answer != Erc1155Receiver.onERC1155Received.selector) revert UnsafeRecipient(to);
    }

    function _requireMayMove(address from) private view {
        if (from != msg.sender && !isApprovedForAll[from][msg.sender]) revert NotApproved(msg.sender, from);
    }
}
