// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {CommitteeSeats, CommitteeTreasuryTypes} from "./CommitteeTreasuryTypes.sol";
import {EpochInfo} from "./LicenseCommitteeTypes.sol";
import {Payments} from "./Payments.sol";

/// Bonds of operators in native coin, and what the others can do about one at fault: t of them convict
/// on evidence that anybody can check. Who was convicted loses the bond, draws no pay any more and
/// enters no new set. What he loses is burnt, so that nobody gains by convicting. The chain judges no
/// evidence: t operators who lie together convict whom they like, and could open every key anyway.
abstract contract CommitteeBonds is CommitteeTreasuryTypes {
    uint256 private constant MAX_EVIDENCE = 24_576;
    address internal constant NOBODY = 0x000000000000000000000000000000000000dEaD;

    CommitteeSeats public immutable committee;
    /// Seconds between an operator's leaving and his bond's release.
    uint32 public immutable bondLock;
    /// What an operator must have deposited to register and to enter a set, in wei.
    uint256 public immutable minimumBond;

    uint256 public totalBonds;
    mapping(address operator => uint256) public bondOf;
    /// When a leaving operator's bond is released; 0 for who is not leaving.
    mapping(address operator => uint64) public releasedAt;
    mapping(address operator => bool) public evicted;
    mapping(bytes32 accusation => address accused) public accusedOf;
    mapping(bytes32 accusation => mapping(uint64 epoch => uint256 bits)) private _judges;
    mapping(bytes32 accusation => mapping(uint64 epoch => uint8)) private _votes;
    bool private _locked;

    constructor(uint32 bondLock_, uint256 minimumBond_) {
        committee = CommitteeSeats(msg.sender);
        (bondLock, minimumBond) = (bondLock_, minimumBond_);
    }

    /// Every entry that moves money: none is entered from another.
    modifier once() {
        if (_locked) revert Reentered();
        _locked = true;
        _;
        _locked = false;
    }

    /// Adds to an operator's bond; ends his leaving.
    function deposit(address operator) external payable {
        if (operator == address(0)) revert ZeroAddress();
        if (evicted[operator]) revert IsEvicted(operator);
        bondOf[operator] += msg.value;
        totalBonds += msg.value;
        delete releasedAt[operator];
        emit BondDeposited(operator, msg.value);
    }

    /// Says that the caller leaves: he enters no new set, and once `bondLock` passed his bond is his.
    function requestExit() external {
        _requireOutside(msg.sender);
        releasedAt[msg.sender] = uint64(block.timestamp) + bondLock;
        emit ExitRequested(msg.sender, releasedAt[msg.sender]);
    }

    /// Pays the bond back to the caller who left.
    function withdrawBond() external once {
        uint64 at = releasedAt[msg.sender];
        if (at == 0 || block.timestamp < at) revert TooEarly(at);
        _requireOutside(msg.sender);
        uint256 amount = _takeBond(msg.sender);
        emit BondWithdrawn(msg.sender, amount);
        Payments.pay(address(0), msg.sender, amount);
    }

    /// Puts evidence against a member of an epoch before everybody, and convicts on it as far as the
    /// caller is concerned. `code` names the fault, such as `bad_partial`.
    function accuse(address accused, uint64 epoch, bytes32 code, bytes calldata evidence)
        external
        once
        returns (bytes32 id)
    {
        if (committee.indexIn(epoch, accused) == 0) revert NotAMember(accused, epoch);
        if (evidence.length == 0 || evidence.length > MAX_EVIDENCE) {
            revert BadLength(evidence.length, 1, MAX_EVIDENCE);
        }
        id = keccak256(abi.encode(accused, epoch, code, keccak256(evidence)));
        if (accusedOf[id] == address(0)) accusedOf[id] = accused;
        emit Accused(id, accused, epoch, code, msg.sender, evidence);
        _judge(id);
    }

    /// Convicts on evidence that was put forward and that the caller's node checked.
    function convict(bytes32 id) external once {
        if (accusedOf[id] == address(0)) revert UnknownAccusation(id);
        _judge(id);
    }

    /// Refuses who may not enter a set: convicted, leaving, or with too small a bond.
    function requireAdmissible(address operator) public view {
        if (evicted[operator]) revert IsEvicted(operator);
        if (releasedAt[operator] != 0) revert IsLeaving(operator);
        if (bondOf[operator] < minimumBond) revert BondTooSmall(operator, bondOf[operator], minimumBond);
    }

    function _requireOutside(address operator) private view {
        if (committee.isSeated(operator)) revert StillMember(operator);
    }

    /// A member of the active epoch votes once, not on himself; t votes of one epoch convict.
    function _judge(bytes32 id) private {
        uint64 epoch = committee.activeEpoch();
        if (epoch == 0) revert NoGroupKey();
        uint8 judge = committee.indexIn(epoch, msg.sender);
        if (judge == 0) revert NotOperator(msg.sender);
        uint256 bit = 1 << judge;
        address accused = accusedOf[id];
        if (accused == msg.sender || _judges[id][epoch] & bit != 0) revert AlreadyJudged(id, msg.sender);
        _judges[id][epoch] |= bit;
        EpochInfo memory info = committee.epochInfo(epoch);
        if (++_votes[id][epoch] != info.threshold || evicted[accused]) return;
        evicted[accused] = true;
        uint256 bond = _takeBond(accused);
        emit Convicted(id, accused, bond);
        Payments.pay(address(0), NOBODY, bond);
    }

    function _takeBond(address operator) private returns (uint256 amount) {
        amount = bondOf[operator];
        delete bondOf[operator];
        delete releasedAt[operator];
        totalBonds -= amount;
    }
}
