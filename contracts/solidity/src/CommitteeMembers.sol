// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {CommitteeTreasury} from "./CommitteeTreasury.sol";
import {EpochInfo, LicenseCommitteeTypes, Member} from "./LicenseCommitteeTypes.sol";

/// Operators with the keys that each registered once, and the sets that they form. Registering gives
/// no power: only the founding set, and sets that an old committee approved, ever hold shares. There
/// is no owner.
abstract contract CommitteeMembers is LicenseCommitteeTypes {
    uint256 private constant MAX_PROOF = 256;
    uint256 private constant MAX_ENDPOINT = 256;
    uint256 internal constant POINT = 33;
    uint64 internal constant FOUNDING = 1;

    /// A set of operators in order; the operator at position i has index i + 1.
    struct OperatorSet {
        uint8 threshold;
        address[] operators;
    }

    /// Where the committee's money is: bonds and pay.
    CommitteeTreasury public immutable treasury;

    uint8 public registered;
    uint64 public activeEpoch;
    uint64 internal _lastSet;
    mapping(address operator => Member) private _records;
    mapping(uint64 set => OperatorSet) private _sets;
    mapping(uint64 set => mapping(address operator => uint8 index)) internal _indexIn;
    mapping(uint64 epoch => EpochInfo) internal _epochs;

    constructor(address[] memory operators, uint8 t, CommitteeTreasury treasury_) {
        treasury = treasury_;
        _checkShape(operators.length, t);
        _addSet(operators, t);
    }

    /// States the keys of the caller's node: an Ed25519 identity and a secp256k1 encryption key with
    /// the proof that he holds it, once and for ever. Nodes check the proof; the chain checks only
    /// sizes. The last founding operator's registration starts the key generation.
    function register(
        bytes32 identityKey,
        bytes calldata encryptionKey,
        bytes calldata proofOfPossession,
        bytes32 tlsKey,
        string calldata endpoint
    ) external {
        treasury.requireAdmissible(msg.sender);
        Member storage self = _records[msg.sender];
        if (self.identityKey != 0) revert AlreadyRegistered(msg.sender);
        if (identityKey == 0) revert BadIdentityKey();
        _requireLength(encryptionKey.length, POINT, POINT);
        _requirePoint(encryptionKey, 0);
        _requireLength(proofOfPossession.length, 1, MAX_PROOF);
        (self.identityKey, self.encryptionKey) = (identityKey, encryptionKey);
        self.proofOfPossession = proofOfPossession;
        emit Registered(msg.sender, identityKey, encryptionKey, proofOfPossession);
        _setEndpoint(self, endpoint, tlsKey);
        if (_indexIn[FOUNDING][msg.sender] != 0 && ++registered == _sets[FOUNDING].operators.length) {
            _allRegistered();
        }
    }

    /// Moves the caller's node to another address or certificate; its keys stay.
    function setEndpoint(string calldata endpoint, bytes32 tlsKey) external {
        Member storage self = _records[msg.sender];
        if (self.identityKey == 0) revert NotRegistered(msg.sender);
        _setEndpoint(self, endpoint, tlsKey);
    }

    /// The set that the contract was made with.
    function founders() external view returns (address[] memory operators, uint8 needed) {
        return (_sets[FOUNDING].operators, _sets[FOUNDING].threshold);
    }

    /// The size of the active set; before the first activation, of the founding one.
    function size() external view returns (uint8) {
        return uint8(_sets[_shownSet()].operators.length);
    }

    /// How many of the active set open; before the first activation, of the founding one.
    function threshold() public view returns (uint8) {
        return _sets[_shownSet()].threshold;
    }

    /// An operator's index in the active set, or in the founding one before; 0 for a stranger.
    function memberIndex(address operator) public view returns (uint8) {
        return _indexIn[_shownSet()][operator];
    }

    /// The active set, or the founding one before the first activation.
    function members() external view returns (Member[] memory) {
        return _membersOf(_shownSet());
    }

    /// The set of an epoch, also of one that failed; empty for an epoch that never was.
    function membersOf(uint64 epoch) external view returns (Member[] memory) {
        return _membersOf(_epochs[epoch].set);
    }

    /// An operator's index in the set of an epoch, 0 for a stranger.
    function indexIn(uint64 epoch, address operator) external view returns (uint8) {
        return _indexIn[_epochs[epoch].set][operator];
    }

    /// What an epoch is and when it served.
    function epochInfo(uint64 epoch) external view returns (EpochInfo memory) {
        return _epochs[epoch];
    }

    /// The keys and addresses that an operator registered, with index 0: also of one who is no member.
    function operatorRecord(address operator) external view returns (Member memory) {
        return _record(operator, 0);
    }

    function _allRegistered() internal virtual;

    function _addSet(address[] memory operators, uint8 t) internal returns (uint64 set) {
        set = ++_lastSet;
        for (uint256 i; i < operators.length; ++i) {
            if (operators[i] == address(0)) revert ZeroAddress();
            if (_indexIn[set][operators[i]] != 0) revert DuplicateOperator(operators[i]);
            _indexIn[set][operators[i]] = uint8(i + 1);
        }
        (_sets[set].threshold, _sets[set].operators) = (t, operators);
    }

    function _setOf(uint64 set) internal view returns (uint8 n, uint8 t) {
        return (uint8(_sets[set].operators.length), _sets[set].threshold);
    }

    /// Founders may leave while there is no key; then their set makes none.
    function _requireFounders() internal view {
        address[] storage list = _sets[FOUNDING].operators;
        for (uint256 i; i < list.length; ++i) {
            treasury.requireAdmissible(list[i]);
        }
    }

    function _checkShape(uint256 n, uint8 t) internal pure {
        if (n > 255 || t == 0 || n + 1 < 2 * uint256(t)) revert BadCommitteeSize(n, t);
    }

    function _shownSet() internal view returns (uint64) {
        return activeEpoch == 0 ? FOUNDING : _epochs[activeEpoch].set;
    }

    function _requireIndex(uint64 set) internal view returns (uint8 index) {
        index = _indexIn[set][msg.sender];
        if (index == 0) revert NotOperator(msg.sender);
    }

    function _requireRegistered(address operator) internal view {
        if (_records[operator].identityKey == 0) revert NotRegistered(operator);
    }

    function _requireLength(uint256 length, uint256 minimum, uint256 maximum) internal pure {
        if (length < minimum || length > maximum) revert BadLength(length, minimum, maximum);
    }

    /// A compressed point starts with 2 or 3; whether it lies on the curve is for the nodes.
    function _requirePoint(bytes calldata data, uint256 at) internal pure {
        if (data[at] != 0x02 && data[at] != 0x03) revert BadPoint(at);
    }

    function _setEndpoint(Member storage self, string calldata endpoint, bytes32 tlsKey) private {
        _requireLength(bytes(endpoint).length, 1, MAX_ENDPOINT);
        (self.endpoint, self.tlsKey) = (endpoint, tlsKey);
        emit EndpointChanged(msg.sender, tlsKey, endpoint);
    }

    function _membersOf(uint64 set) private view returns (Member[] memory list) {
        address[] storage operators = _sets[set].operators;
        list = new Member[](operators.length);
        for (uint256 i; i < list.length; ++i) {
            list[i] = _record(operators[i], uint8(i + 1));
        }
    }

    function _record(address operator, uint8 index) private view returns (Member memory record) {
        record = _records[operator];
        (record.operator, record.index) = (operator, index);
    }
}
