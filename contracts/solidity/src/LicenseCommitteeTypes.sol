// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// One operator's licence node. `index` is its number in the threshold scheme, from 1.
struct Member {
    address operator;
    uint8 index;
    bytes32 identityKey;
    bytes encryptionKey;
    bytes proofOfPossession;
    string endpoint;
}

/// A key generation as every node computes it. A message of a phase is taken while
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

/// Events and refusals of a LicenseCommittee.
interface LicenseCommitteeTypes {
    event Registered(
        address indexed operator,
        uint8 indexed member,
        bytes32 identityKey,
        bytes encryptionKey,
        bytes proofOfPossession,
        string endpoint
    );
    event EndpointChanged(address indexed operator, uint8 indexed member, string endpoint);
    event CeremonyStarted(uint64 indexed epoch, uint64 startBlock);
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
    error PublicHashMismatch(bytes32 claimed, bytes32 actual);
    error CeremonyNotFailed(uint64 epoch, uint8 phase);

    error AlreadyRevoked(address wallet, bytes32 what);
}
