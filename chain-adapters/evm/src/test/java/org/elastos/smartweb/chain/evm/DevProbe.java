// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import tools.jackson.databind.JsonNode;

/// A contract on a development chain that emits what it is given, and plain questions to that
/// chain, independent of the code under test.
public final class DevProbe {
  private final URI node;
  private final ProbeContract contract;

  private DevProbe(URI node, ProbeContract contract) {
    this.node = node;
    this.contract = contract;
  }

  /// Puts a new contract on the chain.
  public static DevProbe deploy(URI node) {
    return new DevProbe(node, ProbeContract.deploy(node));
  }

  /// Where it stands.
  public EvmAddress address() {
    return contract.address();
  }

  /// Lets it emit a word in a block of its own.
  public void emit(Hash256 word) {
    contract.emit(node, word);
  }

  /// Makes a block.
  public void mine() {
    JsonRpc.ask(node, "evm_mine");
  }

  /// Replaces the last blocks by as many empty ones.
  public void reorganise(int depth) {
    JsonRpc.ask(node, "anvil_reorg", depth, List.of());
  }

  /// Gives an account ten coins.
  public void enrich(EvmAddress account) {
    JsonRpc.ask(node, "anvil_setBalance", account.toString(), Wire.hex(BigInteger.TEN.pow(19)));
  }

  /// How many transactions an account sent.
  public long nonce(EvmAddress account) {
    return Wire.count(
        JsonRpc.ask(node, "eth_getTransactionCount", account.toString(), "latest").asString());
  }

  /// Every event of the contract as the chain stands.
  public List<EvmLog> events() {
    var filter = Map.of("address", address().toString(), "fromBlock", "0x0", "toBlock", "latest");
    List<EvmLog> events = new ArrayList<>();
    for (JsonNode log : JsonRpc.ask(node, "eth_getLogs", filter)) {
      events.add(
          new EvmLog(
              address(),
              log.get("topics").values().stream()
                  .map(topic -> Hash256.fromHex(topic.asString()))
                  .toList(),
              Bytes.fromHex(log.get("data").asString()),
              Wire.count(log.get("blockNumber").asString()),
              Hash256.fromHex(log.get("blockHash").asString()),
              TxHash.fromHex(log.get("transactionHash").asString()),
              (int) Wire.count(log.get("logIndex").asString())));
    }
    return events;
  }
}
