// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {LicenseCommitteeTypes, Member} from "./LicenseCommitteeTypes.sol";

/// The fixed list of operators and the keys each registered once. There is no owner: nobody can add,
/// remove or replace a member.
abstract contract CommitteeMembers is LicenseCommitteeTypes {
    uint256 private constant MAX_PROOF = 256;
    uint256 private constant MAX_ENDPOINT = 256;
    uint256 internal constant POINT = 33;

    uint8 public immutable threshold;
    uint8 public immutable size;
    uint8 public registered;
    Member[] private _members;
    mapping(address operator => uint8 index) public memberIndex;

    constructor(address[] memory operators, uint8 t) {
        uint256 n = operators.length;
        if (n > 255 || t == 0 || n + 1 < 2 * uint256(t)) revert BadCommitteeSize(n, t);
        (threshold, size) = (t, uint8(n));
        for (uint256 i; i < n; ++i) {
            if (operators[i] == address(0)) revert ZeroAddress();
            if (memberIndex[operators[i]] != 0) revert DuplicateOperator(operators[i]);
            memberIndex[operators[i]] = uint8(i + 1);
            Member storage added = _members.push();
            (added.operator, added.index) = (operators[i], uint8(i + 1));
        }
    }

    /// States the keys of the caller's node: an Ed25519 identity and a secp256k1 encryption key with
    /// the proof that he holds it. Nodes check the proof; the chain checks only sizes.
    function register(
        bytes32 identityKey,
        bytes calldata encryptionKey,
        bytes calldata proofOfPossession,
        string calldata endpoint
    ) external {
        uint8 index = _requireOperator();
        Member storage self = _members[index - 1];
        if (self.identityKey != 0) revert AlreadyRegistered(msg.sender);
        if (identityKey == 0) revert BadIdentityKey();
        _requireLength(encryptionKey.length, POINT, POINT);
        _requirePoint(encryptionKey, 0);
        _requireLength(proofOfPossession.length, 1, MAX_PROOF);
        _requireLength(bytes(endpoint).length, 1, MAX_ENDPOINT);
        (self.identityKey, self.encryptionKey) = (identityKey, encryptionKey);
        (self.proofOfPossession, self.endpoint) = (proofOfPossession, endpoint);
        emit Registered(msg.sender, index, identityKey, encryptionKey, proofOfPossession, endpoint);
        if (++registered == size) _allRegistered();
    }

    /// Moves the caller's node to another address; its keys stay.
    function setEndpoint(string calldata endpoint) external {
        uint8 index = _requireOperator();
        Member storage self = _members[index - 1];
        if (self.identityKey == 0) revert NotRegistered(msg.sender);
        _requireLength(bytes(endpoint).length, 1, MAX_ENDPOINT);
        self.endpoint = endpoint;
        emit EndpointChanged(msg.sender, index, endpoint);
    }

    function members() external view returns (Member[] memory) {
        return _members;
    }

    function _allRegistered() internal virtual;

    function _requireOperator() internal view returns (uint8 index) {
        index = memberIndex[msg.sender];
        if (index == 0) revert NotOperator(msg.sender);
    }

    function _requireLength(uint256 length, uint256 minimum, uint256 maximum) internal pure {
        if (length < minimum || length > maximum) revert BadLength(length, minimum, maximum);
    }

    /// A compressed point starts with 2 or 3; whether it lies on the curve is for the nodes.
    function _requirePoint(bytes calldata data, uint256 at) internal pure {
        if (data[at] != 0x02 && data[at] != 0x03) revert BadPoint(at);
    }
}
