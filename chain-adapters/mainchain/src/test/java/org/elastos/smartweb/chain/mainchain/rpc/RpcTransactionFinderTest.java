// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.verify.TransactionProof;
import org.elastos.smartweb.chain.mainchain.HeaderStore;
import org.elastos.smartweb.chain.mainchain.KeptTransaction;
import org.elastos.smartweb.chain.mainchain.OutputId;
import org.elastos.smartweb.chain.mainchain.TestBlocks;
import org.elastos.smartweb.chain.mainchain.store.InMemoryHeaderStore;
import org.elastos.smartweb.chain.mainchain.sync.BlockIntake;
import org.elastos.smartweb.chain.mainchain.sync.ChainPolicy;
import org.elastos.smartweb.testkit.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A node's word on a transaction counts only with the proof that it stands in a stored block.
@Timeout(60)
class RpcTransactionFinderTest {
  private final TestBlocks mint = TestBlocks.byWork(61);
  private final ElaTransaction payment =
      mint.payment(new OutputId(Hash256.ZERO, 1), ProgramHash.of(new byte[21]), 5);
  private final DposBlock block = mint.block(mint.root(), payment);
  private final HeaderStore store = new InMemoryHeaderStore();
  private final FakeNode node = new FakeNode(mint.root(), List.of(block));
  private final MainchainRpc rpc =
      MainchainRpc.open(node.endpoint("node"), new RpcLimits(Duration.ofSeconds(5), 1 << 20, 5));
  private final RpcTransactionFinder finder = new RpcTransactionFinder(rpc, store);

  @AfterEach
  void close() {
    rpc.close();
    node.close();
  }

  @Test
  void findsATransactionWithItsProof() {
    verify();
    names(block);
    KeptTransaction found = finder.find(payment.txid()).orElseThrow();
    assertThat(found.block()).isEqualTo(hash(block));
    assertThat(found.position()).isEqualTo(1);
    assertThat(found.body()).isEqualTo(payment.encoded());
    assertThat(
            TransactionProof.read(found.proof().bytes())
                .orElseThrow()
                .leadsFrom(payment.txid(), block.block().header())
                .holds())
        .isTrue();
  }

  @Test
  void aBlockThatWasNotVerifiedProvesNothing() {
    names(block);
    store.begin(mint.origin());
    assertThat(finder.find(payment.txid())).isEmpty();
  }

  @Test
  void aForgedListOfTransactionsProvesNothing() {
    verify();
    names(block);
    ElaTransaction forged =
        mint.payment(new OutputId(Hash256.ZERO, 2), ProgramHash.of(new byte[21]), 500);
    ElaBlock swapped =
        new ElaBlock(
            block.block().header(), List.of(block.block().transactions().getFirst(), forged));
    node.answer("getblock", "\"" + swapped.encoded().hex() + "\"");
    assertThat(finder.find(forged.txid())).isEmpty();
  }

  @Test
  void aTransactionThatWaitsOrIsNotInTheBlockIsNotFound() {
    verify();
    node.answer("getrawtransaction", "{\"blockhash\":\"\"}");
    assertThat(finder.find(payment.txid())).isEmpty();
    names(block);
    assertThat(finder.find(Hash256.ZERO)).isEmpty();
  }

  private void names(DposBlock named) {
    node.answer("getrawtransaction", "{\"blockhash\":\"" + ElaHash.display(hash(named)) + "\"}");
  }

  private void verify() {
    store.begin(mint.origin());
    BlockIntake intake =
        new BlockIntake(
            mint.network(),
            store,
            ChainPolicy.DEFAULT,
            MutableClock.at(Instant.ofEpochSecond(TestBlocks.NOW)));
    assertThat(intake.take("node", List.of(block), Optional.empty()).fresh()).isEqualTo(1);
  }

  private static Hash256 hash(DposBlock block) {
    return block.block().header().hash();
  }
}
