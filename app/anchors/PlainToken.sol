// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ERC1155} from "solady/tokens/ERC1155.sol";

/// The least that a creator needs to sell through a marketplace: solady's ERC-1155 and a mint.
contract PlainToken is ERC1155 {
    address private immutable _creator = msg.sender;

    function mint(address to, uint256 id, uint256 amount) external {
        require(msg.sender == _creator);
        _mint(to, id, amount, "");
    }

    function uri(uint256) public pure override returns (string memory) {
        return "";
    }
}
