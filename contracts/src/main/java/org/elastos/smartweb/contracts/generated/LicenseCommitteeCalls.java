// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.math.BigInteger;
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
      long confirmBlocks,
      long timeLock,
      long bondLock,
      BigInteger minimumBond)
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
      out.uint(32, timeLock);
      out.uint(32, bondLock);
      out.uint(128, minimumBond);
      return out.creation(LicenseCommitteeCalls.class, "LicenseCommittee");
    }
  }

  /// Reads `OVERLAP`.
  public record Overlap() implements ContractQuery<Long> {
    /// The first four bytes of the hash of `OVERLAP()`.
    public static final String SELECTOR = "3780f1a5";

    /// Reads call data back.
    public static Overlap decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Overlap();
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

  /// Calls `anchorAudit`.
  public record AnchorAudit(long first, long last, Hash256 head, Hash256 root)
      implements ContractCall {
    /// The first four bytes of the hash of `anchorAudit(uint64,uint64,bytes32,bytes32)`.
    public static final String SELECTOR = "934f35ef";

    /// Reads call data back.
    public static AnchorAudit decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new AnchorAudit(in.uintAsLong(64), in.uintAsLong(64), in.word(), in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, first);
      out.uint(64, last);
      out.word(head);
      out.word(root);
      return out.call(SELECTOR);
    }
  }

  /// Calls `approve`.
  public record Approve(Handover handover, Bytes signature) implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of
    /// `approve((uint64,address[],uint8,uint64,bytes32),bytes)`.
    public static final String SELECTOR = "d5d65f4d";

    /// Reads call data back.
    public static Approve decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Approve(Handover.readFrom(in.dynamic()), in.bytes());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.dynamic(handover::writeTo);
      out.bytes(signature);
      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Reads `auditAnchor`.
  public record AuditAnchor(EvmAddress operator, long anchor) implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of `auditAnchor(address,uint64)`.
    public static final String SELECTOR = "3dadcce3";

    /// Reads call data back.
    public static AuditAnchor decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new AuditAnchor(in.address(), in.uintAsLong(64));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(operator);
      out.uint(64, anchor);
      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Reads `auditOf`.
  public record AuditOf(EvmAddress operator) implements ContractQuery<AuditState> {
    /// The first four bytes of the hash of `auditOf(address)`.
    public static final String SELECTOR = "dea1227c";

    /// Reads call data back.
    public static AuditOf decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new AuditOf(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(operator);
      return out.call(SELECTOR);
    }

    @Override
    public AuditState decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return AuditState.readFrom(in);
    }
  }

  /// Calls `beginRefresh`.
  public record BeginRefresh() implements ContractCall {
    /// The first four bytes of the hash of `beginRefresh()`.
    public static final String SELECTOR = "a3b68e64";

    /// Reads call data back.
    public static BeginRefresh decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new BeginRefresh();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }
  }

  /// Calls `beginReshare`.
  public record BeginReshare(Handover handover) implements ContractCall {
    /// The first four bytes of the hash of `beginReshare((uint64,address[],uint8,uint64,bytes32))`.
    public static final String SELECTOR = "775ae0bc";

    /// Reads call data back.
    public static BeginReshare decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new BeginReshare(Handover.readFrom(in.dynamic()));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.dynamic(handover::writeTo);
      return out.call(SELECTOR);
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

  /// Reads `epochInfo`.
  public record EpochInfo(long epoch)
      implements ContractQuery<org.elastos.smartweb.contracts.generated.EpochInfo> {
    /// The first four bytes of the hash of `epochInfo(uint64)`.
    public static final String SELECTOR = "f9f3de7e";

    /// Reads call data back.
    public static EpochInfo decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new EpochInfo(in.uintAsLong(64));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      return out.call(SELECTOR);
    }

    @Override
    public org.elastos.smartweb.contracts.generated.EpochInfo decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return org.elastos.smartweb.contracts.generated.EpochInfo.readFrom(in);
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

  /// Reads `founders`.
  public record Founders() implements ContractQuery<Founders.Result> {
    /// The first four bytes of the hash of `founders()`.
    public static final String SELECTOR = "411b007e";

    /// Reads call data back.
    public static Founders decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Founders();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Result decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return new Result(in.list(each -> each.address()), in.uintAsInt(8));
    }

    /// What `founders` answers.
    public record Result(List<EvmAddress> operators, int needed) {}
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

  /// Reads `handoverDigest`.
  public record HandoverDigest(Handover handover) implements ContractQuery<Hash256> {
    /// The first four bytes of the hash of
    /// `handoverDigest((uint64,address[],uint8,uint64,bytes32))`.
    public static final String SELECTOR = "de51b017";

    /// Reads call data back.
    public static HandoverDigest decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new HandoverDigest(Handover.readFrom(in.dynamic()));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.dynamic(handover::writeTo);
      return out.call(SELECTOR);
    }

    @Override
    public Hash256 decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.word();
    }
  }

  /// Reads `handoverState`.
  public record HandoverState(Hash256 id)
      implements ContractQuery<org.elastos.smartweb.contracts.generated.HandoverState> {
    /// The first four bytes of the hash of `handoverState(bytes32)`.
    public static final String SELECTOR = "c5062601";

    /// Reads call data back.
    public static HandoverState decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new HandoverState(in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(id);
      return out.call(SELECTOR);
    }

    @Override
    public org.elastos.smartweb.contracts.generated.HandoverState decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return org.elastos.smartweb.contracts.generated.HandoverState.readFrom(in);
    }
  }

  /// Reads `hasApproved`.
  public record HasApproved(Hash256 id, EvmAddress operator) implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `hasApproved(bytes32,address)`.
    public static final String SELECTOR = "23cdc3f1";

    /// Reads call data back.
    public static HasApproved decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new HasApproved(in.word(), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(id);
      out.address(operator);
      return out.call(SELECTOR);
    }

    @Override
    public Boolean decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.bool();
    }
  }

  /// Reads `indexIn`.
  public record IndexIn(long epoch, EvmAddress operator) implements ContractQuery<Integer> {
    /// The first four bytes of the hash of `indexIn(uint64,address)`.
    public static final String SELECTOR = "6d5471ed";

    /// Reads call data back.
    public static IndexIn decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new IndexIn(in.uintAsLong(64), in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      out.address(operator);
      return out.call(SELECTOR);
    }

    @Override
    public Integer decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.uintAsInt(8);
    }
  }

  /// Reads `isSeated`.
  public record IsSeated(EvmAddress operator) implements ContractQuery<Boolean> {
    /// The first four bytes of the hash of `isSeated(address)`.
    public static final String SELECTOR = "d7314908";

    /// Reads call data back.
    public static IsSeated decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new IsSeated(in.address());
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

  /// Reads `membersOf`.
  public record MembersOf(long epoch) implements ContractQuery<List<Member>> {
    /// The first four bytes of the hash of `membersOf(uint64)`.
    public static final String SELECTOR = "9f7454a8";

    /// Reads call data back.
    public static MembersOf decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new MembersOf(in.uintAsLong(64));
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.uint(64, epoch);
      return out.call(SELECTOR);
    }

    @Override
    public List<Member> decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return in.list(each -> Member.readFrom(each.dynamic()));
    }
  }

  /// Reads `operatorRecord`.
  public record OperatorRecord(EvmAddress operator) implements ContractQuery<Member> {
    /// The first four bytes of the hash of `operatorRecord(address)`.
    public static final String SELECTOR = "f83f3026";

    /// Reads call data back.
    public static OperatorRecord decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new OperatorRecord(in.address());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.address(operator);
      return out.call(SELECTOR);
    }

    @Override
    public Member decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return Member.readFrom(in.dynamic());
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
      Hash256 identityKey,
      Bytes encryptionKey,
      Bytes proofOfPossession,
      Hash256 tlsKey,
      String endpoint)
      implements ContractCall {
    /// The first four bytes of the hash of `register(bytes32,bytes,bytes,bytes32,string)`.
    public static final String SELECTOR = "525db232";

    /// Reads call data back.
    public static Register decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new Register(in.word(), in.bytes(), in.bytes(), in.word(), in.string());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(identityKey);
      out.bytes(encryptionKey);
      out.bytes(proofOfPossession);
      out.word(tlsKey);
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

  /// Reads `servingEpochs`.
  public record ServingEpochs() implements ContractQuery<ServingEpochs.Result> {
    /// The first four bytes of the hash of `servingEpochs()`.
    public static final String SELECTOR = "5b6eee59";

    /// Reads call data back.
    public static ServingEpochs decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new ServingEpochs();
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();

      return out.call(SELECTOR);
    }

    @Override
    public Result decodeResult(Bytes returned) {
      AbiReader in = AbiReader.of(returned);
      return new Result(in.uintAsLong(64), in.uintAsLong(64));
    }

    /// What `servingEpochs` answers.
    public record Result(long newest, long before) {}
  }

  /// Calls `setEndpoint`.
  public record SetEndpoint(String endpoint, Hash256 tlsKey) implements ContractCall {
    /// The first four bytes of the hash of `setEndpoint(string,bytes32)`.
    public static final String SELECTOR = "c977a4fb";

    /// Reads call data back.
    public static SetEndpoint decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new SetEndpoint(in.string(), in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.string(endpoint);
      out.word(tlsKey);
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

  /// Reads `timeLock`.
  public record TimeLock() implements ContractQuery<Long> {
    /// The first four bytes of the hash of `timeLock()`.
    public static final String SELECTOR = "d085835a";

    /// Reads call data back.
    public static TimeLock decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new TimeLock();
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

  /// Reads `treasury`.
  public record Treasury() implements ContractQuery<EvmAddress> {
    /// The first four bytes of the hash of `treasury()`.
    public static final String SELECTOR = "61d027b3";

    /// Reads call data back.
    public static Treasury decode(Bytes callData) {
      AbiReader.call(SELECTOR, callData);
      return new Treasury();
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

  /// Calls `withdrawApproval`.
  public record WithdrawApproval(Hash256 id) implements ContractCall {
    /// The first four bytes of the hash of `withdrawApproval(bytes32)`.
    public static final String SELECTOR = "09860b51";

    /// Reads call data back.
    public static WithdrawApproval decode(Bytes callData) {
      AbiReader in = AbiReader.call(SELECTOR, callData);
      return new WithdrawApproval(in.word());
    }

    @Override
    public Bytes callData() {
      AbiWriter out = new AbiWriter();
      out.word(id);
      return out.call(SELECTOR);
    }
  }
}
