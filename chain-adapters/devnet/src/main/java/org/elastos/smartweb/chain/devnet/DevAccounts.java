// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet;

import java.util.List;
import org.elastos.smartweb.chain.EvmAddress;

/// The accounts that anvil derives from its default mnemonic and makes rich.
final class DevAccounts {
  static final List<EvmAddress> ADDRESSES =
      List.of(
          EvmAddress.fromHex("f39fd6e51aad88f6f4ce6ab8827279cfffb92266"),
          EvmAddress.fromHex("70997970c51812dc3a010c7d01b50e0d17dc79c8"),
          EvmAddress.fromHex("3c44cdddb6a900fa2b585dd299e03d12fa4293bc"),
          EvmAddress.fromHex("90f79bf6eb2c4f870365e785982e1f101e93b906"),
          EvmAddress.fromHex("15d34aaf54267db7d7c367839aaf71a00a2c6a65"));

  private DevAccounts() {}
}
