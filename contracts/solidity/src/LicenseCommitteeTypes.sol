// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// One operator's licence node. `index` is its number in the threshold scheme, from 1, in the set that
/// was asked for. `tlsKey` is the SHA-256 of the certificate's SubjectPublicKeyInfo, 0 for none.
struct Member {
    address operator;
    uint8 index;
    bytes32 identityKey;
    bytes encryptionKey;
    bytes proofOfPossession;
    bytes32 tlsKey;
    string endpoint;
}

/// A ceremony as every node computes it. A message of a phase is taken while
/// `opens <= block.number < closes`; a phase closes early in the block that completes it.
struct Ceremony {
    uint64 start;
    uint64 commitCloses;
    uint64 revealCloses;
    uint64 complaintCloses;
    uint64 confirmCloses;
    uint8 commits;
    uint8 reveals;
    uint32 messages;
    bool active;
}

/// What an epoch is: its kind, whose members deal, and its set. Times are those of blocks, 0 for not yet.
struct EpochInfo {
    uint8 kind;
    uint8 size;
    uint8 threshold;
    uint64 from;
    uint64 set;
    uint64 activatedAt;
    uint64 replacedAt;
}

/// A new committee, as old operators sign it (EIP-712). `fromEpoch` is the epoch that hands over.
struct Handover {
    uint64 fromEpoch;
    address[] operators;
    uint8 threshold;
    uint64 expiry;
    bytes32 salt;
}

/// How far a handover is: `readyAt` is 0 until t operators approve it.
struct HandoverState {
    uint64 readyAt;
    uint64 set;
    uint8 approvals;
    bool proposed;
}

/// How far an operator's audit is anchored.
struct AuditState {
    uint64 records;
    uint64 anchors;
    uint64 at;
}

/// Events and refusals of a LicenseCommittee.
interface LicenseCommitteeTypes {
    event Registered(
        address indexed operator, bytes32 identityKey, bytes encryptionKey, bytes proofOfPossession
    );
    event EndpointChanged(address indexed operator, bytes32 tlsKey, string endpoint);
    event CeremonyStarted(uint64 indexed epoch, uint8 kind, uint64 from, uint64 set, uint64 startBlock);
    event BoardMessage(
        uint64 indexed epoch, uint32 indexed seq, uint8 indexed kind, uint8 member, bytes payload
    );
    event Confirmed(
        uint64 indexed epoch,
        uint8 indexed member,
        bytes32 transcript,
        bytes groupKey,
        bytes32 publicHash,
        bytes signature
    );
    event EpochActivated(uint64 indexed epoch, bytes32 indexed gk, bytes groupKey);
    event HandoverProposed(bytes32 indexed id, Handover handover);
    event HandoverApproved(bytes32 indexed id, address indexed operator, uint8 approvals);
    event ApprovalWithdrawn(bytes32 indexed id, address indexed operator, uint8 approvals);
    event HandoverReady(bytes32 indexed id, uint64 readyAt);
    event AuditAnchored(
        address indexed operator, uint64 indexed anchor, uint64 first, uint64 last, bytes32 head, bytes32 root
    );
    event DeviceRevoked(address indexed wallet, bytes32 indexed device);
    event DelegationRevoked(address indexed wallet, bytes32 indexed delegation);

    error BadCommitteeSize(uint256 operators, uint8 threshold);
    error ZeroWindow();
    error ZeroAddress();
    error DuplicateOperator(address operator);

    error NotOperator(address caller);
    error AlreadyRegistered(address operator);
    error NotRegistered(address operator);
    error BadIdentityKey();
    error BadPoint(uint256 at);
    error BadLength(uint256 length, uint256 minimum, uint256 maximum);

    error WrongEpoch(uint64 epoch, uint64 current);
    error UnknownKind(uint8 kind);
    error WrongPhase(uint8 required, uint8 current);
    error AlreadyPosted(uint64 epoch, uint8 kind, uint8 member);
    error NotCommitted(uint64 epoch, uint8 member);
    error CommitmentMismatch(bytes32 committed, bytes32 revealed);
    error BadDealer(uint16 dealer);
    error AlreadyComplained(uint8 member, uint16 dealer);
    error GroupKeyMismatch();
    error GroupKeyChanged();
    error PublicHashMismatch(bytes32 claimed, bytes32 actual);
    error CeremonyNotFailed(uint64 epoch, uint8 phase);
    error CeremonyRunning(uint64 epoch, uint8 phase);
    error GroupKeyExists();
    error NoGroupKey();

    error HandoverExpired(uint64 expiry);
    error NotApproved(uint8 approvals, uint8 required);
    error TooEarly(uint64 readyAt);
    error TooManyNewcomers(uint256 newcomers, uint8 threshold);
    error AlreadyApproved(bytes32 id, address operator);
    error NothingToWithdraw(bytes32 id, address operator);

    error AuditNotNewer(uint64 first, uint64 last, uint64 records);
    error AlreadyRevoked(address wallet, bytes32 what);
}
