// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {EpochInfo} from "./LicenseCommitteeTypes.sol";

/// What the treasury reads of its committee.
interface CommitteeSeats {
    function activeEpoch() external view returns (uint64);
    function epochInfo(uint64 epoch) external view returns (EpochInfo memory);
    function indexIn(uint64 epoch, address operator) external view returns (uint8);
    function isSeated(address operator) external view returns (bool);
}

/// Events and refusals of a CommitteeTreasury.
interface CommitteeTreasuryTypes {
    event BondDeposited(address indexed operator, uint256 amount);
    event ExitRequested(address indexed operator, uint64 releasedAt);
    event BondWithdrawn(address indexed operator, uint256 amount);
    event Accused(
        bytes32 indexed id, address indexed accused, uint64 indexed epoch, bytes32 code, address accuser, bytes evidence
    );
    event Convicted(bytes32 indexed id, address indexed accused, uint256 bondBurnt);
    event Settled(uint64 indexed epoch, address indexed token, uint256 perMember);
    event Drawn(uint64 indexed epoch, address indexed token, address indexed operator, uint256 amount);
    event Burnt(uint64 indexed epoch, address indexed token, address indexed operator, uint256 amount);

    error NotOperator(address caller);
    error NoGroupKey();
    error ZeroAddress();
    error TooEarly(uint64 readyAt);
    error BadLength(uint256 length, uint256 minimum, uint256 maximum);
    error BondTooSmall(address operator, uint256 bond, uint256 minimum);
    error IsLeaving(address operator);
    error IsEvicted(address operator);
    error StillMember(address operator);
    error AlreadyJudged(bytes32 id, address operator);
    error UnknownAccusation(bytes32 id);
    error NotAMember(address operator, uint64 epoch);
    error NotConvicted(address operator);
    error NothingToDraw(uint64 epoch, address operator);
    error Reentered();
}
