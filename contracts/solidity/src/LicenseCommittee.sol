// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {SSTORE2} from "solady/utils/SSTORE2.sol";
import {AuditAnchors} from "./AuditAnchors.sol";
import {CommitteeHandover} from "./CommitteeHandover.sol";
import {CommitteeMembers} from "./CommitteeMembers.sol";
import {CommitteeTreasury} from "./CommitteeTreasury.sol";
import {Ceremony, EpochInfo, Handover} from "./LicenseCommitteeTypes.sol";
import {Revocations} from "./Revocations.sol";

/// The licence nodes' notice board: members, an ordered board with block deadlines for key
/// ceremonies, their confirmed outcomes, handovers to new sets, audit anchors and wallets'
/// revocations. It holds no secret and no money (that is the treasury's), has no owner, and judges no cryptography beyond the hash
/// of a reveal and of the published values: every node computes the same outcome from the ordered
/// messages.
///
/// Each attempt has an epoch number of its own, from 1. A key generation whose last window passed
/// without enough confirmations has failed; anybody may start the next. Once there is a group key it
/// stays for ever: later ceremonies share it anew, to a set that the old one approved (reshare) or to
/// the same set (refresh), and one that fails leaves the active epoch as it is.
contract LicenseCommittee is CommitteeHandover, AuditAnchors, Revocations {
    uint8 private constant GENERATION = 1;
    uint8 private constant RESHARE = 2;
    uint8 private constant REFRESH = 3;
    uint8 private constant COMMIT = 1;
    uint8 private constant REVEAL = 2;
    uint8 private constant COMPLAINT = 3;
    uint8 private constant CONFIRM = 4;
    uint8 private constant ACTIVE = 5;
    uint8 private constant FAILED = 6;
    uint256 private constant MAX_DEALING = 24_576;
    uint256 private constant MAX_COMPLAINT = 1_024;
    uint256 private constant SIGNATURE = 64;
    /// Seconds for which an epoch still serves after the next one became active.
    uint64 public constant OVERLAP = 600;

    uint32 public immutable commitBlocks;
    uint32 public immutable revealBlocks;
    uint32 public immutable complaintBlocks;
    uint32 public immutable confirmBlocks;

    uint64 public currentEpoch;
    uint64 private _startedAt;
    bytes32 public gk;
    bytes public groupKey;

    mapping(uint64 epoch => Ceremony) private _ceremonies;
    mapping(uint64 epoch => mapping(uint8 member => bytes32)) private _commits;
    mapping(uint64 epoch => uint256 bits) private _revealed;
    mapping(uint64 epoch => uint256 bits) private _confirmed;
    mapping(uint64 epoch => mapping(uint8 member => uint256 bits)) private _complaints;
    mapping(uint64 epoch => mapping(bytes32 outcome => uint8)) private _votes;
    mapping(uint64 epoch => address) private _public;

    /// `operators[i]` becomes member i+1; the windows are numbers of blocks, the locks seconds, the
    /// bond wei.
    constructor(
        address[] memory operators,
        uint8 threshold_,
        uint32 commitBlocks_,
        uint32 revealBlocks_,
        uint32 complaintBlocks_,
        uint32 confirmBlocks_,
        uint32 timeLock_,
        uint32 bondLock_,
        uint128 minimumBond_
    )
        CommitteeMembers(operators, threshold_, new CommitteeTreasury(bondLock_, minimumBond_))
        CommitteeHandover(timeLock_)
    {
        if (commitBlocks_ == 0 || revealBlocks_ == 0 || complaintBlocks_ == 0 || confirmBlocks_ == 0) {
            revert ZeroWindow();
        }
        (commitBlocks, revealBlocks) = (commitBlocks_, revealBlocks_);
        (complaintBlocks, confirmBlocks) = (complaintBlocks_, confirmBlocks_);
    }

    /// Puts a message on the board: kind 1 commits to a dealing (32 bytes, key generation only), kind
    /// 2 reveals it in full, kind 3 complains about a dealer whose index, u16 big-endian, begins the
    /// payload. Dealers of a key generation are its members; later they are those of the epoch that
    /// hands over, with their indices there.
    function post(uint64 epoch, uint8 kind, bytes calldata payload) external {
        if (kind < COMMIT || kind > COMPLAINT) revert UnknownKind(kind);
        _requirePhase(epoch, kind);
        EpochInfo memory info = _epochs[epoch];
        bool generation = info.kind == GENERATION;
        uint8 member = _requireIndex(kind == REVEAL && !generation ? _epochs[info.from].set : info.set);
        uint32 seq = _ceremonies[epoch].messages++;
        emit BoardMessage(epoch, seq, kind, member, payload);
        if (kind == COMMIT) _commit(epoch, member, payload);
        else if (kind == COMPLAINT) _complain(epoch, member, payload);
        else if (generation) _reveal(epoch, member, payload);
        else _deal(epoch, member, payload);
    }

    /// States what the caller's node computed. `publicData` are the commitments A_0..A_{t-1} and the
    /// verification keys h_1..h_n, 33 bytes each. The same outcome from n-t+1 operators activates the
    /// epoch; the others may still confirm until the window closes.
    function confirm(
        uint64 epoch,
        bytes32 transcript,
        bytes calldata groupKey_,
        bytes32 publicHash,
        bytes calldata publicData,
        bytes calldata signature
    ) external {
        _requireConfirmWindow(epoch);
        uint8 member = _requireIndex(_epochs[epoch].set);
        _requireLength(signature.length, SIGNATURE, SIGNATURE);
        _checkPublic(epoch, groupKey_, publicHash, publicData);
        uint256 bit = 1 << member;
        if (_confirmed[epoch] & bit != 0) revert AlreadyPosted(epoch, CONFIRM, member);
        _confirmed[epoch] |= bit;
        emit Confirmed(epoch, member, transcript, groupKey_, publicHash, signature);
        uint8 votes = ++_votes[epoch][keccak256(abi.encode(transcript, publicHash))];
        if (votes == _epochs[epoch].size - _epochs[epoch].threshold + 1) _activate(epoch, groupKey_, publicData);
    }

    /// Starts the next attempt after a key generation that failed; anybody may.
    function restart() external {
        uint8 current = phase(currentEpoch);
        if (current != FAILED) revert CeremonyNotFailed(currentEpoch, current);
        if (activeEpoch != 0) revert GroupKeyExists();
        _start(GENERATION, FOUNDING);
    }

    /// Begins the ceremony that shares the key anew to an approved set; anybody may, and again after
    /// one that failed.
    function beginReshare(Handover calldata handover) external {
        _requireIdle();
        _start(RESHARE, _approvedSet(handover));
    }

    /// Begins the ceremony that gives the active set fresh shares; each of its operators may, once in
    /// a time lock.
    function beginRefresh() external {
        _requireIdle();
        _requireIndex(_shownSet());
        if (block.timestamp < _startedAt + timeLock) revert TooEarly(_startedAt + timeLock);
        _start(REFRESH, _shownSet());
    }

    /// The epochs that serve in this block: the active one and, while they overlap, the one before; 0
    /// for none.
    function servingEpochs() external view returns (uint64 newest, uint64 before) {
        newest = activeEpoch;
        uint64 from = _epochs[newest].from;
        before = block.timestamp < _epochs[from].replacedAt + OVERLAP ? from : 0;
    }

    /// 0 not started, 1 commit, 2 reveal, 3 complaint, 4 confirm, 5 active, 6 failed: for a message
    /// in the current block.
    function phase(uint64 epoch) public view returns (uint8) {
        Ceremony memory c = ceremony(epoch);
        if (c.start == 0) return 0;
        if (c.active) return ACTIVE;
        if (block.number < c.commitCloses) return COMMIT;
        if (block.number < c.revealCloses) return REVEAL;
        if (block.number < c.complaintCloses) return COMPLAINT;
        return block.number < c.confirmCloses ? CONFIRM : FAILED;
    }

    /// The ceremony's blocks and counts; closing blocks that are not settled yet are the latest ones
    /// possible.
    function ceremony(uint64 epoch) public view returns (Ceremony memory c) {
        c = _ceremonies[epoch];
        if (c.start == 0) return c;
        if (c.commitCloses == 0) c.commitCloses = c.start + commitBlocks;
        if (c.revealCloses == 0) c.revealCloses = c.commitCloses + revealBlocks;
        c.complaintCloses = c.revealCloses + complaintBlocks;
        c.confirmCloses = c.complaintCloses + confirmBlocks;
    }

    /// The published values that the epoch's confirmations agreed on; empty unless it was activated.
    function epochPublic(uint64 epoch) external view returns (bytes memory) {
        address at = _public[epoch];
        return at == address(0) ? bytes("") : SSTORE2.read(at);
    }

    /// Whether an operator is a member of the active epoch or of a ceremony that runs.
    function isSeated(address operator) external view returns (bool) {
        bool joining = _running() && _indexIn[_epochs[currentEpoch].set][operator] != 0;
        return joining || (activeEpoch != 0 && memberIndex(operator) != 0);
    }

    function _allRegistered() internal override {
        _start(GENERATION, FOUNDING);
    }

    /// A ceremony after the first has no commitments: dealers are bound to shares that they hold.
    function _start(uint8 kind, uint64 set) private {
        uint64 epoch = ++currentEpoch;
        (uint8 n, uint8 t) = _setOf(set);
        if (kind == GENERATION) _requireFounders();
        _epochs[epoch] = EpochInfo(kind, n, t, kind == GENERATION ? 0 : activeEpoch, set, 0, 0);
        _startedAt = uint64(block.timestamp);
        Ceremony storage c = _ceremonies[epoch];
        c.start = uint64(block.number);
        if (kind != GENERATION) c.commitCloses = c.start;
        emit CeremonyStarted(epoch, kind, _epochs[epoch].from, set, c.start);
    }

    function _running() private view returns (bool) {
        uint8 current = phase(currentEpoch);
        return current != 0 && current < ACTIVE;
    }

    function _requireIdle() private view {
        if (activeEpoch == 0) revert NoGroupKey();
        if (_running()) revert CeremonyRunning(currentEpoch, phase(currentEpoch));
    }

    function _commit(uint64 epoch, uint8 member, bytes calldata payload) private {
        _requireLength(payload.length, 32, 32);
        if (_commits[epoch][member] != 0) revert AlreadyPosted(epoch, COMMIT, member);
        if (bytes32(payload) == 0) revert CommitmentMismatch(0, 0);
        _commits[epoch][member] = bytes32(payload);
        Ceremony storage c = _ceremonies[epoch];
        if (++c.commits == _epochs[epoch].size) c.commitCloses = uint64(block.number);
    }

    /// The reveal phase closes early when every member that committed has revealed.
    function _reveal(uint64 epoch, uint8 member, bytes calldata dealing) private {
        _requireLength(dealing.length, 1, MAX_DEALING);
        bytes32 committed = _commits[epoch][member];
        if (committed == 0) revert NotCommitted(epoch, member);
        if (_revealed[epoch] & (1 << member) != 0) revert AlreadyPosted(epoch, REVEAL, member);
        bytes32 revealed =
            sha256(abi.encodePacked(uint32(16), "smartweb/v1/deal", uint32(dealing.length), dealing));
        if (revealed != committed) revert CommitmentMismatch(committed, revealed);
        _revealed[epoch] |= 1 << member;
        Ceremony storage c = _ceremonies[epoch];
        if (++c.reveals != c.commits) return;
        if (c.commitCloses == 0) c.commitCloses = c.start + commitBlocks;
        c.revealCloses = uint64(block.number);
    }

    /// The deal phase closes early when every member of the old epoch has dealt.
    function _deal(uint64 epoch, uint8 member, bytes calldata dealing) private {
        _requireLength(dealing.length, 1, MAX_DEALING);
        if (_revealed[epoch] & (1 << member) != 0) revert AlreadyPosted(epoch, REVEAL, member);
        _revealed[epoch] |= 1 << member;
        Ceremony storage c = _ceremonies[epoch];
        if (++c.reveals == _epochs[_epochs[epoch].from].size) c.revealCloses = uint64(block.number);
    }

    function _complain(uint64 epoch, uint8 member, bytes calldata payload) private {
        _requireLength(payload.length, 2, MAX_COMPLAINT);
        uint16 dealer = uint16(bytes2(payload[:2]));
        if (dealer == 0 || dealer > 255 || _revealed[epoch] & (1 << dealer) == 0) revert BadDealer(dealer);
        uint256 bit = 1 << dealer;
        if (_complaints[epoch][member] & bit != 0) revert AlreadyComplained(member, dealer);
        _complaints[epoch][member] |= bit;
    }

    function _checkPublic(uint64 epoch, bytes calldata key, bytes32 publicHash, bytes calldata publicData)
        private
        view
    {
        _requireLength(key.length, POINT, POINT);
        if (activeEpoch != 0 && epoch != activeEpoch && keccak256(key) != keccak256(groupKey)) revert GroupKeyChanged();
        uint256 expected = (uint256(_epochs[epoch].threshold) + _epochs[epoch].size) * POINT;
        _requireLength(publicData.length, expected, expected);
        for (uint256 at; at < expected; at += POINT) {
            _requirePoint(publicData, at);
        }
        if (keccak256(publicData[:POINT]) != keccak256(key)) revert GroupKeyMismatch();
        bytes32 actual = sha256(publicData);
        if (actual != publicHash) revert PublicHashMismatch(publicHash, actual);
    }

    function _activate(uint64 epoch, bytes calldata key, bytes calldata publicData) private {
        _ceremonies[epoch].active = true;
        if (activeEpoch == 0) {
            groupKey = key;
            gk = sha256(abi.encodePacked(uint32(17), "smartweb/v1/group", uint32(2), hex"0001", uint32(POINT), key));
        } else {
            treasury.settle(address(0));
            _epochs[activeEpoch].replacedAt = uint64(block.timestamp);
        }
        _epochs[epoch].activatedAt = uint64(block.timestamp);
        activeEpoch = epoch;
        _public[epoch] = SSTORE2.write(publicData);
        emit EpochActivated(epoch, gk, key);
    }

    function _requirePhase(uint64 epoch, uint8 required) private view {
        if (epoch != currentEpoch || epoch == 0) revert WrongEpoch(epoch, currentEpoch);
        uint8 current = phase(epoch);
        if (current != required) revert WrongPhase(required, current);
    }

    function _requireConfirmWindow(uint64 epoch) private view {
        if (epoch != currentEpoch || epoch == 0) revert WrongEpoch(epoch, currentEpoch);
        Ceremony memory c = ceremony(epoch);
        if (block.number < c.complaintCloses || block.number >= c.confirmCloses) {
            revert WrongPhase(CONFIRM, phase(epoch));
        }
    }
}
