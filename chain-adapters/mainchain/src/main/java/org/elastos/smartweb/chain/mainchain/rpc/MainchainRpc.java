// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.mainchain.OutputId;

/// What wallets and bridges ask of one node. Each answer is that node's claim; what matters is
/// proved elsewhere against the verified chain. Hashes are [Hash256] in internal order on this
/// side; the order that each method speaks stays inside. Blocks; thread-safe.
public final class MainchainRpc implements AutoCloseable {
  private static final long MOST_HEIGHT = 0xffff_ffffL;
  private static final int MOST_OUTPUTS = 100_000;
  private static final int MOST_ARBITERS = 1_000;
  private static final int MOST_HASHES = 10_000;
  private static final int KEY_BYTES = 33;
  private static final int MEMBERS_OF_OUTPUT = 16;
  private static final RpcShape OUTPUTS = RpcShape.values(MOST_OUTPUTS * MEMBERS_OF_OUTPUT);
  private static final RpcShape ARBITERS =
      RpcShape.values(MOST_ARBITERS + 3).only("arbitrators", "ondutyarbitratorindex");
  private static final RpcShape HASHES = RpcShape.values(MOST_HASHES + 1);

  private final String name;
  private final RpcTransport transport;
  private final RpcConversation node;

  private MainchainRpc(RpcEndpoint endpoint, RpcLimits limits) {
    this.name = endpoint.name();
    this.transport = new RpcTransport(endpoint, limits);
    this.node = new RpcConversation(transport);
  }

  /// Prepares to ask; nothing is sent yet.
  public static MainchainRpc open(RpcEndpoint endpoint, RpcLimits limits) {
    return new MainchainRpc(endpoint, limits);
  }

  /// How the node is called.
  public String name() {
    return name;
  }

  /// The height of the node's newest block.
  public RpcReply<Long> height() {
    return RpcReply.of(() -> ask("getblockcount", Map.of()).number(1, MOST_HEIGHT) - 1);
  }

  /// The hash of the node's block at this height.
  public RpcReply<Hash256> blockHash(long height) {
    return RpcReply.of(() -> RpcHash.displayed(ask("getblockhash", Map.of("height", height))));
  }

  /// The node's block of this hash; that its transactions are the right ones is not checked.
  public RpcReply<ElaBlock> block(Hash256 hash) {
    Map<String, Object> parameters = Map.of("blockhash", RpcHash.display(hash), "verbosity", 0);
    return RpcReply.of(() -> RawAnswers.block(ask("getblock", parameters, RawAnswers.BLOCK), hash));
  }

  /// The transaction, waiting or in a block; its bytes are checked to have this hash.
  public RpcReply<ElaTransaction> transaction(Hash256 txid) {
    return RpcReply.of(() -> {
      Map<String, Object> parameters = Map.of("txid", RpcHash.display(txid), "verbose", false);
      return RawAnswers.transaction(
          ask("getrawtransaction", parameters, RawAnswers.TRANSACTION), txid);
    });
  }

  /// In which block the node says that the transaction stands; empty while it waits.
  public RpcReply<Optional<Hash256>> blockOf(Hash256 txid) {
    return RpcReply.of(() -> {
      Map<String, Object> parameters = Map.of("txid", RpcHash.display(txid), "verbose", true);
      return ask("getrawtransaction", parameters, RpcShape.values(2).only("blockhash"))
          .optional("blockhash")
          .filter(hash -> !hash.text().isEmpty())
          .map(RpcHash::displayed);
    });
  }

  /// Hands a transaction to the node. [RpcRefusal#INVALID_TRANSACTION] may also mean that it knows
  /// the transaction already: ask for it.
  public RpcReply<Hash256> send(ElaTransaction transaction) {
    return RpcReply.of(() -> {
      RpcValue answer = ask("sendrawtransaction", Map.of("data", transaction.encoded().hex()));
      Hash256 named = RpcHash.displayed(answer);
      if (!named.equals(transaction.txid())) {
        throw answer.fault("the hash of another transaction");
      }
      return named;
    });
  }

  /// The unspent outputs of these addresses.
  public RpcReply<List<UnspentOutput>> unspent(List<String> addresses) {
    return RpcReply.of(
        () -> outputs(ask("listunspent", Map.of("addresses", List.copyOf(addresses)), OUTPUTS)));
  }

  /// Unspent outputs of this address that no waiting transaction spends and that reach the amount
  /// together; refused by the node when there are not enough.
  public RpcReply<List<UnspentOutput>> unspentFor(String address, Sela amount) {
    Map<String, Object> parameters =
        Map.of("address", address, "amount", amount.toString(), "utxotype", "unused");
    return RpcReply.of(() -> outputs(ask("getutxosbyamount", parameters, OUTPUTS)));
  }

  /// What these outputs hold together.
  public RpcReply<Sela> amountOf(List<OutputId> outputs) {
    return RpcReply.of(
        () -> amount(ask("getamountbyinputs", Map.of("inputs", RawAnswers.inputs(outputs).hex()))));
  }

  /// The arbiters as the node sees them now; it ignores the height but for old blocks.
  public RpcReply<ArbiterGroup> arbiters(long height) {
    return RpcReply.of(() -> {
      RpcValue answer = ask("getarbitratorgroupbyheight", Map.of("height", height), ARBITERS);
      List<Optional<Bytes>> keys = new ArrayList<>();
      for (RpcValue key : answer.member("arbitrators").elements(MOST_ARBITERS)) {
        keys.add(arbiter(key));
      }
      int onDuty = (int) answer.member("ondutyarbitratorindex").number(-1, MOST_ARBITERS);
      return new ArbiterGroup(onDuty, keys);
    });
  }

  /// Which of these side-chain transactions were paid out already, in blocks or waiting.
  public RpcReply<List<Hash256>> existingWithdrawals(List<Hash256> sideChainTransactions) {
    return RpcReply.of(() -> existing("getexistwithdrawtransactions", sideChainTransactions));
  }

  /// Which of these deposits were given back already, in blocks or waiting.
  public RpcReply<List<Hash256>> existingRefunds(List<Hash256> deposits) {
    return RpcReply.of(() -> existing("getexistreturndeposittransactions", deposits));
  }

  /// A block to mine, whose reward goes to this address.
  public RpcReply<AuxBlock> createAuxBlock(String payTo) {
    return RpcReply.of(() -> {
      RpcValue answer = ask("createauxblock", Map.of("paytoaddress", payTo), RpcShape.values(32));
      return new AuxBlock(
          answer.member("chainid").number(0, Integer.MAX_VALUE),
          answer.member("height").number(0, MOST_HEIGHT),
          new Sela(answer.member("coinbasevalue").number(0, Long.MAX_VALUE)),
          RpcHash.bits(answer.member("bits")),
          RpcHash.internal(answer.member("hash")),
          RpcHash.internal(answer.member("previousblockhash")));
    });
  }

  /// Hands in the work for a block that [#createAuxBlock] gave.
  public RpcReply<Boolean> submitAuxBlock(Hash256 block, Bytes auxPow) {
    Map<String, Object> parameters = Map.of("blockhash", block.hex(), "auxpow", auxPow.hex());
    return RpcReply.of(() -> ask("submitauxblock", parameters).truth());
  }

  @Override
  public void close() {
    transport.close();
  }

  /// For questions of this package.
  RpcValue ask(String method, Map<String, Object> parameters) {
    return node.ask(new RpcQuestion(method, parameters));
  }

  /// The same with an answer of some other shape than a plain value.
  RpcValue ask(String method, Map<String, Object> parameters, RpcShape shape) {
    return node.ask(new RpcQuestion(method, parameters, shape));
  }

  /// For sources in this package.
  RpcConversation conversation() {
    return node;
  }

  private List<Hash256> existing(String method, List<Hash256> asked) {
    RpcValue answer = ask(method, Map.of("txs", asked.stream().map(Hash256::hex).toList()), HASHES);
    List<Hash256> known = new ArrayList<>();
    for (RpcValue hash : answer.elements(MOST_HASHES)) {
      Hash256 found = RpcHash.internal(hash);
      if (!asked.contains(found) || known.contains(found)) {
        throw hash.fault("not one of those that were asked for");
      }
      known.add(found);
    }
    return known;
  }

  private static List<UnspentOutput> outputs(RpcValue answer) {
    List<UnspentOutput> outputs = new ArrayList<>();
    for (RpcValue output : answer.elements(MOST_OUTPUTS)) {
      outputs.add(
          new UnspentOutput(
              new OutputId(
                  RpcHash.displayed(output.member("txid")),
                  (int) output.member("vout").number(0, 0xffff)),
              output.member("address").text(),
              amount(output.member("amount")),
              output.member("confirmations").number(0, MOST_HEIGHT),
              output.member("outputlock").number(0, MOST_HEIGHT)));
    }
    return outputs;
  }

  private static Sela amount(RpcValue value) {
    BigDecimal ela = value.decimal();
    try {
      Sela amount = new Sela(ela.movePointRight(8).longValueExact());
      if (amount.units() >= 0) {
        return amount;
      }
    } catch (ArithmeticException e) {
      throw value.fault("an amount with more than eight decimals, or too large", e);
    }
    throw value.fault("a negative amount");
  }

  private static Optional<Bytes> arbiter(RpcValue key) {
    if (key.text().isEmpty()) {
      return Optional.empty();
    }
    Bytes bytes = Bytes.of(key.bytes());
    if (bytes.size() != KEY_BYTES) {
      throw key.fault("not a compressed key");
    }
    return Optional.of(bytes);
  }
}
