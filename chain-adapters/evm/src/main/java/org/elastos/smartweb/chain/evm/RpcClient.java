// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.elastos.smartweb.chain.evm.JsonRpcStream.Question;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.EthGetTransactionReceipt;
import org.web3j.protocol.core.methods.response.EthTransaction;
import org.web3j.protocol.core.methods.response.Transaction;

/// Typed questions to one source. Everything that comes back is hostile until it was read strictly:
/// any other shape is a {@link SourceFault} of this source alone. Thread-safe.
final class RpcClient {
  private final String name;
  private final ChainId chain;
  private final JdkRpcService service;
  private final JsonRpcStream stream;
  private final HeaderReader headers;
  private final int logRange;
  private volatile boolean chainChecked;

  RpcClient(RpcSource source, EvmProfile profile, JdkRpcService service) {
    this.name = source.name();
    this.chain = profile.chain();
    this.service = service;
    this.stream =
        new JsonRpcStream(service, source.limits().batchWithin(profile.reads().timeout()));
    this.headers = new HeaderReader(chain, profile.naming());
    this.logRange = profile.reads().logRange();
  }

  String name() {
    return name;
  }

  /// The header of `latest` or `finalized`.
  Header header(String tag) {
    requireChain();
    return stream.ask(block(tag));
  }

  /// The header at this height.
  Header header(long number) {
    return headers(List.of(number)).getFirst();
  }

  /// The headers at these heights, in their order, asked for together.
  List<Header> headers(List<Long> numbers) {
    requireChain();
    List<Header> found = stream.ask(numbers.stream().map(this::block).toList());
    for (int i = 0; i < numbers.size(); i++) {
      if (found.get(i).number() != numbers.get(i)) {
        throw new SourceFault("answered with another block than asked for");
      }
    }
    return found;
  }

  /// A read-only call at exactly this block (EIP-1898).
  Bytes call(Map<String, String> call, BlockRef at) {
    return Wire.bytes(text("eth_call", List.of(call, exactly(at))));
  }

  BigInteger balance(EvmAddress account, BlockRef at) {
    return Wire.quantity(text("eth_getBalance", List.of(account.toString(), exactly(at))));
  }

  Bytes code(EvmAddress account, BlockRef at) {
    return Wire.bytes(text("eth_getCode", List.of(account.toString(), exactly(at))));
  }

  /// How many transactions the account had sent up to this block: its next nonce.
  long nonce(EvmAddress account, BlockRef at) {
    return Wire.count(text("eth_getTransactionCount", List.of(account.toString(), exactly(at))));
  }

  /// The same at a final height.
  long nonce(EvmAddress account, long number) {
    return Wire.count(
        text("eth_getTransactionCount", List.of(account.toString(), Wire.hex(number))));
  }

  /// What stands in the block at this height.
  List<Transaction> transactions(long number) {
    var block =
        ask("eth_getBlockByNumber", List.of(Wire.hex(number), true), EthBlock.class).getBlock();
    if (block == null || Wire.count(block.getNumberRaw()) != number) {
      throw new SourceFault("answered with another block than asked for");
    }
    return block.getTransactions().stream()
        .map(one -> one.get() instanceof Transaction whole ? whole : new Transaction())
        .toList();
  }

  long estimateGas(Map<String, String> call, BlockRef at) {
    return Wire.count(text("eth_estimateGas", List.of(call, exactly(at))));
  }

  BigInteger suggestedTip() {
    return Wire.quantity(text("eth_maxPriorityFeePerGas", List.of()));
  }

  BigInteger suggestedGasPrice() {
    return Wire.quantity(text("eth_gasPrice", List.of()));
  }

  TxHash broadcast(Bytes signed) {
    return new TxHash(Wire.hash(text("eth_sendRawTransaction", List.of(signed.toString()))));
  }

  /// Whether it has the transaction, waiting or in a block.
  boolean knows(TxHash transaction) {
    var answer =
        ask("eth_getTransactionByHash", List.of(transaction.toString()), EthTransaction.class);
    return answer.getTransaction().map(found -> transaction.equals(hash(found))).orElse(false);
  }

  /// The events of the filter; the block at its end is read before and after, so that all of them
  /// belong to the chain that this block ends.
  LogAnswer logs(LogFilter filter) {
    Header end = header(filter.toBlock());
    List<EvmLog> logs = new ArrayList<>();
    for (long from = filter.fromBlock(); from <= filter.toBlock(); from += logRange) {
      logs.addAll(stream.ask(range(filter, from, Math.min(filter.toBlock(), from + logRange - 1))));
    }
    if (!header(filter.toBlock()).equals(end)) {
      throw new SourceFault("the chain changed while events were read");
    }
    return new LogAnswer(List.copyOf(logs), end.ref());
  }

  /// The events of a range of final blocks that ends with this one.
  List<EvmLog> logs(LogFilter filter, BlockRef end) {
    requireChain();
    List<Object> answers =
        stream.ask(
            List.of(
                range(filter, filter.fromBlock(), end.number()), block(Wire.hex(end.number()))));
    requireEnd(answers.getLast(), end);
    return logs(answers.getFirst());
  }

  /// The events of these blocks, each named by its hash, in chain order; the last one is looked at
  /// again afterwards, because a node may answer with nothing for a block that it dropped.
  List<EvmLog> logs(LogSelection selection, List<BlockRef> blocks) {
    requireChain();
    List<Question<?>> questions = new ArrayList<>();
    for (BlockRef block : blocks) {
      LogReader reader = new LogReader(selection, block.number(), block.number());
      questions.add(
          new Question<>(
              "eth_getLogs", List.of(LogQuery.of(selection, block.hash())), reader::read));
    }
    questions.add(block(Wire.hex(blocks.getLast().number())));
    List<Object> answers = stream.ask(questions);
    requireEnd(answers.getLast(), blocks.getLast());
    List<EvmLog> all = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      for (EvmLog log : logs(answers.get(i))) {
        if (!log.blockHash().equals(blocks.get(i).hash())) {
          throw new SourceFault("answered with an event of another block");
        }
        all.add(log);
      }
    }
    return all;
  }

  private static Question<List<EvmLog>> range(LogFilter filter, long from, long to) {
    LogSelection selection = LogSelection.of(filter);
    LogReader reader = new LogReader(selection, from, to);
    return new Question<>("eth_getLogs", List.of(LogQuery.of(selection, from, to)), reader::read);
  }

  private Question<Header> block(long number) {
    return block(Wire.hex(number));
  }

  private Question<Header> block(String tag) {
    return new Question<>("eth_getBlockByNumber", List.of(tag, false), headers::read);
  }

  @SuppressWarnings("unchecked") // the reader of events made it
  private static List<EvmLog> logs(Object answer) {
    return (List<EvmLog>) answer;
  }

  private static void requireEnd(Object answer, BlockRef end) {
    if (!(answer instanceof Header header) || !header.ref().equals(end)) {
      throw new SourceFault("the chain changed while events were read");
    }
  }

  /// What became of a transaction; empty unless it stands in a block of this source's own chain.
  Optional<TxReceipt> receipt(TxHash transaction) {
    EthGetTransactionReceipt answer =
        ask(
            "eth_getTransactionReceipt",
            List.of(transaction.toString()),
            EthGetTransactionReceipt.class);
    var raw = answer.getResult();
    if (raw == null || raw.getBlockHash() == null) {
      return Optional.empty();
    }
    BlockRef block = header(Wire.count(raw.getBlockNumberRaw())).ref();
    return Optional.of(AnswerReader.receipt(raw, transaction, block));
  }

  private static TxHash hash(Transaction found) {
    return new TxHash(Wire.hash(found.getHash()));
  }

  private static Map<String, Object> exactly(BlockRef at) {
    return Map.of("blockHash", at.hash().toString(), "requireCanonical", true);
  }

  private String text(String method, List<?> parameters) {
    String result = ask(method, parameters, EthCall.class).getResult();
    if (result == null) {
      throw new SourceFault("empty answer");
    }
    return result;
  }

  private <T extends Response<?>> T ask(String method, List<?> parameters, Class<T> type) {
    requireChain();
    return send(method, parameters, type);
  }

  private void requireChain() {
    if (!chainChecked) {
      String id = send("eth_chainId", List.of(), EthCall.class).getResult();
      if (!Wire.quantity(id).equals(BigInteger.valueOf(chain.value()))) {
        throw new SourceFault("serves another chain");
      }
      chainChecked = true;
    }
  }

  private <T extends Response<?>> T send(String method, List<?> parameters, Class<T> type) {
    var request = new Request<>(method, parameters, service, type);
    T response;
    try {
      response = request.send();
    } catch (SourceFault fault) {
      throw fault;
    } catch (IOException | RuntimeException e) {
      throw new SourceFault("unreadable answer: " + e.getClass().getSimpleName(), e);
    }
    if (response == null || response.getId() != request.getId()) {
      throw new SourceFault("answer belongs to no question");
    }
    if (response.hasError()) {
      Response.Error error = response.getError();
      throw RpcErrors.failure(
          error.getCode(), String.valueOf(error.getMessage()), revertData(error.getData()));
    }
    return response;
  }

  /// web3j keeps the member as JSON: a text still has its quotes.
  private static Bytes revertData(@Nullable String json) {
    if (json == null || !json.startsWith("\"0x") || !json.endsWith("\"")) {
      return Bytes.EMPTY;
    }
    return Wire.bytes(json.substring(1, json.length() - 1));
  }

  /// Events and the block that ends their range.
  record LogAnswer(List<EvmLog> logs, BlockRef end) {}
}
