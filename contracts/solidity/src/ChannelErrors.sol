// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// Every refusal of every channel; the names are stable codes.
interface ChannelErrors {
    error NotOwner(address caller);
    error NotAClone();
    error NoSuchFunction(bytes4 selector);
    error ModuleHasNoCode(address module);
    error Reentrancy();
    error FeatureNotOffered(uint256 editionId, uint256 feature);

    error ZeroAddress();
    error ZeroAssetId();
    error ZeroQuantity();
    error ZeroPrice();
    error NoSuchEdition(uint256 editionId);
    error EditionExists(uint256 editionId);
    error PayTokenHasNoCode(address payToken);
    error RoyaltyTooHigh(uint16 royaltyBps);
    error UnknownTransferPolicy(uint8 policy);
    error UnknownSettlement(uint8 settlement);
    error UnknownFeature(uint16 features);
    error FeaturesExclude(uint16 features);
    error RefundWindowTooLong(uint32 seconds_);
    error BadDeedLength(uint256 length);
    error HolderNotAscending(uint256 index);
    error HolderNotAllowed(address holder);
    error ZeroShare(uint256 index);
    error SharesMustSumToMillion(uint256 sum);
    error WrongDeed(uint256 editionId);
    error PriceIsFixed(uint256 editionId);

    error PrimarySalesPaused(uint256 editionId);
    error PurchaseIsGated(uint256 editionId);
    error PriceAboveMaximum(uint256 price, uint128 maximum);
    error SupplyExceeded(uint256 left);
    error AmountTooLarge(uint256 amount);
    error PriceTooHigh(uint256 price);
    error SupplyTooLarge(uint64 maxSupply);
    error WrongNativeValue(uint256 expected, uint256 sent);
    error PaymentFailed(address payToken, address from, uint256 amount);
    error PaymentShort(address payToken, uint256 expected, uint256 received);
    error PayoutFailed(address payToken, address to, uint256 amount);
    error NotEnoughGas();

    error ListingExpired(uint64 expiry);
    error NonceUsed(address seller, uint256 nonce);
    error NonceOfAnotherEpoch(address seller, uint64 epoch);
    error WrongPayToken(address expected, address listed);
    error BadSignature(address seller);
    error InsufficientBalance(address holder, uint256 editionId, uint256 balance);
    /// The holder has the units, but they are lent, leased or may still be given back until then.
    error UnitsLocked(address holder, uint256 editionId, uint64 until);

    error HoldOpen(address recipient, uint64 until);
    error NothingHeld(uint256 editionId, address recipient);
    error RefundWindowOver(uint64 until);
    error RefundWindowOpen(uint64 until);

    error TotalDiffers(uint256 expected, uint256 total);
    error UnknownAction(uint8 action);
    error OrderAlreadyUsed(bytes32 order);
    error SignatureExpired(uint256 deadline);

    error NothingToClaim(uint256 editionId, address holder);
    error AutoClaimNotAllowed(address holder);
    error NotInDeed(uint256 editionId, address holder);
    error AlreadyMaterialised(uint256 editionId, address holder);
    error InsufficientShares(uint256 editionId, address holder, uint32 shares);

    error NotTransferable(uint256 editionId);
    error NotApproved(address operator, address holder);
    error UnsafeRecipient(address recipient);
    error LengthMismatch();

    error VoucherKeyUsed(address voucherKey);
    error NoSuchGift(address voucherKey);
    error GiftNotReclaimable(uint64 reclaimFrom);
    error NotGiver(address caller);
    error NotListed(uint256 editionId, address buyer);
    error AllowanceExceeded(uint256 allowed, uint256 wanted);
    error GateClosed(uint256 editionId, address buyer);
    error VoucherExpired(uint64 expiry);
    error VoucherNotForYou(address buyer);

    error NotOnOffer(uint256 editionId);
    error PeriodOutOfRange(uint32 period);
    error TooLong(uint64 until);
    error RenewalNotAllowed(uint256 editionId, address holder);
    error RenewalTooEarly(uint64 from);
    error AlreadyLent(uint256 editionId, uint64 until);
    error AlreadyBorrowed(uint256 editionId, address borrower);
    error NotBorrowed(uint256 editionId, address borrower);
    error NotAChannel(address channel);
    error NotABundle(address channel, uint256 editionId);
    error TooManyBundles(uint256 editionId);
}
