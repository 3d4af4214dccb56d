// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.chain.devnet.SharedAnvil;
import org.elastos.smartweb.chain.evm.EvmProfile;
import org.elastos.smartweb.chain.evm.EvmSources;
import org.elastos.smartweb.chain.evm.QuorumEvmChain;
import org.elastos.smartweb.chain.evm.RpcSource;

/// The real development chain of this JVM, with transactions sent from its rich first account.
final class DevChain implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = new JsonMapper();

  private final URI node = SharedAnvil.get().url();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final EvmSources sources =
      EvmSources.open(
          EvmProfile.DEVELOPMENT, List.of(new RpcSource("a", node), new RpcSource("b", node)));
  private final QuorumEvmChain chain = new QuorumEvmChain(sources, InstantSource.system());

  QuorumEvmChain chain() {
    return chain;
  }

  BlockRef newest() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> chain.heads().agreed(), Optional::isPresent)
        .orElseThrow()
        .newest();
  }

  /// Sends and waits until it stands in a block.
  TxReceipt send(EvmTransaction transaction) {
    ObjectNode request = JSON.createObjectNode();
    request.put("jsonrpc", "2.0").put("id", 1).put("method", "eth_sendTransaction");
    ObjectNode fields = request.putArray("params").addObject();
    fields.put("from", account().toString());
    transaction.to().ifPresent(to -> fields.put("to", to.toString()));
    fields.put("data", transaction.data().toString());
    fields.put("value", "0x" + transaction.value().toString(16));
    TxHash hash = TxHash.fromHex(ask(request).textValue());
    TxReceipt receipt =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(() -> chain.receipt(hash).agreed().flatMap(found -> found), Optional::isPresent)
            .orElseThrow();
    if (!receipt.succeeded()) {
      throw new AssertionError("the transaction failed: " + receipt);
    }
    return receipt;
  }

  static EvmAddress account() {
    return Anvil.accounts().getFirst();
  }

  @Override
  public void close() {
    sources.close();
    http.close();
  }

  private JsonNode ask(ObjectNode request) {
    HttpRequest post =
        HttpRequest.newBuilder(node)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
            .build();
    try {
      JsonNode answer = JSON.readTree(http.send(post, HttpResponse.BodyHandlers.ofString()).body());
      if (!answer.hasNonNull("result")) {
        throw new AssertionError("the node refused: " + answer);
      }
      return answer.get("result");
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
