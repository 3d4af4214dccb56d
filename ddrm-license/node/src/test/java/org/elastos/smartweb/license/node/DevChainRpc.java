// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;

/// What only a development chain does: blocks when they are wanted, time that jumps, accounts that
/// send without a signature. For tests.
final class DevChainRpc implements AutoCloseable {
  private final URI url;
  private final HttpClient http = HttpClient.newHttpClient();

  DevChainRpc(URI url) {
    this.url = url;
    ask("evm_setIntervalMining", 0);
    ask("evm_setAutomine", false);
  }

  /// A question that must not be refused.
  String ask(String method, Object... params) {
    JsonObject answer = raw(method, params);
    if (answer.containsKey("error")) {
      throw new IllegalStateException(method + ": " + answer);
    }
    return String.valueOf(answer.getValue("result"));
  }

  /// What a call would be refused with; empty bytes when it would not.
  Bytes refusal(EvmAddress from, EvmAddress to, Bytes data) {
    JsonObject error =
        raw("eth_call", transaction(from, to, data), "pending").getJsonObject("error");
    if (error == null) {
      return Bytes.EMPTY;
    }
    return Bytes.fromHex(error.getString("data").substring(2));
  }

  /// Sends in the name of an account that needs no signature here; its block is there at once.
  void send(EvmAddress from, EvmAddress to, Bytes data) {
    requireSuccess(ask("eth_sendTransaction", transaction(from, to, data)));
  }

  /// The address of a new contract.
  EvmAddress create(EvmAddress from, Bytes initCode) {
    String hash =
        ask(
            "eth_sendTransaction",
            new JsonObject()
                .put("from", from.toString())
                .put("gas", "0x1c00000")
                .put("data", "0x" + initCode.hex()));
    return EvmAddress.fromHex(requireSuccess(hash).getString("contractAddress").substring(2));
  }

  private JsonObject requireSuccess(String hash) {
    mine(1);
    JsonObject receipt = raw("eth_getTransactionReceipt", hash).getJsonObject("result");
    if (receipt == null || !"0x1".equals(receipt.getString("status"))) {
      throw new IllegalStateException("a transaction failed: " + receipt);
    }
    return receipt;
  }

  private static JsonObject transaction(EvmAddress from, EvmAddress to, Bytes data) {
    return new JsonObject()
        .put("from", from.toString())
        .put("to", to.toString())
        .put("gas", "0x1c00000")
        .put("data", "0x" + data.hex());
  }

  void mine(long blocks) {
    ask("anvil_mine", "0x" + Long.toHexString(blocks));
  }

  void pass(Duration time) {
    ask("evm_increaseTime", time.toSeconds());
    mine(1);
  }

  void enrich(EvmAddress account) {
    ask("anvil_setBalance", account.toString(), "0x8ac7230489e80000");
    ask("anvil_impersonateAccount", account.toString());
  }

  private JsonObject raw(String method, Object... params) {
    JsonObject body =
        new JsonObject()
            .put("jsonrpc", "2.0")
            .put("id", 1)
            .put("method", method)
            .put("params", new JsonArray(Arrays.asList(params)));
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
            .build();
    try {
      return new JsonObject(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
