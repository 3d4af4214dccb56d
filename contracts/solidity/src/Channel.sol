// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {LibClone} from "solady/utils/LibClone.sol";
import {EditionView, Listing, Terms} from "./ChannelTypes.sol";
import {ListingBook} from "./ListingBook.sol";
import {Hot, HotWord} from "./Hot.sol";
import {Payments} from "./Payments.sol";
import {AccessToken} from "./AccessToken.sol";
import {Edition, RoyaltyLedger} from "./RoyaltyLedger.sol";

/// A creator's own shop: editions, their sale, resale and royalties, and the access tokens, in one
/// contract, so that a purchase needs no call to another. Every channel is an immutable clone of this
/// code with the owner and the factory as immutable arguments. Nobody, neither owner nor factory, can
/// take back what was sold, change a royalty table or take out money that is not his.
contract Channel is RoyaltyLedger, ListingBook {
    uint256 private constant MAX_ROYALTY_BPS = 5_000;
    uint8 private constant OWNED = 0;
    uint8 private constant NOT_OWNER = 1;
    uint8 private constant NO_SUCH_EDITION = 2;

    /// The data of EditionCreated in the order of the event.
    struct CreatedData {
        address payToken;
        uint128 price;
        uint64 maxSupply;
        uint16 royaltyBps;
        bool transferable;
        bool push;
        address[] holders;
        uint32[] shares;
        string contentUri;
    }

    address private immutable _code = address(this);

    modifier onlyOwner() {
        if (address(this) == _code) revert NotAClone();
        if (msg.sender != owner()) revert NotOwner(msg.sender);
        _;
    }

    function owner() public view returns (address) {
        return address(bytes20(LibClone.argsOnClone(address(this), 0, 20)));
    }

    function factory() external view returns (address) {
        return address(bytes20(LibClone.argsOnClone(address(this), 20, 40)));
    }

    /// The id an edition gets, known before it exists: an asset can be encrypted for it first.
    function editionIdOf(bytes32 salt) public view returns (uint256 editionId) {
        editionId = uint256(keccak256(abi.encode(block.chainid, address(this), salt)));
    }

    /// Opens an edition. The royalty table is fixed here for ever: at most twenty holders, strictly
    /// ascending, shares in parts per million. Editions with more than five holders are credited.
    function createEdition(
        bytes32 salt,
        Terms calldata terms,
        address[] calldata holders,
        uint32[] calldata shares
    ) external onlyOwner guarded returns (uint256 editionId) {
        editionId = editionIdOf(salt);
        Edition storage e = _editions[editionId];
        if (e.hot.exists()) revert EditionExists(editionId);
        _checkTerms(terms);
        _checkTable(holders, shares);
        bool push = terms.pushRoyalties && holders.length <= MAX_PUSHED;
        uint256 left = terms.maxSupply == 0 ? HotWord.UNLIMITED : terms.maxSupply;
        e.hot = HotWord.make(_checkedPrice(terms.price), left, terms.royaltyBps, _flags(terms, push));
        (e.maxSupply, e.payToken) = (uint40(terms.maxSupply), terms.payToken);
        e.tableHash = _hashTable(holders, shares);
        e.assetId = terms.assetId;
        _emitCreated(editionId, terms, push, holders, shares);
    }

    /// Points to where the file lies now; the asset itself never changes.
    function setContentUri(uint256 editionId, string calldata contentUri) external onlyOwner {
        _existing(editionId);
        emit ContentUpdated(editionId, contentUri);
    }

    function setPrice(uint256 editionId, uint128 price) external onlyOwner {
        _editions[editionId].hot = _existing(editionId).withPrice(_checkedPrice(price));
        emit PriceChanged(editionId, price);
    }

    /// Stops or resumes new primary sales; resale, claims and access go on.
    function pause(uint256 editionId, bool paused) external onlyOwner {
        _editions[editionId].hot = _existing(editionId).withFlag(HotWord.PAUSED, paused);
        emit SalesPaused(editionId, paused);
    }

    /// Buys `quantity` units for `recipient` and settles the royalties in the same transaction. An
    /// edition that credits its royalties needs no table: pass empty arrays.
    function buy(
        uint256 editionId,
        uint64 quantity,
        address recipient,
        uint128 maxUnitPrice,
        address[] calldata holders,
        uint32[] calldata shares
    ) external payable guarded {
        (Hot hot, uint256 paid) = _reserve(editionId, quantity, maxUnitPrice);
        address token = _payToken(editionId, hot);
        Payments.take(token, paid);
        _mint(recipient, editionId, quantity);
        emit Sold(editionId, msg.sender, recipient, quantity, paid);
        if (hot.has(HotWord.PUSH)) _pushRoyalties(editionId, token, paid, holders, shares);
        _tellRecipient(address(0), recipient, editionId, quantity, "");
    }

    /// Fills a signed listing: the caller pays, the royalty goes to the edition's holders exactly as
    /// in a sale, the rest to the seller, the units to `recipient`.
    function fill(
        Listing calldata listing,
        bytes calldata signature,
        address recipient,
        address[] calldata holders,
        uint32[] calldata shares
    ) external payable guarded {
        (bool push, uint256 royalty) = _openListing(listing, signature);
        Payments.take(listing.payToken, listing.price);
        _handOver(listing, recipient, royalty);
        if (push) _pushRoyalties(listing.editionId, listing.payToken, royalty, holders, shares);
        _payProceeds(listing.editionId, listing.payToken, listing.seller, listing.price - royalty);
        _tellRecipient(listing.seller, recipient, listing.editionId, listing.quantity, "");
    }

    /// Whether `holder` may use the edition: reason 0 owned, 1 not owner, 2 no such edition.
    function hasAccess(address holder, uint256 editionId)
        external
        view
        returns (bool ok, uint8 reason, uint64 until)
    {
        if (!_editions[editionId].hot.exists()) return (false, NO_SUCH_EDITION, 0);
        if (balanceOf(holder, editionId) == 0) return (false, NOT_OWNER, 0);
        return (true, OWNED, type(uint64).max);
    }

    function edition(uint256 editionId) external view returns (EditionView memory) {
        Hot hot = _existing(editionId);
        Edition storage e = _editions[editionId];
        uint256 supply = e.maxSupply == 0 ? HotWord.UNLIMITED : e.maxSupply;
        return EditionView({
            assetId: e.assetId,
            payToken: e.payToken,
            price: uint128(hot.price()),
            maxSupply: e.maxSupply,
            sold: uint64(supply - hot.left()),
            royaltyBps: uint16(hot.royaltyBps()),
            transferable: hot.has(HotWord.TRANSFERABLE),
            pushRoyalties: hot.has(HotWord.PUSH),
            paused: hot.has(HotWord.PAUSED),
            tableHash: e.tableHash,
            credited: hot.credited(),
            drawn: e.drawn
        });
    }

    /// Names the asset, which never changes. Where its file lies is said by events.
    function uri(uint256 editionId) external view returns (string memory) {
        bytes memory digits = "0123456789abcdef";
        bytes memory text = "urn:smartweb:asset:0000000000000000000000000000000000000000000000000000000000000000";
        _existing(editionId);
        uint256 rest = uint256(_editions[editionId].assetId);
        for (uint256 at = text.length; at > text.length - 64; rest >>= 4) {
            text[--at] = digits[rest & 15];
        }
        return string(text);
    }

    function _checkTerms(Terms calldata terms) private view {
        if (terms.assetId == 0) revert ZeroAssetId();
        if (terms.maxSupply >= HotWord.UNLIMITED) revert SupplyTooLarge(terms.maxSupply);
        if (terms.royaltyBps > MAX_ROYALTY_BPS) revert RoyaltyTooHigh(terms.royaltyBps);
        if (terms.payToken != address(0) && terms.payToken.code.length == 0) {
            revert PayTokenHasNoCode(terms.payToken);
        }
    }

    function _checkedPrice(uint128 price) private pure returns (uint256) {
        if (price > HotWord.MAX_PRICE) revert PriceTooHigh(price);
        return price;
    }

    function _flags(Terms calldata terms, bool push) private pure returns (uint256) {
        return HotWord.EXISTS | (terms.transferable ? HotWord.TRANSFERABLE : 0) | (push ? HotWord.PUSH : 0)
            | (terms.payToken == address(0) ? 0 : HotWord.TOKEN);
    }

    /// Logs EditionCreated. Its data are encoded through a struct, whose encoding is the same behind
    /// the leading offset word: eleven arguments do not fit on the stack.
    function _emitCreated(
        uint256 editionId,
        Terms calldata terms,
        bool push,
        address[] calldata holders,
        uint32[] calldata shares
    ) private {
        bytes memory data = abi.encode(
            CreatedData({
                payToken: terms.payToken,
                price: terms.price,
                maxSupply: terms.maxSupply,
                royaltyBps: terms.royaltyBps,
                transferable: terms.transferable,
                push: push,
                holders: holders,
                shares: shares,
                contentUri: terms.contentUri
            })
        );
        bytes32 topic = EditionCreated.selector;
        bytes32 assetId = terms.assetId;
        assembly ("memory-safe") {
            log3(add(data, 64), sub(mload(data), 32), topic, editionId, assetId)
        }
    }

    /// Checks the sale's terms, takes the units out of supply, credits what is not pushed, and says
    /// what the units cost.
    function _reserve(uint256 editionId, uint64 quantity, uint128 maxUnitPrice)
        private
        returns (Hot hot, uint256 paid)
    {
        hot = _existing(editionId);
        if (hot.has(HotWord.PAUSED)) revert PrimarySalesPaused(editionId);
        if (quantity == 0) revert ZeroQuantity();
        if (hot.price() > maxUnitPrice) revert PriceAboveMaximum(hot.price(), maxUnitPrice);
        if (quantity > hot.left()) revert SupplyExceeded(hot.left());
        unchecked {
            paid = hot.price() * quantity;
        }
        if (paid > HotWord.MAX_CREDITED) revert AmountTooLarge(paid);
        hot = _credited(hot.less(quantity), paid);
        _editions[editionId].hot = hot;
    }

    /// Checks a listing, uses its nonce, credits what is not pushed, and says the royalty, rounded up
    /// in the holders' favour.
    function _openListing(Listing calldata listing, bytes calldata signature)
        private
        returns (bool push, uint256 royalty)
    {
        Hot hot = _existing(listing.editionId);
        if (listing.seller == address(0)) revert ZeroAddress();
        if (listing.quantity == 0) revert ZeroQuantity();
        if (listing.price == 0) revert ZeroPrice();
        if (listing.price > HotWord.MAX_CREDITED) revert AmountTooLarge(listing.price);
        if (listing.expiry < block.timestamp) revert ListingExpired(listing.expiry);
        address token = _payToken(listing.editionId, hot);
        if (listing.payToken != token) revert WrongPayToken(token, listing.payToken);
        _useNonce(listing.seller, listing.nonce);
        _requireSigned(listing, signature);
        royalty = (listing.price * hot.royaltyBps() + 9_999) / 10_000;
        push = hot.has(HotWord.PUSH);
        if (!push) _editions[listing.editionId].hot = _credited(hot, royalty);
    }

    function _handOver(Listing calldata listing, address recipient, uint256 royalty) private {
        _move(listing.seller, recipient, listing.editionId, listing.quantity);
        emit TransferSingle(msg.sender, listing.seller, recipient, listing.editionId, listing.quantity);
        emit Resold(
            listing.editionId,
            listing.seller,
            recipient,
            listing.quantity,
            listing.price,
            royalty,
            listing.nonce
        );
    }

    function _requireTransferable(uint256 editionId) internal view override(AccessToken) {
        if (!_editions[editionId].hot.has(HotWord.TRANSFERABLE)) revert NotTransferable(editionId);
    }

    function _existing(uint256 editionId) private view returns (Hot hot) {
        hot = _editions[editionId].hot;
        if (!hot.exists()) revert NoSuchEdition(editionId);
    }
}
