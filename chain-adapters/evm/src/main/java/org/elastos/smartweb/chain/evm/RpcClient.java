// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.EvmLog;
import org.elastos.smartweb.chain.LogFilter;
import org.elastos.smartweb.chain.TxHash;
import org.elastos.smartweb.chain.TxReceipt;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.EthGetTransactionReceipt;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.EthTransaction;
import org.web3j.protocol.core.methods.response.Transaction;

/// Typed questions to one source. Everything that comes back is hostile until it was read strictly:
/// any other shape is a {@link SourceFault} of this source alone. Thread-safe.
final class RpcClient {
  /// What nodes say, besides code 3, when the machine stopped a call: the same for every node.
  private static final Pattern MACHINE_STOPPED =
      Pattern.compile(
          "(execution reverted|EVM error|invalid opcode|invalid jump|stack (under|over)flow|out of"
              + " gas|write protection).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final int REVERTED = 3;

  private final String name;
  private final ChainId chain;
  private final Web3jService service;
  private final ReadPolicy limits;
  private volatile boolean chainChecked;

  RpcClient(String name, ChainId chain, Web3jService service, ReadPolicy limits) {
    this.name = name;
    this.chain = chain;
    this.service = service;
    this.limits = limits;
  }

  String name() {
    return name;
  }

  /// The header of `latest` or `finalized`.
  Header header(String tag) {
    return AnswerReader.header(
        chain, ask("eth_getBlockByNumber", List.of(tag, false), EthBlock.class).getBlock());
  }

  /// The header at this height.
  Header header(long number) {
    Header header = header(Wire.hex(number));
    if (header.number() != number) {
      throw new SourceFault("answered with another block than asked for");
    }
    return header;
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
    for (long from = filter.fromBlock(); from <= filter.toBlock(); from += limits.logRange()) {
      long to = Math.min(filter.toBlock(), from + limits.logRange() - 1);
      EthLog answer = ask("eth_getLogs", List.of(LogQuery.of(filter, from, to)), EthLog.class);
      logs.addAll(AnswerReader.logs(answer.getLogs(), filter, from, to));
    }
    if (!header(filter.toBlock()).equals(end)) {
      throw new SourceFault("the chain changed while events were read");
    }
    return new LogAnswer(List.copyOf(logs), end.ref());
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
    if (!chainChecked) {
      String id = send("eth_chainId", List.of(), EthCall.class).getResult();
      if (!Wire.quantity(id).equals(BigInteger.valueOf(chain.value()))) {
        throw new SourceFault("serves another chain");
      }
      chainChecked = true;
    }
    return send(method, parameters, type);
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
      throw failure(response.getError());
    }
    return response;
  }

  private static RuntimeException failure(Response.Error error) {
    String message = String.valueOf(error.getMessage());
    if (error.getCode() == REVERTED || MACHINE_STOPPED.matcher(message).matches()) {
      return new SourceRevert(revertData(error.getData()));
    }
    return new SourceFault("error " + error.getCode() + ": " + Answers.shorten(message));
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
