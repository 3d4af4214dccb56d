// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {AuditState} from "./LicenseCommitteeTypes.sol";
import {CommitteeMembers} from "./CommitteeMembers.sol";

/// Each operator's node anchors its audit: the head of its chain of hashes after record `last`, and the
/// RFC 6962 root over the heads of records `first` to `last`. Anchors only go forward; a gap between
/// two of them stays visible.
abstract contract AuditAnchors is CommitteeMembers {
    mapping(address operator => AuditState) private _audits;
    mapping(address operator => mapping(uint64 anchor => bytes32)) private _anchors;

    function anchorAudit(uint64 first, uint64 last, bytes32 head, bytes32 root) external {
        _requireRegistered(msg.sender);
        AuditState storage state = _audits[msg.sender];
        if (first < state.records || last < first || last == type(uint64).max) {
            revert AuditNotNewer(first, last, state.records);
        }
        uint64 anchor = state.anchors++;
        (state.records, state.at) = (last + 1, uint64(block.timestamp));
        _anchors[msg.sender][anchor] = keccak256(abi.encode(first, last, head, root));
        emit AuditAnchored(msg.sender, anchor, first, last, head, root);
    }

    /// How many records an operator has anchored, in how many anchors, and when the last time.
    function auditOf(address operator) external view returns (AuditState memory) {
        return _audits[operator];
    }

    /// keccak256(abi.encode(first, last, head, root)) of an operator's anchor, counted from 0; 0 for none.
    function auditAnchor(address operator, uint64 anchor) external view returns (bytes32) {
        return _anchors[operator][anchor];
    }
}
