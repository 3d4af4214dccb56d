// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.generated;

import java.util.Map;

/// The refusals of all contracts by selector. Generated.
public final class ErrorTable {
  /// From the first four bytes of revert data, in hexadecimal, to the error with its arguments.
  public static final Map<String, String> BY_SELECTOR =
      Map.ofEntries(
          Map.entry("b1451e2b", "AlreadyComplained(uint8 member, uint16 dealer)"),
          Map.entry("0dbeb597", "AlreadyPosted(uint64 epoch, uint8 kind, uint8 member)"),
          Map.entry("45ed80e9", "AlreadyRegistered(address operator)"),
          Map.entry("b19c4fcf", "AlreadyRevoked(address wallet, bytes32 what)"),
          Map.entry("08083b2a", "AmountTooLarge(uint256 amount)"),
          Map.entry("d309466d", "AuthorizationAlreadyUsed(address authorizer, bytes32 nonce)"),
          Map.entry("3d91b05f", "AuthorizationExpired(uint256 validBefore)"),
          Map.entry("7a4df079", "AuthorizationNotYetValid(uint256 validAfter)"),
          Map.entry("17a7dfca", "AutoClaimNotAllowed(address holder)"),
          Map.entry("1edb87d9", "BadCommitteeSize(uint256 operators, uint8 threshold)"),
          Map.entry("665cc24e", "BadDealer(uint16 dealer)"),
          Map.entry("57fb5241", "BadIdentityKey()"),
          Map.entry("21fbbae7", "BadLength(uint256 length, uint256 minimum, uint256 maximum)"),
          Map.entry("d99a5f9d", "BadPoint(uint256 at)"),
          Map.entry("9a7d38d9", "BadSignature(address signer)"),
          Map.entry("1cbf8198", "BadTableSize(uint256 holders, uint256 shares)"),
          Map.entry("38147cf9", "CallerMustBePayee(address payee)"),
          Map.entry("d3aacc13", "CeremonyNotFailed(uint64 epoch, uint8 phase)"),
          Map.entry("e36469c2", "ChannelExists(address channel)"),
          Map.entry("c9e0e757", "CommitmentMismatch(bytes32 committed, bytes32 revealed)"),
          Map.entry("905ce09a", "DuplicateOperator(address operator)"),
          Map.entry("65110ca2", "EditionExists(uint256 editionId)"),
          Map.entry("de59187f", "GroupKeyMismatch()"),
          Map.entry("5398ef0e", "HolderNotAllowed(address holder)"),
          Map.entry("6ffc390d", "HolderNotAscending(uint256 index)"),
          Map.entry(
              "192b9e4e",
              "InsufficientAllowance(address spender, uint256 allowance, uint256 needed)"),
          Map.entry(
              "db42144d", "InsufficientBalance(address holder, uint256 balance, uint256 needed)"),
          Map.entry("ff633a38", "LengthMismatch()"),
          Map.entry("8766f5c9", "ListingExpired(uint64 expiry)"),
          Map.entry("13e00003", "NoSuchEdition(uint256 editionId)"),
          Map.entry("2af71f10", "NonceUsed(address seller, uint256 nonce)"),
          Map.entry("3ce914e4", "NotAClone()"),
          Map.entry("19407d36", "NotApproved(address operator, address holder)"),
          Map.entry("76f742f2", "NotCommitted(uint64 epoch, uint8 member)"),
          Map.entry("dd629f86", "NotEnoughGas()"),
          Map.entry("76c6c93a", "NotOperator(address caller)"),
          Map.entry("245aecd3", "NotOwner(address caller)"),
          Map.entry("bfc6c337", "NotRegistered(address operator)"),
          Map.entry("33dece42", "NotTransferable(uint256 editionId)"),
          Map.entry("b361b5fb", "NothingToClaim(uint256 editionId, address holder)"),
          Map.entry("bba2661c", "PayTokenHasNoCode(address payToken)"),
          Map.entry("cceda04b", "PaymentFailed(address payToken, address from, uint256 amount)"),
          Map.entry(
              "24048024", "PaymentShort(address payToken, uint256 expected, uint256 received)"),
          Map.entry("3a996fd8", "PayoutFailed(address payToken, address to, uint256 amount)"),
          Map.entry("9e96b26f", "PermitExpired(uint256 deadline)"),
          Map.entry("5c64d6f1", "PriceAboveMaximum(uint256 price, uint128 maximum)"),
          Map.entry("0c3db3e7", "PriceTooHigh(uint256 price)"),
          Map.entry("391fe5bc", "PrimarySalesPaused(uint256 editionId)"),
          Map.entry("729e4806", "PublicHashMismatch(bytes32 claimed, bytes32 actual)"),
          Map.entry("ab143c06", "Reentrancy()"),
          Map.entry("a6f9fd48", "RoyaltyTooHigh(uint16 royaltyBps)"),
          Map.entry("d9ea7c75", "SharesMustSumToMillion(uint256 sum)"),
          Map.entry("ee322b24", "SupplyExceeded(uint256 left)"),
          Map.entry("9f03a468", "SupplyTooLarge(uint64 maxSupply)"),
          Map.entry("bd3c9089", "UnknownKind(uint8 kind)"),
          Map.entry("58c3bed4", "UnsafeRecipient(address recipient)"),
          Map.entry("2b9264ec", "WrongEpoch(uint64 epoch, uint64 current)"),
          Map.entry("fe018882", "WrongNativeValue(uint256 expected, uint256 sent)"),
          Map.entry("9491f99b", "WrongPayToken(address expected, address listed)"),
          Map.entry("05fb5e1b", "WrongPhase(uint8 required, uint8 current)"),
          Map.entry("4ed55cbc", "WrongTable(uint256 editionId)"),
          Map.entry("d92e233d", "ZeroAddress()"),
          Map.entry("28493331", "ZeroAssetId()"),
          Map.entry("4dfba023", "ZeroPrice()"),
          Map.entry("f4f5b733", "ZeroQuantity()"),
          Map.entry("ef647f82", "ZeroShare(uint256 index)"),
          Map.entry("4acbbb65", "ZeroWindow()"));

  private ErrorTable() {}
}
