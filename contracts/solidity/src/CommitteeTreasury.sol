// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {CommitteeBonds} from "./CommitteeBonds.sol";
import {Erc20, Payments} from "./Payments.sol";

interface PaysRoyalties {
    function setAutoClaim(bool allowed) external;
}

/// The money of a LicenseCommittee, apart from its keys: bonds and convictions, and pay. Made by the
/// committee, which is the only one that it listens to; it has no owner.
///
/// Pay: this contract may stand in an edition's royalty table, by the creator's choice. What
/// arrives in coin or a token is divided equally among the members of the epoch that is active when it
/// is settled; native coin is settled at each change of epoch, tokens by whoever calls `settle`
/// before. What does not divide waits for the next time.
contract CommitteeTreasury is CommitteeBonds {
    /// What members may still draw of a token, all together.
    mapping(address token => uint256) public owed;
    mapping(uint64 epoch => mapping(address token => uint256)) public perMember;
    mapping(uint64 epoch => mapping(address token => mapping(address operator => uint256))) private _drawn;

    /// Made by a committee's constructor.
    constructor(uint32 bondLock_, uint256 minimumBond_) CommitteeBonds(bondLock_, minimumBond_) {}

    receive() external payable {}

    /// Lets anybody make a channel pay out what it credited to this treasury.
    function acceptClaims(address channel) external {
        PaysRoyalties(channel).setAutoClaim(true);
    }

    /// Divides what arrived since the last time among the members of the active epoch.
    function settle(address token) external once {
        uint64 epoch = committee.activeEpoch();
        if (epoch == 0) revert NoGroupKey();
        uint256 held = token == address(0) ? address(this).balance : Erc20(token).balanceOf(address(this));
        uint256 taken = owed[token] + (token == address(0) ? totalBonds : 0);
        uint256 n = committee.epochInfo(epoch).size;
        uint256 part = held > taken ? (held - taken) / n : 0;
        if (part == 0) return;
        perMember[epoch][token] += part;
        owed[token] += part * n;
        emit Settled(epoch, token, part);
    }

    /// Pays the caller what is his from an epoch.
    function draw(uint64 epoch, address token) external once {
        if (evicted[msg.sender]) revert IsEvicted(msg.sender);
        uint256 amount = _take(epoch, token, msg.sender);
        emit Drawn(epoch, token, msg.sender, amount);
        Payments.pay(token, msg.sender, amount);
    }

    /// Burns what a convicted operator did not draw.
    function burnWithheld(uint64 epoch, address token, address operator) external once {
        if (!evicted[operator]) revert NotConvicted(operator);
        uint256 amount = _take(epoch, token, operator);
        emit Burnt(epoch, token, operator, amount);
        Payments.pay(token, NOBODY, amount);
    }

    /// What an operator may draw of what was settled; whether he is barred, `evicted` says.
    function drawable(uint64 epoch, address token, address operator) public view returns (uint256) {
        if (committee.indexIn(epoch, operator) == 0) return 0;
        return perMember[epoch][token] - _drawn[epoch][token][operator];
    }

    function _take(uint64 epoch, address token, address operator) private returns (uint256 amount) {
        amount = drawable(epoch, token, operator);
        if (amount == 0) revert NothingToDraw(epoch, operator);
        _drawn[epoch][token][operator] += amount;
        owed[token] -= amount;
    }
}
