// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ChannelErrors} from "./ChannelErrors.sol";
import {ChannelEvents} from "./ChannelEvents.sol";
import {IChannelCore, IChannelRoyalty} from "./IChannelCore.sol";
import {IChannelGasless, IChannelRefund, IChannelResale} from "./IChannelTrade.sol";
import {IChannelViews} from "./IChannelViews.sol";

/// Everything that a channel answers, whichever code does it.
interface IChannel is
    IChannelCore,
    IChannelRoyalty,
    IChannelResale,
    IChannelRefund,
    IChannelGasless,
    IChannelViews,
    ChannelEvents,
    ChannelErrors
{}
