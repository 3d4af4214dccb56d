// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IChannel} from "../../src/IChannel.sol";

/// A payee that takes no money until told otherwise.
contract RevertingHolder {
    bool public takes;

    function setTakes(bool takes_) external {
        takes = takes_;
    }

    function claim(IChannel channel, uint256 id) external {
        channel.claim(id);
    }

    receive() external payable {
        require(takes, "no money");
    }
}

/// A payee that burns all gas it is given.
contract GasBurningHolder {
    uint256 private _sink;

    receive() external payable {
        while (true) ++_sink;
    }
}

/// A payee that answers at enormous length.
contract ReturnBombHolder {
    receive() external payable {
        assembly ("memory-safe") {
            return(0, 1000000)
        }
    }

    fallback() external payable {
        assembly ("memory-safe") {
            revert(0, 1000000)
        }
    }
}

/// A payee that calls back into the channel while being paid.
contract ReenteringHolder {
    IChannel private _channel;
    bytes private _call;
    bool public succeeded;

    function aim(IChannel channel, bytes calldata call) external {
        (_channel, _call) = (channel, call);
    }

    receive() external payable {
        (bool ok, bytes memory why) = address(_channel).call(_call);
        if (ok) {
            succeeded = true;
        } else {
            assembly ("memory-safe") {
                revert(add(why, 32), mload(why))
            }
        }
    }
}

/// A wallet contract: receives access tokens when it wants to and may call back meanwhile.
contract ReceivingWallet {
    bool public refuses;
    bytes public callback;
    bytes4 public seen;

    function set(bool refuses_, bytes calldata callback_) external {
        (refuses, callback) = (refuses_, callback_);
    }

    function onERC1155Received(address, address, uint256, uint256, bytes calldata) external returns (bytes4) {
        if (callback.length != 0) {
            (bool ok, bytes memory why) = msg.sender.call(callback);
            require(!ok, "the callback went through");
            seen = bytes4(why);
        }
        return refuses ? bytes4(0) : this.onERC1155Received.selector;
    }

    function onERC1155BatchReceived(address, address, uint256[] calldata, uint256[] calldata, bytes calldata)
        external
        view
        returns (bytes4)
    {
        return refuses ? bytes4(0) : this.onERC1155BatchReceived.selector;
    }
}

/// A wallet contract that accepts one digest as signed (ERC-1271).
contract SigningWallet {
    bytes32 public approved;
    bytes4 public answer = 0x1626ba7e;

    function approve(bytes32 digest) external {
        approved = digest;
    }

    function answerWith(bytes4 answer_) external {
        answer = answer_;
    }

    function isValidSignature(bytes32 digest, bytes calldata) external view returns (bytes4) {
        return digest == approved ? answer : bytes4(0);
    }

    function onERC1155Received(address, address, uint256, uint256, bytes calldata) external pure returns (bytes4) {
        return 0xf23a6e61;
    }

    receive() external payable {}
}

/// A token with every bad habit, one at a time.
contract MischievousToken {
    enum Habit {
        None,
        Fee,
        AnswersFalse,
        AnswersNothing,
        BlocksPayee,
        HookBurnsGas,
        MovesNothing
    }

    Habit public habit;
    address public blocked;
    mapping(address => uint256) public balanceOf;
    uint256 private _sink;

    function set(Habit habit_, address blocked_) external {
        (habit, blocked) = (habit_, blocked_);
    }

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
        _answer();
    }

    function transferFrom(address from, address to, uint256 amount) external {
        _move(from, to, amount);
        _answer();
    }

    function _move(address from, address to, uint256 amount) private {
        if (to == blocked && habit == Habit.BlocksPayee) revert("blocked");
        if (to == blocked && habit == Habit.HookBurnsGas) {
            while (true) ++_sink;
        }
        if (habit == Habit.MovesNothing) return;
        balanceOf[from] -= amount;
        balanceOf[to] += habit == Habit.Fee ? amount - 1 : amount;
    }

    function _answer() private view {
        if (habit == Habit.AnswersNothing) return;
        bool answer = habit != Habit.AnswersFalse;
        assembly ("memory-safe") {
            mstore(0, answer)
            return(0, 32)
        }
    }
}

/// A wallet contract that calls somebody while it receives access tokens, and must succeed.
contract CallingWallet {
    address private _target;
    bytes private _call;

    function aim(address target, bytes calldata call) external {
        (_target, _call) = (target, call);
    }

    function onERC1155Received(address, address, uint256, uint256, bytes calldata) external returns (bytes4) {
        if (_call.length != 0) {
            bytes memory call = _call;
            delete _call;
            (bool ok,) = _target.call(call);
            require(ok, "the call was refused");
        }
        return this.onERC1155Received.selector;
    }
}

/// A token that calls back into a channel while it moves.
contract ReenteringToken {
    mapping(address => uint256) public balanceOf;
    address private _target;
    bytes private _call;
    bytes4 public seen;

    function aim(address target, bytes calldata call) external {
        (_target, _call) = (target, call);
    }

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        return _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        return _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private returns (bool) {
        (bool ok, bytes memory why) = _target.call(_call);
        require(!ok, "the call back went through");
        seen = bytes4(why);
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        return true;
    }
}
