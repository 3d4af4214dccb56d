// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.abi.ContractCall;
import org.elastos.smartweb.contracts.abi.ContractCreation;
import org.elastos.smartweb.contracts.abi.ContractQuery;

/// The calls of the development dollar, a token without value. Generated; encodes and decodes only.
public final class DevUsdCalls {
  private DevUsdCalls() {}

  /// Creates the contract.
  public record Deploy() implements ContractCreation {

    @Override
    public Bytes initCode() {
      AbiWriter out = new AbiWriter();

      return out.creation(DevUsdCalls.class, "DevUsd");
    }
  }

  /// Reads `CANCEL_AUTHORIZATION_TYPEHASH`.
  public record CancelAuthorizationTypehash() implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of `CANCEL_AUTHORIZATION_TYPEHASH()`.
    public static final String SELECTOR = "d9169487";

    /// Reads call data back.
    public static CancelAuthorizationTypehash decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new CancelAuthorizationTypehash();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Reads `DOMAIN_SEPARATOR`.
  public record DomainSeparator() implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of `DOMAIN_SEPARATOR()`.
    public static final String SELECTOR = "3644e515";

    /// Reads call data back.
    public static DomainSeparator decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new DomainSeparator();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Reads `PERMIT_TYPEHASH`.
  public record PermitTypehash() implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of `PERMIT_TYPEHASH()`.
    public static final String SELECTOR = "30adf81f";

    /// Reads call data back.
    public static PermitTypehash decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new PermitTypehash();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Reads `RECEIVE_WITH_AUTHORIZATION_TYPEHASH`.
  public record ReceiveWithAuthorizationTypehash() implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of `RECEIVE_WITH_AUTHORIZATION_TYPEHASH()`.
    public static final String SELECTOR = "7f2eecc3";

    /// Reads call data back.
    public static ReceiveWithAuthorizationTypehash decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new ReceiveWithAuthorizationTypehash();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Reads `TRANSFER_WITH_AUTHORIZATION_TYPEHASH`.
  public record TransferWithAuthorizationTypehash() implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of `TRANSFER_WITH_AUTHORIZATION_TYPEHASH()`.
    public static final String SELECTOR = "a0cc6a68";

    /// Reads call data back.
    public static TransferWithAuthorizationTypehash decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new TransferWithAuthorizationTypehash();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Reads `allowance`.
  public record Allowance(EvmAddress holder, EvmAddress spender)
      implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `allowance(address,address)`.
    public static final String SELECTOR = "dd62ed3e";

    /// Reads call data back.
    public static Allowance decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Allowance(in.address(), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(holder);
      out.address(spender);
      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Calls `approve`.
  public record Approve(EvmAddress spender, BigInteger value) implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `approve(address,uint256)`.
    public static final String SELECTOR = "095ea7b3";

    /// Reads call data back.
    public static Approve decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Approve(in.address(), in.uint(256));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(spender);
      out.uint(256, value);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Reads `authorizationState`.
  public record AuthorizationState(EvmAddress authorizer, Hash256 nonce)
      implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `authorizationState(address,bytes32)`.
    public static final String SELECTOR = "e94a0102";

    /// Reads call data back.
    public static AuthorizationState decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new AuthorizationState(in.address(), in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(authorizer);
      out.word(nonce);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Reads `balanceOf`.
  public record BalanceOf(EvmAddress holder) implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `balanceOf(address)`.
    public static final String SELECTOR = "70a08231";

    /// Reads call data back.
    public static BalanceOf decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new BalanceOf(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(holder);
      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Calls `cancelAuthorization`.
  public record CancelAuthorization(
      EvmAddress authorizer, Hash256 nonce, int v, Hash256 r, Hash256 s) implements ContractCall {
    /// The first four bytes of the hash of
    /// `cancelAuthorization(address,bytes32,uint8,bytes32,bytes32)`.
    public static final String SELECTOR = "5a049a70";

    /// Reads call data back.
    public static CancelAuthorization decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new CancelAuthorization(
          in.address(), in.word(), in.uintAsInt(8), in.word(), in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(authorizer);
      out.word(nonce);
      out.uint(8, v);
      out.word(r);
      out.word(s);
      return out.call(SELECTOR);
    }
  }

  /// Reads `decimals`.
  public record Decimals() implements ContractQuery<Integer> {
    /// The first four bytes of the hash of `decimals()`.
    public static final String SELECTOR = "313ce567";

    /// Reads call data back.
    public static Decimals decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Decimals();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Integer decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsInt(8);
    }
  }

  /// Calls `mint`.
  public record Mint(EvmAddress to, BigInteger value) implements ContractCall {
    /// The first four bytes of the hash of `mint(address,uint256)`.
    public static final String SELECTOR = "40c10f19";

    /// Reads call data back.
    public static Mint decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Mint(in.address(), in.uint(256));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(to);
      out.uint(256, value);
      return out.call(SELECTOR);
    }
  }

  /// Reads `name`.
  public record Name() implements ContractQuery<String> {
    /// The first four bytes of the hash of `name()`.
    public static final String SELECTOR = "06fdde03";

    /// Reads call data back.
    public static Name decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Name();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public String decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.string();
    }
  }

  /// Reads `nonces`.
  public record Nonces(EvmAddress holder) implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `nonces(address)`.
    public static final String SELECTOR = "7ecebe00";

    /// Reads call data back.
    public static Nonces decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Nonces(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(holder);
      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Calls `permit`.
  public record Permit(
      EvmAddress owner,
      EvmAddress spender,
      BigInteger value,
      BigInteger deadline,
      int v,
      Hash256 r,
      Hash256 s)
      implements ContractCall {
    /// The first four bytes of the hash of
    /// `permit(address,address,uint256,uint256,uint8,bytes32,bytes32)`.
    public static final String SELECTOR = "d505accf";

    /// Reads call data back.
    public static Permit decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Permit(
          in.address(),
          in.address(),
          in.uint(256),
          in.uint(256),
          in.uintAsInt(8),
          in.word(),
          in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(owner);
      out.address(spender);
      out.uint(256, value);
      out.uint(256, deadline);
      out.uint(8, v);
      out.word(r);
      out.word(s);
      return out.call(SELECTOR);
    }
  }

  /// Calls `receiveWithAuthorization`.
  public record ReceiveWithAuthorization(
      EvmAddress from,
      EvmAddress to,
      BigInteger value,
      BigInteger validAfter,
      BigInteger validBefore,
      Hash256 nonce,
      int v,
      Hash256 r,
      Hash256 s)
      implements ContractCall {
    /// The first four bytes of the hash of
    /// `receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)`.
    public static final String SELECTOR = "ef55bec6";

    /// Reads call data back.
    public static ReceiveWithAuthorization decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new ReceiveWithAuthorization(
          in.address(),
          in.address(),
          in.uint(256),
          in.uint(256),
          in.uint(256),
          in.word(),
          in.uintAsInt(8),
          in.word(),
          in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(from);
      out.address(to);
      out.uint(256, value);
      out.uint(256, validAfter);
      out.uint(256, validBefore);
      out.word(nonce);
      out.uint(8, v);
      out.word(r);
      out.word(s);
      return out.call(SELECTOR);
    }
  }

  /// Reads `symbol`.
  public record Symbol() implements ContractQuery<String> {
    /// The first four bytes of the hash of `symbol()`.
    public static final String SELECTOR = "95d89b41";

    /// Reads call data back.
    public static Symbol decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Symbol();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public String decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.string();
    }
  }

  /// Reads `totalSupply`.
  public record TotalSupply() implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `totalSupply()`.
    public static final String SELECTOR = "18160ddd";

    /// Reads call data back.
    public static TotalSupply decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new TotalSupply();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Calls `transfer`.
  public record Transfer(EvmAddress to, BigInteger value) implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `transfer(address,uint256)`.
    public static final String SELECTOR = "a9059cbb";

    /// Reads call data back.
    public static Transfer decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Transfer(in.address(), in.uint(256));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(to);
      out.uint(256, value);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Calls `transferFrom`.
  public record TransferFrom(EvmAddress from, EvmAddress to, BigInteger value)
      implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `transferFrom(address,address,uint256)`.
    public static final String SELECTOR = "23b872dd";

    /// Reads call data back.
    public static TransferFrom decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new TransferFrom(in.address(), in.address(), in.uint(256));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(from);
      out.address(to);
      out.uint(256, value);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Calls `transferWithAuthorization`.
  public record TransferWithAuthorization(
      EvmAddress from,
      EvmAddress to,
      BigInteger value,
      BigInteger validAfter,
      BigInteger validBefore,
      Hash256 nonce,
      int v,
      Hash256 r,
      Hash256 s)
      implements ContractCall {
    /// The first four bytes of the hash of
    /// `transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)`.
    public static final String SELECTOR = "e3ee160e";

    /// Reads call data back.
    public static TransferWithAuthorization decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new TransferWithAuthorization(
          in.address(),
          in.address(),
          in.uint(256),
          in.uint(256),
          in.uint(256),
          in.word(),
          in.uintAsInt(8),
          in.word(),
          in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(from);
      out.address(to);
      out.uint(256, value);
      out.uint(256, validAfter);
      out.uint(256, validBefore);
      out.word(nonce);
      out.uint(8, v);
      out.word(r);
      out.word(s);
      return out.call(SELECTOR);
    }
  }

  /// Reads `version`.
  public record Version() implements ContractQuery<String> {
    /// The first four bytes of the hash of `version()`.
    public static final String SELECTOR = "54fd4d50";

    /// Reads call data back.
    public static Version decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Version();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public String decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.string();
    }
  }
}
