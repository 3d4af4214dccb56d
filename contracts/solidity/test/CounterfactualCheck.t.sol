// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {CounterfactualCheck} from "../src/CounterfactualCheck.sol";
import {AccountFactory, OddAccount, OwnedAccount} from "./support/Accounts.sol";
import {Checks} from "./support/Checks.sol";
import {vm} from "./support/Vm.sol";

contract CounterfactualCheckTest is Checks {
    uint256 private constant KEY = 0xCAFE;
    uint256 private constant OTHER_KEY = 0xBEEF;
    bytes32 private constant HASH = keccak256("a delegation");
    bytes32 private constant SALT = bytes32(uint256(7));
    uint256 private constant ENOUGH = 10_000_000;
    AccountFactory private factory;

    function setUp() external {
        factory = new AccountFactory();
    }

    function test_confirmsAnAccountThatIsYetToBeCreated() external {
        isTrue(_check(_account(), _signed(KEY), _creation()), "the owner's");
        isTrue(!_check(_account(), _signed(OTHER_KEY), _creation()), "another's");
        equal(_account().code.length, 0, "left behind");
    }

    function test_confirmsTheSameAccountOnceItIsThere() external {
        factory.create(vm.addr(KEY), SALT);
        isTrue(_check(_account(), _signed(KEY), _creation()), "the owner's");
        isTrue(!_check(_account(), _signed(OTHER_KEY), _creation()), "another's");
    }

    function test_asksAgainAfterTheFactoryPreparedAnAccountThatIsThere() external {
        OwnedAccount account = new OwnedAccount(address(this));
        _next = account;
        bytes memory prepare = abi.encodeWithSelector(this.handOver.selector, vm.addr(KEY));
        isTrue(_run(address(account), _signed(KEY), address(this), prepare, ENOUGH), "prepared");
    }

    OwnedAccount private _next;

    function handOver(address to) external {
        _next.rotate(to);
    }

    function test_deniesWithoutAFactory() external {
        isTrue(!_run(_account(), _signed(KEY), address(0xFAC), _creation(), ENOUGH), "no code");
        isTrue(!_run(_account(), _signed(KEY), address(factory), hex"deadbeef", ENOUGH), "reverting");
        isTrue(!_check(address(0xA11CE), _signed(KEY), _creation()), "another account is created");
    }

    function test_deniesOddAnswers() external {
        for (uint256 way = 0; way < 8; way++) {
            address odd = address(new OddAccount(way));
            isTrue(!_check(odd, _signed(KEY), _creation()), "odd account");
            isTrue(!_run(_account(), _signed(KEY), odd, _creation(), ENOUGH), "odd factory");
        }
    }

    function test_deniesWhenThereIsTooLittleGasForTheFactory() external {
        isTrue(!_run(_account(), _signed(KEY), address(factory), _creation(), 3_000_000), "gas");
    }

    function _account() private view returns (address) {
        return factory.accountOf(vm.addr(KEY), SALT);
    }

    function _creation() private pure returns (bytes memory) {
        return abi.encodeCall(AccountFactory.create, (vm.addr(KEY), SALT));
    }

    function _signed(uint256 key) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, HASH);
        return abi.encodePacked(r, s, v);
    }

    function _check(address account, bytes memory signature, bytes memory call) private returns (bool) {
        return _run(account, signature, address(factory), call, ENOUGH);
    }

    /// As a call without addressee runs it: what the creation returns is the answer, and nothing stays.
    function _run(address account, bytes memory signature, address maker, bytes memory call, uint256 gas)
        private
        returns (bool)
    {
        bytes memory code = abi.encodePacked(
            type(CounterfactualCheck).creationCode, abi.encode(account, HASH, signature, maker, call)
        );
        try this.tryOut{gas: gas}(code) {
            revert NotTrue("nothing stays");
        } catch (bytes memory answer) {
            equal(answer.length, 32, "length of the answer");
            return abi.decode(answer, (bool));
        }
    }

    function tryOut(bytes memory code) external {
        assembly ("memory-safe") {
            let made := create(0, add(code, 32), mload(code))
            let size := extcodesize(made)
            extcodecopy(made, 0, 0, size)
            revert(0, size)
        }
    }
}
