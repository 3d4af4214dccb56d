// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmSender;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.devnet.SharedAnvil;
import org.elastos.smartweb.chain.evm.EvmProfile;
import org.elastos.smartweb.chain.evm.EvmSources;
import org.elastos.smartweb.chain.evm.KeystoreWallet;
import org.elastos.smartweb.chain.evm.OutboxEvmSender;
import org.elastos.smartweb.chain.evm.PostgresTxOutbox;
import org.elastos.smartweb.chain.evm.QuorumEvmChain;
import org.elastos.smartweb.chain.evm.RpcSource;
import org.elastos.smartweb.chain.evm.ScryptCost;
import org.elastos.smartweb.contracts.abi.ContractQuery;
import org.elastos.smartweb.contracts.generated.LicenseCommitteeCalls;
import org.elastos.smartweb.migrations.Migrations;
import org.elastos.smartweb.platform.db.Db;
import org.elastos.smartweb.testkit.TestDatabase;

/// A real development chain with rich wallets and a committee contract for five operators; a sixth
/// is a candidate.
final class NodeLab implements AutoCloseable {
  private static final int FOUNDERS = 5;
  private static final BigInteger TEN = BigInteger.TEN.pow(19);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final SecureRandom random = new SecureRandom();
  final TestDatabase database;
  final Path folder;
  final QuorumEvmChain chain;
  final KeystoreWallet creator;
  final KeystoreWallet buyer;
  final KeystoreWallet stranger;
  final List<KeystoreWallet> operators;
  final EvmAddress committee;
  private final EvmSources sources;
  private final Db db;
  private int sent;

  NodeLab(TestDatabase database, Path folder) {
    this.database = database;
    this.folder = folder;
    URI url = SharedAnvil.get().url();
    this.sources =
        EvmSources.open(
            EvmProfile.DEVELOPMENT, List.of(new RpcSource("one", url), new RpcSource("two", url)));
    this.chain = new QuorumEvmChain(sources, InstantSource.system());
    Migrations.migrate(database.access(), "evm_outbox");
    this.db = database.db();
    List<KeystoreWallet> wallets = IntStream.range(0, 9).mapToObj(this::wallet).toList();
    this.creator = wallets.get(0);
    this.buyer = wallets.get(1);
    this.stranger = wallets.get(2);
    this.operators = wallets.subList(3, 9);
    List<EvmAddress> addresses =
        operators.stream().limit(FOUNDERS).map(KeystoreWallet::address).toList();
    this.committee =
        send(
                creator,
                new LicenseCommitteeCalls.Deploy(addresses, 3, 40, 40, 4, 40, 1, 1, BigInteger.ZERO)
                    .transaction())
            .created()
            .orElseThrow();
  }

  static SecretBytes password() {
    return SecretBytes.take("for tests only".getBytes(StandardCharsets.US_ASCII));
  }

  EvmSender sender(KeystoreWallet wallet, Db outbox) {
    return new OutboxEvmSender(sources, chain, wallet, new PostgresTxOutbox(outbox));
  }

  /// Sends and waits for the block.
  TxReceipt send(KeystoreWallet from, EvmTransaction transaction) {
    sent++;
    EvmSender sender = sender(from, db);
    var outcome = sender.send("lab/" + sent, transaction);
    assertThat(outcome).isInstanceOf(EvmSender.SendOutcome.Sent.class);
    var included = sender.confirm(((EvmSender.SendOutcome.Sent) outcome).transaction(), PATIENCE);
    assertThat(included).isInstanceOf(EvmSender.ConfirmOutcome.Included.class);
    TxReceipt receipt = ((EvmSender.ConfirmOutcome.Included) included).receipt();
    assertThat(receipt.succeeded()).isTrue();
    return receipt;
  }

  /// Asks a contract at the newest block.
  <R> R ask(EvmAddress contract, ContractQuery<R> question) {
    return chain
        .heads()
        .then(heads -> chain.call(question.on(contract), heads.newest()))
        .map(question::decodeResult)
        .agreed()
        .orElseThrow();
  }

  /// The phase of the newest ceremony.
  int phase() {
    long epoch = ask(committee, new LicenseCommitteeCalls.CurrentEpoch());
    return ask(committee, new LicenseCommitteeCalls.Phase(epoch));
  }

  private KeystoreWallet wallet(int number) {
    try (SecretBytes password = password()) {
      KeystoreWallet wallet =
          KeystoreWallet.create(
              folder.resolve("wallet-" + number), password, ScryptCost.LIGHT, random);
      enrich(wallet.address());
      return wallet;
    }
  }

  /// Gives an account ten coins out of nothing, as only a development chain does.
  private static void enrich(EvmAddress account) {
    String body =
        """
        {"jsonrpc":"2.0","id":1,"method":"anvil_setBalance","params":["%s","0x%s"]}
        """
            .formatted(account, TEN.toString(16));
    HttpRequest request =
        HttpRequest.newBuilder(SharedAnvil.get().url())
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      assertThat(answer).doesNotContain("error");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    operators.forEach(KeystoreWallet::close);
    creator.close();
    buyer.close();
    stranger.close();
    sources.close();
  }
}
