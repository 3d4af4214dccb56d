// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.devnet.Anvil;
import tools.jackson.databind.JsonNode;

/// A hand-assembled contract: without call data it reverts with `deadbeef`; otherwise it emits the
/// first word of the call data as topic and data, and returns it.
record ProbeContract(EvmAddress address, TxHash creation) {
  /// What it reverts with.
  static final Bytes REVERT_DATA = Bytes.fromHex("deadbeef");

  private static final String RUNTIME =
      "3660115763deadbeef6000526004601cfd5b6000358060005260206000a160206000f3";

  /// Its creation code.
  static final Bytes INIT =
      Bytes.fromHex("60%02x8060093d393df3%s".formatted(RUNTIME.length() / 2, RUNTIME));

  static ProbeContract deploy(URI url) {
    JsonNode receipt =
        sent(url, Map.of("from", sender(), "data", INIT.toString(), "gas", "0x100000"));
    return new ProbeContract(
        EvmAddress.fromHex(receipt.get("contractAddress").asString()),
        TxHash.fromHex(receipt.get("transactionHash").asString()));
  }

  /// Emits this word and waits for the block.
  TxHash emit(URI url, Hash256 word) {
    JsonNode receipt =
        sent(url, Map.of("from", sender(), "to", address.toString(), "data", word.toString()));
    return TxHash.fromHex(receipt.get("transactionHash").asString());
  }

  private static String sender() {
    return Anvil.accounts().get(1).toString();
  }

  private static JsonNode sent(URI url, Map<String, String> transaction) {
    String hash = JsonRpc.ask(url, "eth_sendTransaction", transaction).asString();
    JsonRpc.ask(url, "evm_mine");
    return await()
        .atMost(Duration.ofSeconds(5))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> JsonRpc.ask(url, "eth_getTransactionReceipt", hash), node -> !node.isNull());
  }
}
