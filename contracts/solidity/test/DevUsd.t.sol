// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {DevUsd} from "../src/DevUsd.sol";
import {Checks} from "./support/Checks.sol";
import {vm} from "./support/Vm.sol";

contract DevUsdTest is Checks {
    uint256 private constant KEY = 0xCAFE;
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
    address private immutable payer = vm.addr(KEY);
    address private constant PAYEE = address(0xBEEF);
    DevUsd private usd;

    function setUp() external {
        usd = new DevUsd();
        usd.mint(payer, 1_000);
        vm.warp(1_000_000);
    }

    function test_saysThatItHasNoValue() external view {
        equal(bytes(usd.name()), "Development USD (no value)", "name");
        equal(usd.decimals(), 6, "decimals");
        equal(usd.totalSupply(), 1_000, "supply");
    }

    function test_transfersAndAllowances() external {
        vm.prank(payer);
        usd.transfer(PAYEE, 400);
        vm.prank(payer);
        usd.approve(address(this), 500);
        usd.transferFrom(payer, PAYEE, 200);
        equal(usd.balanceOf(PAYEE), 600, "payee");
        equal(usd.allowance(payer, address(this)), 300, "allowance left");
        vm.expectRevert(
            abi.encodeWithSelector(DevUsd.InsufficientAllowance.selector, address(this), 300, 301)
        );
        usd.transferFrom(payer, PAYEE, 301);
        vm.prank(payer);
        vm.expectRevert(abi.encodeWithSelector(DevUsd.InsufficientBalance.selector, payer, 400, 401));
        usd.transfer(PAYEE, 401);
    }

    function test_permitWorksOnce() external {
        (uint8 v, bytes32 r, bytes32 s) = _permit(usd.nonces(payer), 2_000_000);
        usd.permit(payer, PAYEE, 70, 2_000_000, v, r, s);
        equal(usd.allowance(payer, PAYEE), 70, "allowance");
        vm.expectRevert(abi.encodeWithSelector(DevUsd.BadSignature.selector, payer));
        usd.permit(payer, PAYEE, 70, 2_000_000, v, r, s);
        vm.warp(2_000_001);
        vm.expectRevert(abi.encodeWithSelector(DevUsd.PermitExpired.selector, 2_000_000));
        usd.permit(payer, PAYEE, 70, 2_000_000, v, r, s);
    }

    function test_transferAuthorizationWorksOnceForAnybody() external {
        (uint8 v, bytes32 r, bytes32 s) = _authorize(usd.TRANSFER_WITH_AUTHORIZATION_TYPEHASH(), 0, 2_000_000);
        isTrue(!usd.authorizationState(payer, "n"), "free");
        usd.transferWithAuthorization(payer, PAYEE, 9, 0, 2_000_000, "n", v, r, s);
        equal(usd.balanceOf(PAYEE), 9, "paid");
        isTrue(usd.authorizationState(payer, "n"), "used");
        vm.expectRevert(abi.encodeWithSelector(DevUsd.AuthorizationAlreadyUsed.selector, payer, bytes32("n")));
        usd.transferWithAuthorization(payer, PAYEE, 9, 0, 2_000_000, "n", v, r, s);
    }

    function test_receiveAuthorizationIsForThePayeeAlone() external {
        (uint8 v, bytes32 r, bytes32 s) = _authorize(usd.RECEIVE_WITH_AUTHORIZATION_TYPEHASH(), 0, 2_000_000);
        vm.expectRevert(abi.encodeWithSelector(DevUsd.CallerMustBePayee.selector, PAYEE));
        usd.receiveWithAuthorization(payer, PAYEE, 9, 0, 2_000_000, "n", v, r, s);
        vm.prank(PAYEE);
        usd.receiveWithAuthorization(payer, PAYEE, 9, 0, 2_000_000, "n", v, r, s);
        equal(usd.balanceOf(PAYEE), 9, "paid");
    }

    function test_authorizationsOfTheTwoKindsAreNotInterchangeable() external {
        (uint8 v, bytes32 r, bytes32 s) = _authorize(usd.RECEIVE_WITH_AUTHORIZATION_TYPEHASH(), 0, 2_000_000);
        vm.expectRevert(abi.encodeWithSelector(DevUsd.BadSignature.selector, payer));
        usd.transferWithAuthorization(payer, PAYEE, 9, 0, 2_000_000, "n", v, r, s);
    }

    function test_authorizationHasItsTime() external {
        bytes32 kind = usd.TRANSFER_WITH_AUTHORIZATION_TYPEHASH();
        (uint8 v, bytes32 r, bytes32 s) = _authorize(kind, 1_000_000, 2_000_000);
        vm.expectRevert(abi.encodeWithSelector(DevUsd.AuthorizationNotYetValid.selector, 1_000_000));
        usd.transferWithAuthorization(payer, PAYEE, 9, 1_000_000, 2_000_000, "n", v, r, s);
        vm.warp(2_000_000);
        vm.expectRevert(abi.encodeWithSelector(DevUsd.AuthorizationExpired.selector, 2_000_000));
        usd.transferWithAuthorization(payer, PAYEE, 9, 1_000_000, 2_000_000, "n", v, r, s);
    }

    function test_cancelledAuthorizationNeverPays() external {
        bytes32 content = keccak256(abi.encode(usd.CANCEL_AUTHORIZATION_TYPEHASH(), payer, bytes32("n")));
        (uint8 v, bytes32 r, bytes32 s) = _sign(content);
        usd.cancelAuthorization(payer, "n", v, r, s);
        (v, r, s) = _authorize(usd.TRANSFER_WITH_AUTHORIZATION_TYPEHASH(), 0, 2_000_000);
        vm.expectRevert(abi.encodeWithSelector(DevUsd.AuthorizationAlreadyUsed.selector, payer, bytes32("n")));
        usd.transferWithAuthorization(payer, PAYEE, 9, 0, 2_000_000, "n", v, r, s);
    }

    function test_refusesMalleableSignatures() external {
        (uint8 v, bytes32 r, bytes32 s) = _authorize(usd.TRANSFER_WITH_AUTHORIZATION_TYPEHASH(), 0, 2_000_000);
        vm.expectRevert(abi.encodeWithSelector(DevUsd.BadSignature.selector, payer));
        usd.transferWithAuthorization(
            payer, PAYEE, 9, 0, 2_000_000, "n", v == 27 ? 28 : 27, r, bytes32(ORDER - uint256(s))
        );
    }

    function test_domainIsTheStandardOne() external view {
        bytes32 expected = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Development USD (no value)"),
                keccak256("1"),
                block.chainid,
                address(usd)
            )
        );
        equal(usd.DOMAIN_SEPARATOR(), expected, "domain");
    }

    function _permit(uint256 nonce, uint256 deadline) private view returns (uint8, bytes32, bytes32) {
        return _sign(keccak256(abi.encode(usd.PERMIT_TYPEHASH(), payer, PAYEE, 70, nonce, deadline)));
    }

    function _authorize(bytes32 kind, uint256 from, uint256 until) private view returns (uint8, bytes32, bytes32) {
        return _sign(keccak256(abi.encode(kind, payer, PAYEE, 9, from, until, bytes32("n"))));
    }

    function _sign(bytes32 content) private view returns (uint8, bytes32, bytes32) {
        return vm.sign(KEY, keccak256(abi.encodePacked(hex"1901", usd.DOMAIN_SEPARATOR(), content)));
    }
}
