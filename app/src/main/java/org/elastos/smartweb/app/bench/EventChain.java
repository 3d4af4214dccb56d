// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.devnet.Anvil;

/// A development chain of its own that mines when told to, with a contract that emits as many
/// events as its call data says, each with three topics and one word, as a token transfer has.
final class EventChain implements AutoCloseable {
  private static final int BATCH = 50;

  private static final String SIGNATURE =
      "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
  private static final String RUNTIME =
      "6000355b8015603c5780600052"
          + "33817f"
          + SIGNATURE
          + "60206000a3"
          + "60019003"
          + "600356"
          + "5b00";
  private static final String CREATION =
      "60%02x8060093d393df3%s".formatted(RUNTIME.length() / 2, RUNTIME);

  private final LocalNode node;
  private final String from = Anvil.accounts().getFirst().toString();
  private EvmAddress contract = EvmAddress.ZERO;

  private EventChain(LocalNode node) {
    this.node = node;
  }

  static EventChain start(Path projectRoot, Path log) throws IOException, InterruptedException {
    LocalNode node =
        LocalNode.start(
            projectRoot,
            log,
            List.of("--hardfork", "shanghai", "--no-mining", "--gas-limit", "1000000000"));
    EventChain chain = new EventChain(node);
    try {
      chain.deploy();
      return chain;
    } catch (IOException | RuntimeException | InterruptedException e) {
      chain.close();
      throw e;
    }
  }

  URI url() {
    return node.url();
  }

  EvmAddress contract() {
    return contract;
  }

  /// So many blocks with so many transactions each, of so many events each.
  void mine(int blocks, int transactions, int events) throws IOException, InterruptedException {
    for (int block = 0; block < blocks; block++) {
      List<List<?>> calls = Collections.nCopies(transactions, List.of(emission(events)));
      for (int at = 0; at < calls.size(); at += BATCH) {
        node.askAll("eth_sendTransaction", calls.subList(at, Math.min(calls.size(), at + BATCH)));
      }
      node.ask("evm_mine", List.of());
    }
  }

  /// Replaces the last blocks by as many others, each with one transaction of so many events: if
  /// nothing were different, the new blocks would be the old ones.
  void reorganise(int depth, int events) throws IOException, InterruptedException {
    List<Object> transactions = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      transactions.add(List.of(emission(events), i));
    }
    node.ask("anvil_reorg", List.of(depth, transactions));
  }

  long height() throws IOException, InterruptedException {
    return number(node.ask("eth_blockNumber", List.of()));
  }

  /// The raw answer to one question about events, in bytes.
  long rawLogs(long fromBlock, long toBlock) throws IOException, InterruptedException {
    return node.answerBytes("eth_getLogs", List.of(filter(fromBlock, toBlock)));
  }

  /// `<block hash>/<index>` of every event that stands there, as the node itself says.
  List<String> events(long fromBlock, long toBlock) throws IOException, InterruptedException {
    List<String> events = new ArrayList<>();
    for (JsonNode log : node.ask("eth_getLogs", List.of(filter(fromBlock, toBlock)))) {
      events.add(log.get("blockHash").asText() + "/" + number(log.get("logIndex")));
    }
    return events;
  }

  @Override
  public void close() {
    node.close();
  }

  private void deploy() throws IOException, InterruptedException {
    Map<String, Object> creation = new HashMap<>();
    creation.put("from", from);
    creation.put("data", "0x" + CREATION);
    creation.put("gas", "0x100000");
    String hash = node.ask("eth_sendTransaction", List.of(creation)).asText();
    node.ask("evm_mine", List.of());
    JsonNode receipt = node.ask("eth_getTransactionReceipt", List.of(hash));
    contract = EvmAddress.fromHex(receipt.get("contractAddress").asText());
  }

  private Map<String, Object> emission(int events) {
    return Map.of(
        "from",
        from,
        "to",
        contract.toString(),
        "data",
        "0x%064x".formatted(events),
        "gas",
        "0x80000");
  }

  private Map<String, Object> filter(long fromBlock, long toBlock) {
    return Map.of(
        "address",
        contract.toString(),
        "fromBlock",
        "0x" + Long.toHexString(fromBlock),
        "toBlock",
        "0x" + Long.toHexString(toBlock));
  }

  private static long number(JsonNode quantity) {
    return Long.decode(quantity.asText());
  }
}
