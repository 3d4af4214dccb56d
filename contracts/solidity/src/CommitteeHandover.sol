// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {CommitteeMembers} from "./CommitteeMembers.sol";
import {Handover, HandoverState} from "./LicenseCommitteeTypes.sol";

/// Who may follow (decision B4): a set that t operators of the active epoch signed by hand, after a
/// time lock in which each may take his word back, with fewer newcomers than the new threshold. The
/// lock ends before the ceremony begins, because a share that was dealt to a set is given to it,
/// whether its epoch becomes active or not.
abstract contract CommitteeHandover is CommitteeMembers {
    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant HANDOVER_TYPE =
        keccak256("Handover(uint64 fromEpoch,address[] operators,uint8 threshold,uint64 expiry,bytes32 salt)");
    bytes32 private constant NAME = keccak256("SmartWeb LicenseCommittee");
    bytes32 private constant VERSION = keccak256("1");
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;

    /// Seconds between the t-th approval and the earliest begin, and between refreshes.
    uint32 public immutable timeLock;

    mapping(bytes32 id => HandoverState) internal _handovers;
    mapping(bytes32 id => mapping(address operator => bool)) public hasApproved;

    constructor(uint32 timeLock_) {
        timeLock = timeLock_;
    }

    /// Counts an operator's signature under a handover from the active epoch; anybody may bring it.
    function approve(Handover calldata handover, bytes calldata signature) external returns (bytes32 id) {
        id = handoverDigest(handover);
        HandoverState storage state = _handovers[id];
        _requireCurrent(handover);
        address operator = _recover(id, signature);
        if (operator == address(0) || memberIndex(operator) == 0) revert NotOperator(operator);
        if (hasApproved[id][operator]) revert AlreadyApproved(id, operator);
        if (!state.proposed) {
            _checkSet(handover);
            state.proposed = true;
            emit HandoverProposed(id, handover);
        }
        hasApproved[id][operator] = true;
        emit HandoverApproved(id, operator, ++state.approvals);
        if (state.approvals == threshold()) _ready(id, uint64(block.timestamp) + timeLock);
    }

    /// Takes the caller's approval back, which is possible until the ceremony begins.
    function withdrawApproval(bytes32 id) external {
        HandoverState storage state = _handovers[id];
        if (!hasApproved[id][msg.sender] || state.set != 0) revert NothingToWithdraw(id, msg.sender);
        hasApproved[id][msg.sender] = false;
        emit ApprovalWithdrawn(id, msg.sender, --state.approvals);
        if (state.approvals < threshold() && state.readyAt != 0) _ready(id, 0);
    }

    /// How far a handover is.
    function handoverState(bytes32 id) external view returns (HandoverState memory) {
        return _handovers[id];
    }

    /// What operators sign, which is also the handover's id.
    function handoverDigest(Handover calldata handover) public view returns (bytes32) {
        bytes32 domain = keccak256(abi.encode(DOMAIN_TYPE, NAME, VERSION, block.chainid, address(this)));
        bytes32 content = keccak256(
            abi.encode(
                HANDOVER_TYPE,
                handover.fromEpoch,
                keccak256(abi.encodePacked(handover.operators)),
                handover.threshold,
                handover.expiry,
                handover.salt
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, content));
    }

    /// The set of a handover that may begin now; the first time it is written down.
    function _approvedSet(Handover calldata handover) internal returns (uint64 set) {
        bytes32 id = handoverDigest(handover);
        HandoverState storage state = _handovers[id];
        _requireCurrent(handover);
        uint8 required = threshold();
        if (state.approvals < required) revert NotApproved(state.approvals, required);
        if (block.timestamp < state.readyAt) revert TooEarly(state.readyAt);
        _checkSet(handover);
        if (state.set == 0) state.set = _addSet(handover.operators, handover.threshold);
        return state.set;
    }

    function _requireCurrent(Handover calldata handover) private view {
        if (handover.fromEpoch != activeEpoch || activeEpoch == 0) revert WrongEpoch(handover.fromEpoch, activeEpoch);
        if (block.timestamp >= handover.expiry) revert HandoverExpired(handover.expiry);
    }

    function _checkSet(Handover calldata handover) private view {
        _checkShape(handover.operators.length, handover.threshold);
        uint256 newcomers;
        for (uint256 i; i < handover.operators.length; ++i) {
            address operator = handover.operators[i];
            _requireRegistered(operator);
            treasury.requireAdmissible(operator);
            if (memberIndex(operator) == 0) ++newcomers;
            for (uint256 j; j < i; ++j) {
                if (handover.operators[j] == operator) revert DuplicateOperator(operator);
            }
        }
        if (newcomers >= handover.threshold) revert TooManyNewcomers(newcomers, handover.threshold);
    }

    function _ready(bytes32 id, uint64 readyAt) private {
        _handovers[id].readyAt = readyAt;
        emit HandoverReady(id, readyAt);
    }

    /// The signer of a 65-byte low-s signature, or the zero address.
    function _recover(bytes32 digest, bytes calldata signature) private pure returns (address) {
        if (signature.length != 65) return address(0);
        (bytes32 r, bytes32 s) = (bytes32(signature[:32]), bytes32(signature[32:64]));
        if (uint256(s) > HALF_ORDER) return address(0);
        return ecrecover(digest, uint8(signature[64]), r, s);
    }
}
