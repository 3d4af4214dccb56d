// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;
import org.elastos.smartweb.contracts.abi.ContractCall;
import org.elastos.smartweb.contracts.abi.ContractCreation;
import org.elastos.smartweb.contracts.abi.ContractQuery;

/// The calls of the licence nodes' committee. Generated; encodes and decodes only.
public final class LicenseCommitteeCalls {
  private LicenseCommitteeCalls() {}

  /// Creates the contract.
  public record Deploy(
      List<EvmAddress> operators,
      int threshold,
      long commitBlocks,
      long revealBlocks,
      long complaintBlocks,
      long confirmBlocks)
      implements ContractCreation {

    /// Copies the lists.
    public Deploy {
      operators = List.copyOf(operators);
    }

    @Override
    public Bytes initCode() {
      AbiWriter out = new AbiWriter();
      out.list(operators, (each, one) -> each.address(one));
      out.uint(8, threshold);
      out.uint(32, commitBlocks);
      out.uint(32, revealBlocks);
      out.uint(32, complaintBlocks);
      out.uint(32, confirmBlocks);
      return out.creation(LicenseCommitteeCalls.class, "LicenseCommittee");
    }
  }

  /// Reads `activeEpoch`.
  public record ActiveEpoch() implements ContractQuery<Long> {
    /// The first four bytes of the hash of `activeEpoch()`.
    public static final String SELECTOR = "9f6b4a3b";

    /// Reads call data back.
    public static ActiveEpoch decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new ActiveEpoch();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Long decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsLong(64);
    }
  }

  /// Reads `ceremony`.
  public record Ceremony(long epoch)
      implements ContractQuery<org.elastos.smartweb.contracts.generated.Ceremony> {
    /// The first four bytes of the hash of `ceremony(uint64)`.
    public static final String SELECTOR = "46caea14";

    /// Reads call data back.
    public static Ceremony decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Ceremony(in.uintAsLong(64));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      return out.call(SELECTOR);
    }

    @Override
    public org.elastos.smartweb.contracts.generated.Ceremony decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return org.elastos.smartweb.contracts.generated.Ceremony.readFrom(in);
    }
  }

  /// Reads `commitBlocks`.
  public record CommitBlocks() implements ContractQuery<Long> {
    /// The first four bytes of the hash of `commitBlocks()`.
    public static final String SELECTOR = "3163e12f";

    /// Reads call data back.
    public static CommitBlocks decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new CommitBlocks();
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

  /// Reads `complaintBlocks`.
  public record ComplaintBlocks() implements ContractQuery<Long> {
    /// The first four bytes of the hash of `complaintBlocks()`.
    public static final String SELECTOR = "21379db2";

    /// Reads call data back.
    public static ComplaintBlocks decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new ComplaintBlocks();
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

  /// Calls `confirm`.
  public record Confirm(
      long epoch,
      Hash256 transcript,
      Bytes groupKey,
      Hash256 publicHash,
      Bytes publicData,
      Bytes signature)
      implements ContractCall {
    /// The first four bytes of the hash of `confirm(uint64,bytes32,bytes,bytes32,bytes,bytes)`.
    public static final String SELECTOR = "a1a518f1";

    /// Reads call data back.
    public static Confirm decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Confirm(
          in.uintAsLong(64), in.word(), in.bytes(), in.word(), in.bytes(), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      out.word(transcript);
      out.bytes(groupKey);
      out.word(publicHash);
      out.bytes(publicData);
      out.bytes(signature);
      return out.call(SELECTOR);
    }
  }

  /// Reads `confirmBlocks`.
  public record ConfirmBlocks() implements ContractQuery<Long> {
    /// The first four bytes of the hash of `confirmBlocks()`.
    public static final String SELECTOR = "14e02708";

    /// Reads call data back.
    public static ConfirmBlocks decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new ConfirmBlocks();
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

  /// Reads `currentEpoch`.
  public record CurrentEpoch() implements ContractQuery<Long> {
    /// The first four bytes of the hash of `currentEpoch()`.
    public static final String SELECTOR = "76671808";

    /// Reads call data back.
    public static CurrentEpoch decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new CurrentEpoch();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Long decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsLong(64);
    }
  }

  /// Reads `delegationRevokedAt`.
  public record DelegationRevokedAt(EvmAddress wallet, Hash256 delegationHash)
      implements ContractQuery<Long> {
    /// The first four bytes of the hash of `delegationRevokedAt(address,bytes32)`.
    public static final String SELECTOR = "0c01fe4a";

    /// Reads call data back.
    public static DelegationRevokedAt decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new DelegationRevokedAt(in.address(), in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(wallet);
      out.word(delegationHash);
      return out.call(SELECTOR);
    }

    @Override
    public Long decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsLong(64);
    }
  }

  /// Reads `epochPublic`.
  public record EpochPublic(long epoch) implements ContractQuery<Bytes> {
    /// The first four bytes of the hash of `epochPublic(uint64)`.
    public static final String SELECTOR = "d30567e0";

    /// Reads call data back.
    public static EpochPublic decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new EpochPublic(in.uintAsLong(64));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      return out.call(SELECTOR);
    }

    @Override
    public Bytes decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bytes();
    }
  }

  /// Reads `gk`.
  public record Gk() implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of `gk()`.
    public static final String SELECTOR = "d89d52de";

    /// Reads call data back.
    public static Gk decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Gk();
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

  /// Reads `groupKey`.
  public record GroupKey() implements ContractQuery<Bytes> {
    /// The first four bytes of the hash of `groupKey()`.
    public static final String SELECTOR = "9037d9ca";

    /// Reads call data back.
    public static GroupKey decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new GroupKey();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Bytes decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bytes();
    }
  }

  /// Reads `memberIndex`.
  public record MemberIndex(EvmAddress operator) implements ContractQuery<Integer> {
    /// The first four bytes of the hash of `memberIndex(address)`.
    public static final String SELECTOR = "3dd35279";

    /// Reads call data back.
    public static MemberIndex decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new MemberIndex(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(operator);
      return out.call(SELECTOR);
    }

    @Override
    public Integer decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsInt(8);
    }
  }

  /// Reads `members`.
  public record Members() implements ContractQuery<List<Member>> {
    /// The first four bytes of the hash of `members()`.
    public static final String SELECTOR = "bdd4d18d";

    /// Reads call data back.
    public static Members decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Members();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public List<Member> decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.list(each -> Member.readFrom(each.dynamic()));
    }
  }

  /// Reads `phase`.
  public record Phase(long epoch) implements ContractQuery<Integer> {
    /// The first four bytes of the hash of `phase(uint64)`.
    public static final String SELECTOR = "26210c89";

    /// Reads call data back.
    public static Phase decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Phase(in.uintAsLong(64));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      return out.call(SELECTOR);
    }

    @Override
    public Integer decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsInt(8);
    }
  }

  /// Calls `post`.
  public record Post(long epoch, int kind, Bytes payload) implements ContractCall {
    /// The first four bytes of the hash of `post(uint64,uint8,bytes)`.
    public static final String SELECTOR = "79ce48c7";

    /// Reads call data back.
    public static Post decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Post(in.uintAsLong(64), in.uintAsInt(8), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      out.uint(8, kind);
      out.bytes(payload);
      return out.call(SELECTOR);
    }
  }

  /// Calls `register`.
  public record Register(
      Hash256 identityKey, Bytes encryptionKey, Bytes proofOfPossession, String endpoint)
      implements ContractCall {
    /// The first four bytes of the hash of `register(bytes32,bytes,bytes,string)`.
    public static final String SELECTOR = "fe5a6721";

    /// Reads call data back.
    public static Register decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Register(in.word(), in.bytes(), in.bytes(), in.string());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(identityKey);
      out.bytes(encryptionKey);
      out.bytes(proofOfPossession);
      out.string(endpoint);
      return out.call(SELECTOR);
    }
  }

  /// Reads `registered`.
  public record Registered() implements ContractQuery<Integer> {
    /// The first four bytes of the hash of `registered()`.
    public static final String SELECTOR = "2de40ce3";

    /// Reads call data back.
    public static Registered decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Registered();
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

  /// Calls `restart`.
  public record Restart() implements ContractCall {
    /// The first four bytes of the hash of `restart()`.
    public static final String SELECTOR = "1ef3755d";

    /// Reads call data back.
    public static Restart decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Restart();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }
  }

  /// Reads `revealBlocks`.
  public record RevealBlocks() implements ContractQuery<Long> {
    /// The first four bytes of the hash of `revealBlocks()`.
    public static final String SELECTOR = "6d40f480";

    /// Reads call data back.
    public static RevealBlocks decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new RevealBlocks();
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

  /// Calls `revokeDelegation`.
  public record RevokeDelegation(Hash256 delegationHash) implements ContractCall {
    /// The first four bytes of the hash of `revokeDelegation(bytes32)`.
    public static final String SELECTOR = "b96f2b07";

    /// Reads call data back.
    public static RevokeDelegation decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new RevokeDelegation(in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(delegationHash);
      return out.call(SELECTOR);
    }
  }

  /// Calls `revokeDevice`.
  public record RevokeDevice(Hash256 deviceKey) implements ContractCall {
    /// The first four bytes of the hash of `revokeDevice(bytes32)`.
    public static final String SELECTOR = "b6df0964";

    /// Reads call data back.
    public static RevokeDevice decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new RevokeDevice(in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(deviceKey);
      return out.call(SELECTOR);
    }
  }

  /// Reads `revokedAt`.
  public record RevokedAt(EvmAddress wallet, Hash256 deviceKey) implements ContractQuery<Long> {
    /// The first four bytes of the hash of `revokedAt(address,bytes32)`.
    public static final String SELECTOR = "02673e5c";

    /// Reads call data back.
    public static RevokedAt decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new RevokedAt(in.address(), in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(wallet);
      out.word(deviceKey);
      return out.call(SELECTOR);
    }

    @Override
    public Long decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsLong(64);
    }
  }

  /// Calls `setEndpoint`.
  public record SetEndpoint(String endpoint) implements ContractCall {
    /// The first four bytes of the hash of `setEndpoint(string)`.
    public static final String SELECTOR = "bc856b98";

    /// Reads call data back.
    public static SetEndpoint decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new SetEndpoint(in.string());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.string(endpoint);
      return out.call(SELECTOR);
    }
  }

  /// Reads `size`.
  public record Size() implements ContractQuery<Integer> {
    /// The first four bytes of the hash of `size()`.
    public static final String SELECTOR = "949d225d";

    /// Reads call data back.
    public static Size decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Size();
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

  /// Reads `threshold`.
  public record Threshold() implements ContractQuery<Integer> {
    /// The first four bytes of the hash of `threshold()`.
    public static final String SELECTOR = "42cde4e8";

    /// Reads call data back.
    public static Threshold decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Threshold();
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
}
