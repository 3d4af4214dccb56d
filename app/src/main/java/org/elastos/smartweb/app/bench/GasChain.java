// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.contracts.abi.ContractCall;
import org.elastos.smartweb.contracts.abi.ContractQuery;

/// The bench's chain: a block for each transaction, sent from any account without its key, and what
/// each cost. Not thread-safe.
final class GasChain {
  static final BigInteger ETHER = BigInteger.TEN.pow(18);

  private static final String GAS_LIMIT = "0xf42400";
  private static final int BATCH = 100;

  private final LocalNode node;
  private int fresh;

  /// A mined transaction.
  ///
  /// @param gasUsed as in its receipt: base, call data and execution, less the refund
  record Mined(EvmAddress created, long gasUsed) {}

  GasChain(LocalNode node) {
    this.node = node;
  }

  /// An account whose key the node has, so that it can sign typed data.
  EvmAddress signer(int index) {
    return Anvil.accounts().get(index);
  }

  /// An account that exists and has coins, and that nothing has heard of.
  EvmAddress fresh() {
    EvmAddress account = EvmAddress.fromHex("%040x".formatted(0x5eed_0000_0000L + fresh++));
    ask("anvil_setBalance", List.of(account.toString(), hex(ETHER.multiply(BigInteger.TEN))));
    return account;
  }

  /// So many of them, ascending.
  List<EvmAddress> fresh(int count) {
    List<EvmAddress> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      accounts.add(fresh());
    }
    return accounts;
  }

  EvmAddress deploy(Bytes initCode) {
    return send(signer(0), EvmTransaction.create(initCode)).created;
  }

  Mined send(EvmAddress from, ContractCall call, EvmAddress to) {
    return send(from, call, to, BigInteger.ZERO);
  }

  Mined send(EvmAddress from, ContractCall call, EvmAddress to, BigInteger wei) {
    return send(from, EvmTransaction.call(call.on(to), wei));
  }

  /// @throws IllegalStateException when it reverts
  Mined send(EvmAddress from, EvmTransaction transaction) {
    String hash = ask("eth_sendTransaction", List.of(fields(from, transaction))).asText();
    ask("evm_mine", List.of());
    return mined(ask("eth_getTransactionReceipt", List.of(hash)));
  }

  /// The same call from many, several in a block: for states that need thousands of steps.
  ///
  /// @return what the last one cost
  /// @throws IllegalStateException when one reverts
  Mined sendAll(List<EvmAddress> from, List<EvmTransaction> transactions) {
    Mined last = new Mined(EvmAddress.ZERO, 0);
    for (int at = 0; at < from.size(); at += BATCH) {
      List<List<?>> batch = new ArrayList<>();
      for (int i = at; i < Math.min(from.size(), at + BATCH); i++) {
        batch.add(List.of(fields(from.get(i), transactions.get(i))));
      }
      List<List<?>> hashes = new ArrayList<>();
      askAll("eth_sendTransaction", batch).forEach(hash -> hashes.add(List.of(hash.asText())));
      ask("evm_mine", List.of());
      for (JsonNode receipt : askAll("eth_getTransactionReceipt", hashes)) {
        last = mined(receipt);
      }
    }
    return last;
  }

  <R> R read(EvmAddress contract, ContractQuery<R> query) {
    EvmCall call = query.on(contract);
    JsonNode answer =
        ask(
            "eth_call",
            List.of(Map.of("to", contract.toString(), "data", call.data().toString()), "latest"));
    return query.decodeResult(Bytes.fromHex(answer.asText()));
  }

  /// The signature of an account whose key the node has, over EIP-712 data.
  Bytes sign(EvmAddress signer, Map<String, Object> typedData) {
    return Bytes.fromHex(
        ask("eth_signTypedData_v4", List.of(signer.toString(), typedData)).asText());
  }

  BigInteger balance(EvmAddress of) {
    return new BigInteger(
        ask("eth_getBalance", List.of(of.toString(), "latest")).asText().substring(2), 16);
  }

  /// The time of the newest block, in seconds since 1970.
  long now() {
    return Long.decode(
        ask("eth_getBlockByNumber", List.of("latest", false)).get("timestamp").asText());
  }

  private static Mined mined(JsonNode receipt) {
    if (!receipt.path("status").asText().equals("0x1")) {
      throw new IllegalStateException("a transaction of the bench failed: " + receipt);
    }
    JsonNode created = receipt.path("contractAddress");
    return new Mined(
        created.isTextual() ? EvmAddress.fromHex(created.asText()) : EvmAddress.ZERO,
        Long.decode(receipt.get("gasUsed").asText()));
  }

  private static Map<String, Object> fields(EvmAddress from, EvmTransaction transaction) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", from.toString());
    transaction.to().ifPresent(to -> fields.put("to", to.toString()));
    fields.put("data", transaction.data().toString());
    fields.put("value", hex(transaction.value()));
    fields.put("gas", GAS_LIMIT);
    return fields;
  }

  private static String hex(BigInteger value) {
    return "0x" + value.toString(16);
  }

  private JsonNode ask(String method, List<?> parameters) {
    return askAll(method, List.of(parameters)).getFirst();
  }

  private List<JsonNode> askAll(String method, List<? extends List<?>> parameters) {
    try {
      return node.askAll(method, parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
