// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmCall;
import org.elastos.smartweb.chain.EvmSender.ConfirmOutcome;
import org.elastos.smartweb.chain.EvmSender.SendOutcome;
import org.elastos.smartweb.chain.EvmTransaction;
import org.elastos.smartweb.chain.TxHash;
import org.junit.jupiter.api.Test;

class OutboxEvmSenderIT extends SenderFixture {
  private final TxOutbox outbox = new InMemoryTxOutbox();

  @Test
  void theSameIdIsTheSameTransaction() {
    OutboxEvmSender sender = sender(outbox);
    TxHash first = sent(sender.send("pay", pay(5)));
    assertThat(sent(sender.send("pay", pay(5)))).isEqualTo(first);
    mine();
    assertThat(included(sender, first).succeeded()).isTrue();
    assertThat(sent(sender(outbox).send("pay", pay(5)))).isEqualTo(first);
    refused(sender.send("pay", pay(6)), "id_reused");
    mine();
    assertThat(payeeBalance()).isEqualTo(5);
    assertThat(nonce()).isEqualTo(1);
    assertThat(sender.account()).isEqualTo(wallet.address());
  }

  @Test
  void refusesARevertWithItsDataAndSpendsNothing() {
    OutboxEvmSender sender = sender(outbox);
    var call = EvmTransaction.call(new EvmCall(probe.address(), Bytes.EMPTY));
    SendOutcome.Refused refusal = refused(sender.send("reverts", call), "reverted");
    assertThat(refusal.revertData()).isEqualTo(ProbeContract.REVERT_DATA);
    assertSpentNothing();
    TxHash next = sent(sender.send("next", pay(1)));
    mine();
    assertThat(included(sender, next).succeeded()).isTrue();
  }

  @Test
  void createsContractsAndCallsThem() {
    OutboxEvmSender sender = sender(outbox);
    TxHash creation = sent(sender.send("create", EvmTransaction.create(ProbeContract.INIT)));
    mine();
    var contract = included(sender, creation).created().orElseThrow();
    Bytes word = Bytes.of(WORD.bytes());
    TxHash call = sent(sender.send("call", EvmTransaction.call(new EvmCall(contract, word))));
    mine();
    assertThat(included(sender, call).logs()).hasSize(1);
  }

  @Test
  void refusesWhatCostsTooMuchAndSpendsNothing() {
    FeePolicy usual = EvmProfile.DEVELOPMENT.fees();
    var littleGas = new FeePolicy(usual.minTip(), usual.maxTip(), usual.maxPrice(), 21_000);
    refused(withFees(littleGas).send("a", pay(1)), "gas_too_high");
    BigInteger one = BigInteger.ONE;
    refused(withFees(new FeePolicy(one, one, one, 15_000_000)).send("b", pay(1)), "fee_too_high");
    refused(
        sender(outbox).send("c", new EvmTransaction(pay(1).to(), Bytes.EMPTY, RICH)),
        "insufficient_funds");
    assertSpentNothing();
  }

  @Test
  void sourcesThatDisagreeOrInflateStopASend() {
    RpcProxy liar = proxy().lying("eth_getBalance", text("0xffffffffffffffffffff"));
    refused(
        sender(EvmProfile.DEVELOPMENT, outbox, liar, proxy()).send("a", pay(1)),
        "sources_disagree");
    RpcProxy greedy = proxy().lying("eth_estimateGas", text("0x3fffffffffffffff"));
    refused(
        sender(EvmProfile.DEVELOPMENT, outbox, greedy, proxy()).send("b", pay(1)), "gas_too_high");
    refused(
        sender(brief(EvmProfile.DEVELOPMENT), outbox, proxy().silent(), proxy()).send("c", pay(1)),
        "sources_unavailable");
    assertSpentNothing();
  }

  @Test
  void aTipThatASourceInventsIsCapped() {
    RpcProxy greedy = proxy().lying("eth_maxPriorityFeePerGas", text("0x" + "f".repeat(60)));
    OutboxEvmSender sender = sender(EvmProfile.DEVELOPMENT, outbox, greedy, proxy());
    TxHash hash = sent(sender.send("a", pay(1)));
    mine();
    assertThat(included(sender, hash).gasPrice())
        .isLessThan(EvmProfile.DEVELOPMENT.fees().maxPrice());
  }

  @Test
  void manySendersOfOneAccountLeaveNoGap() throws Exception {
    List<OutboxEvmSender> senders = List.of(sender(outbox), sender(outbox));
    List<Callable<SendOutcome>> sends = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      OutboxEvmSender sender = senders.get(i % 2);
      String id = "id-" + i / 2;
      sends.add(() -> sender.send(id, pay(1)));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<SendOutcome> outcome : threads.invokeAll(sends)) {
        sent(outcome.get());
      }
    }
    mine();
    mine();
    assertThat(nonce()).isEqualTo(6);
    assertThat(payeeBalance()).isEqualTo(6);
    assertThat(entries().stream().map(TxOutbox.Entry::nonce))
        .containsExactlyElementsOf(LongStream.range(0, 6).boxed().toList());
  }

  @Test
  void storedBytesAreSentLaterWhenNoSourceTookThem() {
    RpcProxy[] proxies = {proxy(), proxy()};
    for (RpcProxy proxy : proxies) {
      proxy.behaving((request, honest) ->
          request.get("method").asString().equals("eth_sendRawTransaction")
              ? RpcProxy.Reply.text(503, "")
              : RpcProxy.Reply.json(honest.ask(request)));
    }
    OutboxEvmSender sender = sender(EvmProfile.DEVELOPMENT, outbox, proxies);
    TxHash hash = sent(sender.send("a", pay(3)));
    mine();
    assertThat(sender.confirm(hash, Duration.ZERO)).isInstanceOf(ConfirmOutcome.Pending.class);
    assertThat(entries().getFirst().broadcast()).isFalse();
    proxies[1].behaving(RpcProxy.Behaviour.honest());
    sender.resume();
    // The other source refuses the bytes and knows the transaction: both stand before one node.
    sender.resume();
    assertThat(entries().getFirst().broadcast()).isTrue();
    mine();
    assertThat(included(sender, hash).succeeded()).isTrue();
    assertThat(payeeBalance()).isEqualTo(3);
  }

  @Test
  void whatOneSourceTakesAndKeepsToItselfIsSentAgain() {
    RpcProxy[] proxies = {proxy(), proxy()};
    proxies[0].behaving((request, honest) -> {
      if (!request.get("method").asString().equals("eth_sendRawTransaction")) {
        return RpcProxy.Reply.json(honest.ask(request));
      }
      Bytes signed = Bytes.fromHex(request.get("params").get(0).asString().substring(2));
      var taken = JsonRpc.JSON.createObjectNode();
      taken.set("id", request.get("id"));
      taken.put("result", OutboxEvmSender.hash(signed).toString());
      return RpcProxy.Reply.json(taken);
    });
    proxies[1].behaving((request, honest) ->
        request.get("method").asString().equals("eth_sendRawTransaction")
            ? RpcProxy.Reply.text(429, "")
            : RpcProxy.Reply.json(honest.ask(request)));
    OutboxEvmSender sender = sender(EvmProfile.DEVELOPMENT, outbox, proxies);
    TxHash hash = sent(sender.send("a", pay(3)));
    assertThat(entries().getFirst().broadcast()).isFalse();
    proxies[1].behaving(RpcProxy.Behaviour.honest());
    assertThat(sent(sender.send("a", pay(3)))).isEqualTo(hash);
    assertThat(entries().getFirst().broadcast()).isTrue();
    mine();
    assertThat(included(sender, hash).succeeded()).isTrue();
  }

  @Test
  void bothSourcesGetTheTransactionAndAnOldOneIsSettled() {
    RpcProxy[] proxies = {proxy(), proxy()};
    List<String> methods = Collections.synchronizedList(new ArrayList<>());
    for (RpcProxy proxy : proxies) {
      proxy.behaving((request, honest) -> {
        methods.add(request.get("method").asString());
        return RpcProxy.Reply.json(honest.ask(request));
      });
    }
    OutboxEvmSender sender = sender(EvmProfile.DEVELOPMENT, outbox, proxies);
    TxHash hash = sent(sender.send("a", pay(3)));
    assertThat(methods).filteredOn("eth_sendRawTransaction"::equals).hasSize(2);
    for (int i = 0; i < 4; i++) {
      mine();
    }
    included(sender, hash);
    sender.resume();
    assertThat(entries()).isEmpty();
  }

  @Test
  void refusesAnIdThatIsNoId() {
    OutboxEvmSender sender = sender(outbox);
    for (String id : List.of("", "x".repeat(201))) {
      assertThatThrownBy(() -> sender.send(id, pay(1))).isInstanceOf(EvmException.class);
    }
  }

  private void assertSpentNothing() {
    mine();
    assertThat(nonce()).isZero();
    assertThat(entries()).isEmpty();
    assertThat(outbox.highestNonce(account())).isEmpty();
  }

  private List<TxOutbox.Entry> entries() {
    return outbox.unsettled(account());
  }

  private TxOutbox.Account account() {
    return new TxOutbox.Account(EvmProfile.DEVELOPMENT.chain(), wallet.address());
  }

  private OutboxEvmSender withFees(FeePolicy fees) {
    return sender(EvmProfile.DEVELOPMENT.withFees(fees), outbox, proxy(), proxy());
  }

  private static EvmProfile brief(EvmProfile profile) {
    return profile.withReads(ReadPolicy.DEFAULT.withTimeout(Duration.ofSeconds(1)));
  }
}
