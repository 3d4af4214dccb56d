// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.abi.ContractCall;
import org.elastos.smartweb.contracts.abi.ContractQuery;

/// The calls of a committee's treasury. Generated; encodes and decodes only.
public final class CommitteeTreasuryCalls {
  private CommitteeTreasuryCalls() {}

  /// Calls `acceptClaims`.
  public record AcceptClaims(EvmAddress channel) implements ContractCall {
    /// The first four bytes of the hash of `acceptClaims(address)`.
    public static final String SELECTOR = "695a5cd6";

    /// Reads call data back.
    public static AcceptClaims decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new AcceptClaims(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(channel);
      return out.call(SELECTOR);
    }
  }

  /// Calls `accuse`.
  public record Accuse(EvmAddress accused, long epoch, Hash256 code, Bytes evidence)
      implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of `accuse(address,uint64,bytes32,bytes)`.
    public static final String SELECTOR = "0dc01f46";

    /// Reads call data back.
    public static Accuse decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Accuse(in.address(), in.uintAsLong(64), in.word(), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(accused);
      out.uint(64, epoch);
      out.word(code);
      out.bytes(evidence);
      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Reads `accusedOf`.
  public record AccusedOf(Hash256 accusation) implements ContractQuery<EvmAddress> {
    /// The first four bytes of the hash of `accusedOf(bytes32)`.
    public static final String SELECTOR = "90752af9";

    /// Reads call data back.
    public static AccusedOf decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new AccusedOf(in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(accusation);
      return out.call(SELECTOR);
    }

    @Override
    public EvmAddress decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.address();
    }
  }

  /// Reads `bondLock`.
  public record BondLock() implements ContractQuery<Long> {
    /// The first four bytes of the hash of `bondLock()`.
    public static final String SELECTOR = "26de64e9";

    /// Reads call data back.
    public static BondLock decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new BondLock();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Long decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsLong(32);
    }
  }

  /// Reads `bondOf`.
  public record BondOf(EvmAddress operator) implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `bondOf(address)`.
    public static final String SELECTOR = "72d2b6c0";

    /// Reads call data back.
    public static BondOf decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new BondOf(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(operator);
      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Calls `burnWithheld`.
  public record BurnWithheld(long epoch, EvmAddress token, EvmAddress operator)
      implements ContractCall {
    /// The first four bytes of the hash of `burnWithheld(uint64,address,address)`.
    public static final String SELECTOR = "3592cb60";

    /// Reads call data back.
    public static BurnWithheld decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new BurnWithheld(in.uintAsLong(64), in.address(), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      out.address(token);
      out.address(operator);
      return out.call(SELECTOR);
    }
  }

  /// Reads `committee`.
  public record Committee() implements ContractQuery<EvmAddress> {
    /// The first four bytes of the hash of `committee()`.
    public static final String SELECTOR = "d864e740";

    /// Reads call data back.
    public static Committee decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Committee();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public EvmAddress decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.address();
    }
  }

  /// Calls `convict`.
  public record Convict(Hash256 id) implements ContractCall {
    /// The first four bytes of the hash of `convict(bytes32)`.
    public static final String SELECTOR = "c64751bd";

    /// Reads call data back.
    public static Convict decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Convict(in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(id);
      return out.call(SELECTOR);
    }
  }

  /// Pays and calls `deposit`.
  public record Deposit(EvmAddress operator) implements ContractCall {
    /// The first four bytes of the hash of `deposit(address)`.
    public static final String SELECTOR = "f340fa01";

    /// Reads call data back.
    public static Deposit decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Deposit(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(operator);
      return out.call(SELECTOR);
    }
  }

  /// Calls `draw`.
  public record Draw(long epoch, EvmAddress token) implements ContractCall {
    /// The first four bytes of the hash of `draw(uint64,address)`.
    public static final String SELECTOR = "a9ea5fe7";

    /// Reads call data back.
    public static Draw decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Draw(in.uintAsLong(64), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      out.address(token);
      return out.call(SELECTOR);
    }
  }

  /// Reads `drawable`.
  public record Drawable(long epoch, EvmAddress token, EvmAddress operator)
      implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `drawable(uint64,address,address)`.
    public static final String SELECTOR = "7171d80e";

    /// Reads call data back.
    public static Drawable decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Drawable(in.uintAsLong(64), in.address(), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      out.address(token);
      out.address(operator);
      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Reads `evicted`.
  public record Evicted(EvmAddress operator) implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `evicted(address)`.
    public static final String SELECTOR = "9ab91385";

    /// Reads call data back.
    public static Evicted decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Evicted(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(operator);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Reads `minimumBond`.
  public record MinimumBond() implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `minimumBond()`.
    public static final String SELECTOR = "aa7517e1";

    /// Reads call data back.
    public static MinimumBond decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new MinimumBond();
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

  /// Reads `owed`.
  public record Owed(EvmAddress token) implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `owed(address)`.
    public static final String SELECTOR = "df18e047";

    /// Reads call data back.
    public static Owed decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Owed(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(token);
      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Reads `perMember`.
  public record PerMember(long epoch, EvmAddress token) implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `perMember(uint64,address)`.
    public static final String SELECTOR = "1f345276";

    /// Reads call data back.
    public static PerMember decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new PerMember(in.uintAsLong(64), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      out.address(token);
      return out.call(SELECTOR);
    }

    @Override
    public BigInteger decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uint(256);
    }
  }

  /// Reads `releasedAt`.
  public record ReleasedAt(EvmAddress operator) implements ContractQuery<Long> {
    /// The first four bytes of the hash of `releasedAt(address)`.
    public static final String SELECTOR = "3b910b9d";

    /// Reads call data back.
    public static ReleasedAt decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new ReleasedAt(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(operator);
      return out.call(SELECTOR);
    }

    @Override
    public Long decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsLong(64);
    }
  }

  /// Calls `requestExit`.
  public record RequestExit() implements ContractCall {
    /// The first four bytes of the hash of `requestExit()`.
    public static final String SELECTOR = "7f8e3b4e";

    /// Reads call data back.
    public static RequestExit decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new RequestExit();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }
  }

  /// Reads `requireAdmissible`.
  public record RequireAdmissible(EvmAddress operator) implements ContractCall {
    /// The first four bytes of the hash of `requireAdmissible(address)`.
    public static final String SELECTOR = "57f05c45";

    /// Reads call data back.
    public static RequireAdmissible decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new RequireAdmissible(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(operator);
      return out.call(SELECTOR);
    }
  }

  /// Calls `settle`.
  public record Settle(EvmAddress token) implements ContractCall {
    /// The first four bytes of the hash of `settle(address)`.
    public static final String SELECTOR = "6a256b29";

    /// Reads call data back.
    public static Settle decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Settle(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(token);
      return out.call(SELECTOR);
    }
  }

  /// Reads `totalBonds`.
  public record TotalBonds() implements ContractQuery<BigInteger> {
    /// The first four bytes of the hash of `totalBonds()`.
    public static final String SELECTOR = "f263c470";

    /// Reads call data back.
    public static TotalBonds decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new TotalBonds();
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

  /// Calls `withdrawBond`.
  public record WithdrawBond() implements ContractCall {
    /// The first four bytes of the hash of `withdrawBond()`.
    public static final String SELECTOR = "66eb9cec";

    /// Reads call data back.
    public static WithdrawBond decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new WithdrawBond();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }
  }
}
