// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.Heads;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.devnet.Anvil;
import org.elastos.smartweb.chain.devnet.SharedAnvil;
import org.elastos.smartweb.chain.evm.EvmProfile;
import org.elastos.smartweb.chain.evm.EvmSources;
import org.elastos.smartweb.chain.evm.QuorumEvmChain;
import org.elastos.smartweb.chain.evm.RpcSource;
import org.elastos.smartweb.contracts.abi.AbiReader;
import org.elastos.smartweb.contracts.abi.AbiWriter;

/// The shared development chain with accounts that are contracts: those of `Accounts.sol`, whose
/// code lies beside the tests.
final class AccountLab implements AutoCloseable {
  static final Hash256 SALT = Hash256.fromHex("5a".repeat(32));

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern RESULT = Pattern.compile("\"result\":\"?([^\"}]*)");
  private static final String CREATE = "a3def923";
  private static final String ACCOUNT_OF = "aeaa412e";
  private static final String ROTATE = "3f0d861a";

  final QuorumEvmChain chain;
  private final URI node = SharedAnvil.get().url();
  private final HttpClient http = HttpClient.newHttpClient();
  private final EvmSources sources =
      EvmSources.open(
          EvmProfile.DEVELOPMENT, List.of(new RpcSource("one", node), new RpcSource("two", node)));

  AccountLab() {
    this.chain = new QuorumEvmChain(sources, InstantSource.system());
  }

  /// An account that is there.
  EvmAddress account(EvmAddress owner) {
    return deploy("OwnedAccount", in -> in.address(owner));
  }

  /// A contract that answers in this odd way.
  EvmAddress odd(long way) {
    return deploy("OddAccount", in -> in.uint(256, way));
  }

  EvmAddress factory() {
    return deploy("AccountFactory", _ -> {});
  }

  /// Where a factory creates the account of this owner.
  EvmAddress accountOf(EvmAddress factory, EvmAddress owner) {
    EvmCall question = new EvmCall(factory, created(owner, ACCOUNT_OF));
    return AbiReader.of(chain.call(question, newest()).agreed().orElseThrow()).address();
  }

  /// The call that makes a factory create it.
  static Bytes creation(EvmAddress owner) {
    return created(owner, CREATE);
  }

  private static Bytes created(EvmAddress owner, String selector) {
    AbiWriter out = new AbiWriter();
    out.address(owner);
    out.word(SALT);
    return out.call(selector);
  }

  void create(EvmAddress factory, EvmAddress owner) {
    send(Anvil.accounts().getFirst(), Optional.of(factory), creation(owner));
  }

  void handOver(EvmAddress account, EvmAddress from, EvmAddress to) {
    AbiWriter out = new AbiWriter();
    out.address(to);
    rpc("anvil_setBalance", "\"" + from + "\",\"0x" + BigInteger.TEN.pow(18).toString(16) + "\"");
    rpc("anvil_impersonateAccount", "\"" + from + "\"");
    send(from, Optional.of(account), out.call(ROTATE));
    rpc("anvil_stopImpersonatingAccount", "\"" + from + "\"");
  }

  /// Makes blocks until what stands in the newest one is final.
  void settle() {
    long wanted = newest().number();
    for (int block = 0; block < 4; block++) {
      mine();
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> heads().finalized().number() >= wanted);
  }

  BlockRef newest() {
    return heads().newest();
  }

  private Heads heads() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .pollDelay(Duration.ZERO)
        .until(() -> chain.heads().agreed(), Optional::isPresent)
        .orElseThrow();
  }

  private EvmAddress deploy(String name, Consumer<AbiWriter> arguments) {
    AbiWriter in = new AbiWriter();
    arguments.accept(in);
    Bytes encoded = Bytes.fromHex(in.call("00000000").hex().substring(8));
    Bytes code = Bytes.fromHex(code(name) + encoded.hex());
    return send(Anvil.accounts().getFirst(), Optional.empty(), code).created().orElseThrow();
  }

  private static String code(String name) {
    String file = "/accounts/" + name + ".hex";
    try (InputStream in = AccountLab.class.getResourceAsStream(file)) {
      byte[] hex = Objects.requireNonNull(in, file).readAllBytes();
      return new String(hex, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TxReceipt send(EvmAddress from, Optional<EvmAddress> to, Bytes data) {
    String addressee = to.map(there -> "\"to\":\"" + there + "\",").orElse("");
    String hash =
        rpc(
            "eth_sendTransaction",
            "{\"from\":\"" + from + "\"," + addressee + "\"data\":\"" + data + "\"}");
    mine();
    TxReceipt receipt =
        Awaitility.await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(50))
            .pollDelay(Duration.ZERO)
            .until(
                () -> chain.receipt(TxHash.fromHex(hash)).agreed().flatMap(found -> found),
                Optional::isPresent)
            .orElseThrow();
    if (!receipt.succeeded()) {
      throw new AssertionError("the transaction failed: " + receipt);
    }
    return receipt;
  }

  private void mine() {
    rpc("evm_mine", "");
  }

  private String rpc(String method, String parameters) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":[" + parameters;
    HttpRequest post =
        HttpRequest.newBuilder(node)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body + "]}"))
            .build();
    try {
      String answer = http.send(post, HttpResponse.BodyHandlers.ofString()).body();
      Matcher result = RESULT.matcher(answer);
      if (!result.find()) {
        throw new AssertionError("the node refused: " + answer);
      }
      return result.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    sources.close();
    http.close();
  }
}
