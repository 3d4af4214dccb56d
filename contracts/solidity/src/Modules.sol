// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelErrors} from "./ChannelErrors.sol";
import {IChannelCore, IChannelRoyalty} from "./IChannelCore.sol";
import {IChannelGasless, IChannelRefund, IChannelResale} from "./IChannelTrade.sol";

/// Hands what the core does not do itself to the modules, whose addresses are fixed in the
/// implementation's code. A delegate call to an address that anybody could choose would be theft:
/// there is none. Addresses follow from code, so this code may stand before its modules do; a call to
/// one that is not there is refused, since it would succeed and do nothing.
abstract contract Modules is ChannelErrors {
    address internal immutable _trade;
    address internal immutable _office;
    address internal immutable _gasless;
    address internal immutable _views;

    constructor(address trade, address office, address gasless, address views) {
        (_trade, _office) = (trade, office);
        (_gasless, _views) = (gasless, views);
    }

    /// Coin without a call is for nothing that we could tell.
    receive() external payable {
        revert NoSuchFunction(0);
    }

    fallback() external payable {
        address module = _moduleOf(msg.sig);
        if (module.code.length == 0) revert ModuleHasNoCode(module);
        assembly ("memory-safe") {
            let at := mload(64)
            calldatacopy(at, 0, calldatasize())
            let ok := delegatecall(gas(), module, at, calldatasize(), 0, 0)
            returndatacopy(at, 0, returndatasize())
            switch ok
            case 0 { revert(at, returndatasize()) }
            default { return(at, returndatasize()) }
        }
    }

    /// The views' module is the rest: it refuses what it does not know.
    function _moduleOf(bytes4 selector) private view returns (address) {
        if (_isTrade(selector)) return _trade;
        if (_isOffice(selector)) return _office;
        if (_isGasless(selector)) return _gasless;
        return _views;
    }

    function _isTrade(bytes4 s) private pure returns (bool) {
        return s == IChannelResale.fill.selector || s == IChannelResale.acceptOffer.selector
            || s == IChannelResale.cancel.selector || s == IChannelResale.cancelAll.selector
            || s == IChannelResale.nonceUsed.selector || s == IChannelResale.epochOf.selector
            || s == IChannelResale.listingDigest.selector || s == IChannelResale.offerDigest.selector
            || s == IChannelRefund.refund.selector || s == IChannelRefund.accept.selector
            || s == IChannelRefund.acceptFor.selector || s == IChannelRefund.release.selector
            || s == IChannelRefund.holdOf.selector || s == IChannelRefund.acceptDigest.selector;
    }

    function _isOffice(bytes4 s) private pure returns (bool) {
        return s == IChannelRoyalty.claimWithDeed.selector || s == IChannelRoyalty.materialise.selector
            || s == IChannelRoyalty.transferSharesFrom.selector || s == IChannelRoyalty.addRoyalty.selector
            || s == IChannelRoyalty.setAutoClaim.selector || s == IChannelRoyalty.setShareOperator.selector
            || s == IChannelCore.setPrice.selector || s == IChannelCore.pause.selector
            || s == IChannelCore.setContentUri.selector || s == IChannelCore.offerOwnership.selector
            || s == IChannelCore.acceptOwnership.selector || s == IChannelCore.safeBatchTransferFrom.selector;
    }

    function _isGasless(bytes4 s) private pure returns (bool) {
        return s == IChannelGasless.buyWithPermit.selector || s == IChannelGasless.cancelOrder.selector || s == IChannelGasless.orderUsed.selector
            || s == IChannelGasless.orderDigest.selector || s == IChannelGasless.permitOrderDigest.selector;
    }
}
