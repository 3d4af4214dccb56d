// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Hold} from "./ChannelStorage.sol";
import {HoldView, Listing, Offer} from "./ChannelStructs.sol";
import {IChannelRefund, IChannelResale} from "./IChannelTrade.sol";
import {Ledger, LedgerWord} from "./Ledger.sol";
import {Payments} from "./Payments.sol";
import {Sales} from "./Sales.sol";
import {Seat} from "./Seat.sol";
import {Signatures} from "./Signatures.sol";

/// A channel's module for resale and refunds; it runs on the channel's state and money.
contract ChannelTrade is Sales, Signatures, IChannelResale, IChannelRefund {
    bytes32 private constant LISTING_TYPE = keccak256(
        "Listing(address seller,uint256 editionId,uint64 quantity,address payToken,uint256 price,uint256 nonce,uint64 expiry)"
    );
    bytes32 private constant OFFER_TYPE = keccak256(
        "Offer(address buyer,uint256 editionId,uint64 quantity,address recipient,address payToken,uint256 price,uint256 nonce,uint64 expiry)"
    );
    bytes32 private constant ACCEPT_TYPE =
        keccak256("Accept(uint256 editionId,address recipient,uint64 until,uint64 deadline)");
    uint256 private constant EPOCH = 192;

    /// Units that change hands for a price of which the royalty is a part.
    struct Deal {
        uint256 editionId;
        address seller;
        address payer;
        address recipient;
        uint256 quantity;
        address token;
        uint256 price;
        uint256 nonce;
    }

    function fill(Listing calldata listing, bytes calldata signature, address recipient, bytes calldata deed)
        external
        payable
    {
        _requireOpen(listing.expiry);
        _useCurrentNonce(listing.seller, listing.nonce);
        _requireSigned(listing.seller, listingDigest(listing), signature);
        Deal memory deal = Deal({
            editionId: listing.editionId,
            seller: listing.seller,
            payer: msg.sender,
            recipient: recipient,
            quantity: listing.quantity,
            token: listing.payToken,
            price: listing.price,
            nonce: listing.nonce
        });
        _settle(deal, deed);
    }

    function acceptOffer(Offer calldata offer, bytes calldata signature, bytes calldata deed) external {
        _requireOpen(offer.expiry);
        if (offer.payToken == address(0)) revert WrongPayToken(offer.payToken, offer.payToken);
        _useCurrentNonce(offer.buyer, offer.nonce);
        _requireSigned(offer.buyer, offerDigest(offer), signature);
        emit OfferAccepted(offer.buyer, offer.nonce);
        Deal memory deal = Deal({
            editionId: offer.editionId,
            seller: msg.sender,
            payer: offer.buyer,
            recipient: offer.recipient,
            quantity: offer.quantity,
            token: offer.payToken,
            price: offer.price,
            nonce: offer.nonce
        });
        _settle(deal, deed);
    }

    function cancel(uint256 nonce) external {
        _useNonce(msg.sender, nonce);
        emit ListingCancelled(msg.sender, nonce);
    }

    function cancelAll() external {
        uint64 epoch = ++_epochs[msg.sender];
        emit EpochRaised(msg.sender, epoch);
    }

    function nonceUsed(address account, uint256 nonce) external view returns (bool) {
        return _nonces[account][nonce >> 8] & (1 << (nonce & 0xff)) != 0 || nonce >> EPOCH != _epochs[account];
    }

    function epochOf(address account) external view returns (uint64) {
        return _epochs[account];
    }

    function listingDigest(Listing calldata listing) public view returns (bytes32) {
        return _digest(keccak256(abi.encode(LISTING_TYPE, listing)));
    }

    function offerDigest(Offer calldata offer) public view returns (bytes32) {
        return _digest(keccak256(abi.encode(OFFER_TYPE, offer)));
    }

    function refund(uint256 editionId) external {
        Ledger ledger = _unlocked(editionId);
        Seat seat = _heldSeat(editionId, msg.sender);
        if (block.timestamp >= seat.refundableUntil()) revert RefundWindowOver(uint64(seat.refundableUntil()));
        Hold memory hold = _holds[editionId][msg.sender];
        delete _holds[editionId][msg.sender];
        uint256 units = seat.refundable();
        _seats[editionId][msg.sender] = seat.minus(units).withRefundable(0, 0);
        _editions[editionId].ledger = ledger.more(units).with(LedgerWord.LOCKED);
        _draw(editionId, hold.paid);
        emit TransferSingle(msg.sender, msg.sender, address(0), editionId, units);
        emit Refunded(editionId, msg.sender, hold.payer, hold.paid);
        _giveBack(editionId, _tokenOf(editionId, ledger), hold);
        _unlock(editionId);
    }

    function accept(uint256 editionId, bytes calldata deed) external guarded(editionId) {
        _heldSeat(editionId, msg.sender);
        _release(editionId, msg.sender, deed);
    }

    function acceptFor(
        uint256 editionId,
        address recipient,
        uint64 deadline,
        bytes calldata signature,
        bytes calldata deed
    ) external guarded(editionId) {
        _heldSeat(editionId, recipient);
        if (deadline < block.timestamp) revert SignatureExpired(deadline);
        _requireSigned(recipient, acceptDigest(editionId, recipient, deadline), signature);
        _release(editionId, recipient, deed);
    }

    function release(uint256 editionId, address recipient, bytes calldata deed) external guarded(editionId) {
        uint256 until = _heldSeat(editionId, recipient).refundableUntil();
        if (block.timestamp < until) revert RefundWindowOpen(uint64(until));
        _release(editionId, recipient, deed);
    }

    function holdOf(uint256 editionId, address recipient) external view returns (HoldView memory) {
        Hold memory hold = _holds[editionId][recipient];
        Seat seat = _seats[editionId][recipient];
        return HoldView(hold.payer, uint64(seat.refundable()), hold.paid, uint64(seat.refundableUntil()));
    }

    function acceptDigest(uint256 editionId, address recipient, uint64 deadline) public view returns (bytes32) {
        uint256 until = _seats[editionId][recipient].refundableUntil();
        return _digest(keccak256(abi.encode(ACCEPT_TYPE, editionId, recipient, until, deadline)));
    }

    /// Moves money and units of a deal that both sides agreed to. The royalty is rounded up, in the
    /// holders' favour.
    function _settle(Deal memory deal, bytes calldata deed) private {
        uint256 id = deal.editionId;
        Ledger ledger = _unlocked(id);
        if (ledger.has(LedgerWord.BOUND)) revert NotTransferable(id);
        address token = _tokenOf(id, ledger);
        if (deal.token != token) revert WrongPayToken(token, deal.token);
        if (deal.quantity == 0) revert ZeroQuantity();
        if (deal.price == 0) revert ZeroPrice();
        if (deal.price > LedgerWord.MAX_AMOUNT) revert AmountTooLarge(deal.price);
        uint256 royalty = (deal.price * ledger.royaltyBps() + 9_999) / 10_000;
        _editions[id].ledger = _earning(ledger, royalty).with(LedgerWord.LOCKED);
        Payments.take(token, deal.payer, deal.price);
        _handOver(deal, royalty);
        if (ledger.has(LedgerWord.PUSH)) _push(id, token, royalty, deed);
        _payProceeds(id, token, deal.seller, deal.price - royalty);
        _tellRecipient(deal.seller, deal.recipient, id, deal.quantity, "");
        _unlock(id);
    }

    function _handOver(Deal memory deal, uint256 royalty) private {
        _move(deal.seller, deal.recipient, deal.editionId, deal.quantity);
        emit TransferSingle(msg.sender, deal.seller, deal.recipient, deal.editionId, deal.quantity);
        emit Resold(
            deal.editionId,
            deal.seller,
            deal.recipient,
            uint64(deal.quantity),
            deal.price,
            royalty,
            deal.nonce
        );
    }

    function _giveBack(uint256 editionId, address token, Hold memory hold) private {
        if (hold.paid == 0 || Payments.tryPush(token, hold.payer, hold.paid)) return;
        _credit(editionId, hold.payer, hold.paid);
        emit RefundCredited(editionId, hold.payer, hold.paid);
    }

    function _heldSeat(uint256 editionId, address recipient) private view returns (Seat seat) {
        seat = _seats[editionId][recipient];
        if (seat.refundable() == 0) revert NothingHeld(editionId, recipient);
    }

    function _requireOpen(uint64 expiry) private view {
        if (expiry < block.timestamp) revert ListingExpired(expiry);
    }

    function _useCurrentNonce(address account, uint256 nonce) private {
        uint64 epoch = _epochs[account];
        if (nonce >> EPOCH != epoch) revert NonceOfAnotherEpoch(account, epoch);
        _useNonce(account, nonce);
    }
}
