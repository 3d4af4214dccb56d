// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {AccessTokens} from "./AccessTokens.sol";
import {Authorization, PurchaseOrder} from "./ChannelStructs.sol";
import {Editions} from "./Editions.sol";
import {Ledger, LedgerWord} from "./Ledger.sol";
import {Modules} from "./Modules.sol";
import {Orders} from "./Orders.sol";
import {Payments} from "./Payments.sol";
import {Shares} from "./Shares.sol";

/// A creator's own shop: editions, their sale, resale and royalties, and the access tokens, in one
/// contract, so that a purchase needs no call to another. Every channel is an immutable clone of this
/// code with its first owner and the factory as immutable arguments; rarely used ways are in modules
/// whose addresses this code fixes. Nobody, neither owner nor factory, can take back what was sold,
/// change a deed, or take out money that is not his. IChannel is everything that a channel answers.
contract Channel is AccessTokens, Editions, Shares, Orders, Modules {
    constructor(address trade, address office, address gasless, address views)
        Modules(trade, office, gasless, views)
    {}

    function owner() external view returns (address) {
        return _owner();
    }

    function buy(uint256 editionId, uint64 quantity, address recipient, uint128 maxUnitPrice, bytes calldata deed)
        external
        payable
    {
        Ledger ledger = _unlocked(editionId);
        if (ledger.has(LedgerWord.GATED)) revert PurchaseIsGated(editionId);
        (uint256 price, address token) = _offerOf(editionId);
        if (price > maxUnitPrice) revert PriceAboveMaximum(price, maxUnitPrice);
        uint256 paid = _reserve(editionId, ledger, quantity, price);
        Payments.take(token, msg.sender, paid);
        _deliver(Sale(editionId, msg.sender, recipient, quantity, paid), ledger, token, deed);
    }

    /// An authorisation's nonce is the order's digest, so nobody can take it out of its order, and only
    /// the channel itself can use it (`receiveWithAuthorization`).
    function buyWithAuthorization(PurchaseOrder calldata order, Authorization calldata given, bytes calldata deed)
        external
    {
        (Ledger ledger, uint256 paid) = _openOrder(order);
        Payments.takeAuthorized(order.token, order.payer, order.total, _orderDigest(order), given);
        _finishOrder(order, ledger, paid, deed);
    }

    function claim(uint256 editionId) external {
        _claim(editionId, msg.sender);
    }

    function claimMany(uint256[] calldata editionIds) external {
        for (uint256 i; i < editionIds.length; ++i) {
            _claim(editionIds[i], msg.sender);
        }
    }

    function claimFor(uint256 editionId, address holder) external {
        if (!_autoClaim[holder]) revert AutoClaimNotAllowed(holder);
        _claim(editionId, holder);
    }

    function transferShares(uint256 editionId, address to, uint32 shares, bytes calldata deed) external {
        _transferShares(editionId, msg.sender, to, shares, deed);
    }
}
