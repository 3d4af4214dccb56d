// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Edition} from "./ChannelStorage.sol";
import {EditionTerms, Feature, Settlement, TransferPolicy} from "./ChannelStructs.sol";
import {Ledger, LedgerWord} from "./Ledger.sol";
import {Royalties} from "./Royalties.sol";

/// Opens editions.
abstract contract Editions is Royalties {
    uint256 private constant MAX_ROYALTY_BPS = 5_000;
    uint256 private constant MAX_WINDOW = 30 days;
    uint256 private constant MAX_ENTRIES = 20;
    uint256 private constant MAX_PUSHED = 5;

    /// The data of EditionCreated in the order of the event.
    struct CreatedData {
        address payToken;
        uint128 price;
        uint64 maxSupply;
        uint16 royaltyBps;
        uint8 transferPolicy;
        bool push;
        uint32 refundWindow;
        uint16 features;
        bytes deed;
        string contentUri;
    }

    function createEdition(bytes32 salt, EditionTerms calldata terms, bytes calldata deed)
        external
        onlyOwner
        returns (uint256 editionId)
    {
        editionId = _editionIdOf(salt);
        Edition storage e = _editions[editionId];
        if (e.ledger.exists()) revert EditionExists(editionId);
        _checkTerms(terms);
        _checkFeatures(terms.features, terms.refundWindow);
        bool push = _pushes(terms.settlement, _checkedEntries(deed));
        uint256 left = terms.maxSupply == 0 ? LedgerWord.UNLIMITED : terms.maxSupply;
        e.ledger = LedgerWord.make(left, terms.royaltyBps, _flags(terms, push));
        e.offer = _packOffer(terms.price, terms.payToken);
        uint256 traits = _packTraits(terms.maxSupply, terms.refundWindow, terms.features);
        if (traits != 0) e.traits = traits;
        e.deedHash = keccak256(deed);
        e.assetId = terms.assetId;
        _emitCreated(editionId, terms, push, deed);
    }

    function _checkTerms(EditionTerms calldata terms) private view {
        if (terms.assetId == 0) revert ZeroAssetId();
        if (terms.maxSupply >= LedgerWord.UNLIMITED) revert SupplyTooLarge(terms.maxSupply);
        if (terms.royaltyBps > MAX_ROYALTY_BPS) revert RoyaltyTooHigh(terms.royaltyBps);
        if (terms.transferPolicy > TransferPolicy.BOUND) revert UnknownTransferPolicy(terms.transferPolicy);
        if (terms.refundWindow > MAX_WINDOW) revert RefundWindowTooLong(terms.refundWindow);
        if (terms.payToken != address(0) && terms.payToken.code.length == 0) {
            revert PayTokenHasNoCode(terms.payToken);
        }
    }

    /// A bundle must cost what its members' creators consented to, whoever buys how; a gift has nobody
    /// yet who could give it back.
    function _checkFeatures(uint16 features, uint256 window) private pure {
        if (features > Feature.ALL) revert UnknownFeature(features);
        uint256 others = Feature.RENTAL | Feature.SUBSCRIPTION | Feature.SIGNED_VOUCHER | Feature.BUNDLE_MEMBER;
        bool bundled = features & Feature.BUNDLE != 0 && features & others != 0;
        if (bundled || (window != 0 && features & Feature.VOUCHER_GIFT != 0)) revert FeaturesExclude(features);
    }

    /// The number of the deed's entries, which are fit.
    function _checkedEntries(bytes calldata deed) private view returns (uint256 n) {
        uint256 length = deed.length;
        if (length < ENTRIES + ENTRY || (length - ENTRIES) % ENTRY != 0 || length > ENTRIES + MAX_ENTRIES * ENTRY) {
            revert BadDeedLength(length);
        }
        n = _entries(deed);
        uint256 sum;
        address previous;
        for (uint256 i; i < n; ++i) {
            (address holder, uint256 shares) = _entry(deed, i);
            if (holder <= previous) revert HolderNotAscending(i);
            if (holder == address(this)) revert HolderNotAllowed(holder);
            if (shares == 0) revert ZeroShare(i);
            previous = holder;
            unchecked {
                sum += shares;
            }
        }
        if (sum != MILLION) revert SharesMustSumToMillion(sum);
    }

    function _pushes(uint8 settlement, uint256 entries) private pure returns (bool) {
        if (settlement > Settlement.PUSH) revert UnknownSettlement(settlement);
        return settlement == Settlement.PUSH || (settlement == Settlement.AUTOMATIC && entries <= MAX_PUSHED);
    }

    function _flags(EditionTerms calldata terms, bool push) private pure returns (uint256 flags) {
        flags = LedgerWord.EXISTS;
        if (push) flags |= LedgerWord.PUSH;
        if (terms.payToken != address(0)) flags |= LedgerWord.TOKEN;
        if (terms.refundWindow != 0) flags |= LedgerWord.WINDOW;
        if (terms.transferPolicy == TransferPolicy.FREE) flags |= LedgerWord.FREE;
        if (terms.transferPolicy == TransferPolicy.BOUND) flags |= LedgerWord.BOUND;
        if (terms.features & Feature.GATES != 0) flags |= LedgerWord.GATED;
        if (terms.features & Feature.BUNDLE != 0) flags |= LedgerWord.BUNDLE;
    }

    /// Logs EditionCreated. Its data are encoded through a struct, whose encoding is the same behind
    /// the leading offset word: twelve arguments do not fit on the stack.
    function _emitCreated(uint256 editionId, EditionTerms calldata terms, bool push, bytes calldata deed) private {
        bytes memory data = abi.encode(
            CreatedData({
                payToken: terms.payToken,
                price: terms.price,
                maxSupply: terms.maxSupply,
                royaltyBps: terms.royaltyBps,
                transferPolicy: terms.transferPolicy,
                push: push,
                refundWindow: terms.refundWindow,
                features: terms.features,
                deed: deed,
                contentUri: terms.contentUri
            })
        );
        bytes32 topic = EditionCreated.selector;
        bytes32 assetId = terms.assetId;
        assembly ("memory-safe") {
            log3(add(data, 64), sub(mload(data), 32), topic, editionId, assetId)
        }
    }
}
