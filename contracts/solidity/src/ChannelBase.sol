// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {LibClone} from "solady/utils/LibClone.sol";
import {ChannelStorage} from "./ChannelStorage.sol";
import {Ledger, LedgerWord} from "./Ledger.sol";

/// What the core and every module need: the owner, the lock, an edition's words.
abstract contract ChannelBase is ChannelStorage {
    uint256 private constant PRICE = type(uint88).max;
    uint256 private constant SUPPLY = 40;
    uint256 private constant MATERIALISED = 60;
    uint256 private constant FEATURES = 92;

    address private immutable _code = address(this);

    modifier onlyOwner() {
        if (address(this) == _code) revert NotAClone();
        if (msg.sender != _owner()) revert NotOwner(msg.sender);
        _;
    }

    /// Locks an edition for as long as something of it is under way.
    modifier guarded(uint256 editionId) {
        _editions[editionId].ledger = _unlocked(editionId).with(LedgerWord.LOCKED);
        _;
        _unlock(editionId);
    }

    function _owner() internal view returns (address current) {
        current = _newOwner;
        if (current == address(0)) current = address(bytes20(LibClone.argsOnClone(address(this), 0, 20)));
    }

    function _editionIdOf(bytes32 salt) internal view returns (uint256 editionId) {
        editionId = uint256(keccak256(abi.encode(block.chainid, address(this), salt)));
    }

    /// The edition's ledger, when nothing of the edition is under way.
    function _unlocked(uint256 editionId) internal view returns (Ledger ledger) {
        ledger = _existing(editionId);
        if (ledger.has(LedgerWord.LOCKED)) revert Reentrancy();
    }

    function _existing(uint256 editionId) internal view returns (Ledger ledger) {
        ledger = _editions[editionId].ledger;
        if (!ledger.exists()) revert NoSuchEdition(editionId);
    }

    function _unlock(uint256 editionId) internal {
        _editions[editionId].ledger = _editions[editionId].ledger.without(LedgerWord.LOCKED);
    }

    function _offerOf(uint256 editionId) internal view returns (uint256 price, address token) {
        uint256 offer = _editions[editionId].offer;
        (price, token) = (offer & PRICE, address(uint160(offer >> 88)));
    }

    /// The token an edition is paid in; one paid in native coin is known from its ledger.
    function _tokenOf(uint256 editionId, Ledger ledger) internal view returns (address token) {
        if (ledger.has(LedgerWord.TOKEN)) (, token) = _offerOf(editionId);
    }

    function _packOffer(uint256 price, address token) internal pure returns (uint256) {
        if (price > PRICE) revert PriceTooHigh(price);
        return price | uint256(uint160(token)) << 88;
    }

    function _packTraits(uint256 maxSupply, uint256 window, uint256 features) internal pure returns (uint256) {
        return maxSupply | window << MATERIALISED | features << FEATURES;
    }

    function _maxSupplyOf(uint256 editionId) internal view returns (uint256) {
        return _editions[editionId].traits & type(uint40).max;
    }

    /// The entries of the deed that became shares, one bit each.
    function _materialisedOf(uint256 editionId) internal view returns (uint256) {
        return _editions[editionId].traits >> SUPPLY & 0xfffff;
    }

    function _markMaterialised(uint256 editionId, uint256 index) internal {
        _editions[editionId].traits |= 1 << SUPPLY + index;
    }

    function _windowOf(uint256 editionId) internal view returns (uint256) {
        return _editions[editionId].traits >> MATERIALISED & type(uint32).max;
    }

    function _featuresOf(uint256 editionId) internal view returns (uint256) {
        return _editions[editionId].traits >> FEATURES & type(uint16).max;
    }

    /// The edition must have opted into the feature.
    function _requireFeature(uint256 editionId, uint256 feature) internal view {
        if (_featuresOf(editionId) & feature == 0) {
            _existing(editionId);
            revert FeatureNotOffered(editionId, feature);
        }
    }
}
