// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmSender.ConfirmOutcome;
import org.elastos.smartweb.chain.EvmSender.SendOutcome;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A rich new account before the real chain, and somebody who gets its money.
abstract class SenderFixture extends ChainFixture {
  static final BigInteger ETHER = BigInteger.TEN.pow(18);
  static final BigInteger RICH = ETHER.multiply(BigInteger.TEN);
  private static final AtomicInteger PAYEES = new AtomicInteger();

  @TempDir private Path directory;

  KeystoreWallet wallet;
  EvmAddress payee;

  @BeforeEach
  void makeAccounts() {
    wallet =
        KeystoreWallet.create(
            directory.resolve("wallet"),
            SecretBytes.take("password".getBytes(UTF_8)),
            ScryptCost.LIGHT,
            new SecureRandom());
    payee = EvmAddress.fromHex("77%038x".formatted(PAYEES.incrementAndGet()));
    setBalance(wallet.address(), RICH);
  }

  @AfterEach
  void closeWallet() {
    wallet.close();
  }

  OutboxEvmSender sender(TxOutbox outbox) {
    return sender(EvmProfile.DEVELOPMENT, outbox, proxy(), proxy());
  }

  OutboxEvmSender sender(EvmProfile profile, TxOutbox outbox, RpcProxy... proxies) {
    return new OutboxEvmSender(gateway(profile, proxies), profile, wallet, outbox);
  }

  SenderGateway gateway(EvmProfile profile, RpcProxy... proxies) {
    EvmSources sources = open(profile, proxies);
    return new QuorumSenderGateway(sources, new QuorumEvmChain(sources, InstantSource.system()));
  }

  EvmTransaction pay(long wei) {
    return new EvmTransaction(Optional.of(payee), Bytes.EMPTY, BigInteger.valueOf(wei));
  }

  BigInteger payeeBalance() {
    return Wire.quantity(
        JsonRpc.ask(node(), "eth_getBalance", payee.toString(), "latest").asString());
  }

  long nonce() {
    return Wire.count(
        JsonRpc.ask(node(), "eth_getTransactionCount", wallet.address().toString(), "latest")
            .asString());
  }

  static void mine() {
    JsonRpc.ask(node(), "evm_mine");
  }

  static void setBalance(EvmAddress account, BigInteger wei) {
    JsonRpc.ask(node(), "anvil_setBalance", account.toString(), Wire.hex(wei));
  }

  static TxHash sent(SendOutcome outcome) {
    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    return ((SendOutcome.Sent) outcome).transaction();
  }

  static SendOutcome.Refused refused(SendOutcome outcome, String code) {
    assertThat(outcome).isInstanceOf(SendOutcome.Refused.class);
    var refusal = (SendOutcome.Refused) outcome;
    assertThat(refusal.code()).as(refusal.detail()).isEqualTo(code);
    return refusal;
  }

  static TxReceipt included(OutboxEvmSender sender, TxHash transaction) {
    ConfirmOutcome outcome = sender.confirm(transaction, Duration.ofSeconds(10));
    assertThat(outcome).isInstanceOf(ConfirmOutcome.Included.class);
    return ((ConfirmOutcome.Included) outcome).receipt();
  }

  static URI node() {
    return node;
  }
}
