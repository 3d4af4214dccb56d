// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmSender.SettleOutcome;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.TxHash;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/// Who used up a nonce is found on a real chain.
class SettlementIT extends SenderFixture {
  private final InMemoryTxOutbox outbox = new InMemoryTxOutbox();

  @Test
  void onlyWhatAnotherTransactionDisplacedIsDisplaced() {
    OutboxEvmSender sender = sender(outbox);
    TxHash first = sent(sender.send("a", pay(1)));
    TxHash second = sent(sender.send("b", pay(2)));
    for (int i = 0; i < 6; i++) {
      mine();
    }
    assertThat(sender.settle(second, Duration.ZERO)).isInstanceOf(SettleOutcome.Final.class);
    RpcProxy[] forgetful = {withoutReceipts(), withoutReceipts()};
    OutboxEvmSender blind = sender(EvmProfile.DEVELOPMENT, outbox, forgetful);
    assertThat(blind.settle(first, Duration.ZERO)).isInstanceOf(SettleOutcome.Pending.class);
    assertThat(gateway(EvmProfile.DEVELOPMENT, proxy(), proxy()).finalUser(wallet.address(), 1))
        .satisfies(user -> assertThat(user.agreed()).contains(second));

    var other = new InMemoryTxOutbox();
    var account = new TxOutbox.Account(EvmProfile.DEVELOPMENT.chain(), wallet.address());
    Hash256 lost = Hash256.fromUint(BigInteger.TEN);
    other.append(
        new TxOutbox.Entry(
            account, "lost", 1, new TxHash(lost), lost, Bytes.of(new byte[] {1}), true));
    assertThat(sender(other).settle(new TxHash(lost), Duration.ZERO))
        .isInstanceOf(SettleOutcome.Displaced.class);
  }

  private RpcProxy withoutReceipts() {
    return proxy().lying("eth_getTransactionReceipt", _ -> JsonNodeFactory.instance.nullNode());
  }
}
