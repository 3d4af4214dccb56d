// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {Channel} from "../../src/Channel.sol";
import {ChannelFactory} from "../../src/ChannelFactory.sol";
import {ChannelGasless} from "../../src/ChannelGasless.sol";
import {ChannelOffice} from "../../src/ChannelOffice.sol";
import {ChannelTrade} from "../../src/ChannelTrade.sol";
import {ChannelViews} from "../../src/ChannelViews.sol";

/// Puts the modules, the implementation and the factory on a chain.
library ChannelStack {
    function deploy() internal returns (ChannelFactory) {
        Channel implementation = new Channel(
            address(new ChannelTrade()),
            address(new ChannelOffice()),
            address(new ChannelGasless()),
            address(new ChannelViews())
        );
        return new ChannelFactory(address(implementation));
    }
}
