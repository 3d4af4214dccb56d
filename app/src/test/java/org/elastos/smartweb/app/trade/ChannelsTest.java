// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.trade;

import static org.assertj.core.api.Assertions.assertThat;

import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.market.ChannelRef;
import org.junit.jupiter.api.Test;

class ChannelsTest {
  @Test
  void commitsTheEditionToChainChannelAndSalt() {
    EvmAddress channel = EvmAddress.fromHex("0x" + "11".repeat(20));
    Hash256 salt = Hash256.fromHex("22".repeat(32));
    // Computed apart from this code: keccak256 over the three words.
    assertThat(Channels.editionId(new ChannelRef(new ChainId(31337), channel), salt).hash().hex())
        .isEqualTo("7d65f7777039a1cdc2ecd49fc99e4e57fe3b91f56a4cce1f93c1d6ea525a94eb");
  }
}
