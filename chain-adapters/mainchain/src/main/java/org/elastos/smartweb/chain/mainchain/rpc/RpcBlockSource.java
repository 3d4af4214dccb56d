// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.mainchain.BlockSource;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.internal.SourceFault;
import org.elastos.smartweb.chain.mainchain.rpc.RpcConversation.Outcome;

/// A full node's JSON-RPC as a source of blocks: whole blocks and their confirms, several questions
/// in one exchange. One thread at a time.
public final class RpcBlockSource implements BlockSource {
  private static final long MOST_HEIGHT = 0xffff_ffffL;
  private static final long BYTES_IN_ONE_TURN = 32L << 20;

  private final MainchainRpc rpc;
  private final RpcConversation node;
  private final int largestBatch;
  private int batch;

  /// @param rpc closed by its owner, not with the source
  public RpcBlockSource(MainchainRpc rpc, RpcLimits limits) {
    this.rpc = rpc;
    this.node = rpc.conversation();
    this.largestBatch = limits.batch();
    this.batch = largestBatch;
  }

  @Override
  public String name() {
    return rpc.name();
  }

  @Override
  public Fetched blocksAfter(List<ChainPosition> locator, int most) {
    try {
      long height = node.ask(question("getblockcount", Map.of())).number(1, MOST_HEIGHT) - 1;
      Optional<Long> common = common(locator, height);
      if (common.isEmpty()) {
        return new Fetched.Blocks(List.of(), Optional.of(height));
      }
      return new Fetched.Blocks(
          blocks(common.get() + 1, Math.min(height, common.get() + most)), Optional.of(height));
    } catch (RpcRefused refused) {
      return new Fetched.Failed(fault(refused.refusal()).failure());
    } catch (SourceFault fault) {
      return new Fetched.Failed(fault.failure());
    }
  }

  @Override
  public void close() {
    batch = largestBatch;
  }

  /// The height of the newest of our blocks that the node has; empty when it is so far behind that
  /// nothing can be compared.
  private Optional<Long> common(List<ChainPosition> locator, long height) {
    boolean compared = false;
    for (int from = 0; from < locator.size(); from += largestBatch) {
      List<ChainPosition> some =
          locator.subList(from, Math.min(locator.size(), from + largestBatch)).stream()
              .filter(position -> position.height() <= height)
              .toList();
      List<Optional<Hash256>> theirs = hashes(some.stream().map(ChainPosition::height).toList());
      for (int i = 0; i < some.size(); i++) {
        compared |= theirs.get(i).isPresent();
        if (theirs.get(i).equals(Optional.of(some.get(i).hash()))) {
          return Optional.of(some.get(i).height());
        }
      }
    }
    if (compared) {
      throw new SourceFault(
          Code.CONTRADICTS_FINAL, "another block where ours can no longer be undone");
    }
    return Optional.empty();
  }

  private List<DposBlock> blocks(long from, long to) {
    List<DposBlock> blocks = new ArrayList<>();
    long bytes = 0;
    long next = from;
    while (next <= to && bytes < BYTES_IN_ONE_TURN) {
      long end = Math.min(to, next + batch - 1);
      try {
        List<DposBlock> some = fetch(next, end);
        blocks.addAll(some);
        bytes += some.stream().mapToLong(block -> block.encoded().size()).sum();
        if (some.size() < end - next + 1) {
          break;
        }
        next = end + 1;
      } catch (SourceFault fault) {
        if (fault.failure().code() != Code.TOO_LARGE || batch == 1) {
          throw fault;
        }
        batch = Math.max(1, batch / 4);
      }
    }
    return blocks;
  }

  /// The blocks of these heights, as far as the node has them.
  private List<DposBlock> fetch(long from, long to) {
    List<Long> heights = new ArrayList<>();
    for (long height = from; height <= to; height++) {
      heights.add(height);
    }
    List<Hash256> hashes = new ArrayList<>();
    for (Optional<Hash256> hash : hashes(heights)) {
      if (hash.isEmpty()) {
        break;
      }
      hashes.add(hash.get());
    }
    List<RpcQuestion> questions = new ArrayList<>();
    for (Hash256 hash : hashes) {
      Map<String, Object> raw = Map.of("blockhash", RpcHash.display(hash), "verbosity", 0);
      questions.add(question("getblock", raw));
      questions.add(question("getconfirmbyhash", raw));
    }
    List<Outcome> answers = questions.isEmpty() ? List.of() : node.askAll(questions);
    List<DposBlock> blocks = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      blocks.add(
          new DposBlock(
              RawAnswers.block(answers.get(2 * i).value(), hashes.get(i)),
              confirm(answers.get(2 * i + 1))));
    }
    return blocks;
  }

  private List<Optional<Hash256>> hashes(List<Long> heights) {
    if (heights.isEmpty()) {
      return List.of();
    }
    List<RpcQuestion> questions =
        heights.stream().map(height -> question("getblockhash", Map.of("height", height))).toList();
    return node.askAll(questions).stream().map(RpcBlockSource::hash).toList();
  }

  /// Nodes answer with 42002 for a height that they do not have.
  private static Optional<Hash256> hash(Outcome outcome) {
    if (outcome instanceof Outcome.No(RpcRefusal refusal)
        && (refusal.code() == RpcRefusal.INVALID_PARAMETERS
            || refusal.code() == RpcRefusal.UNKNOWN_BLOCK)) {
      return Optional.empty();
    }
    return Optional.of(RpcHash.displayed(outcome.value()));
  }

  private static Optional<Confirm> confirm(Outcome outcome) {
    if (outcome instanceof Outcome.No(RpcRefusal refusal)
        && refusal.code() == RpcRefusal.UNKNOWN_CONFIRM) {
      return Optional.empty();
    }
    return Optional.of(RawAnswers.confirm(outcome.value()));
  }

  private static SourceFault fault(RpcRefusal refusal) {
    boolean gone =
        refusal.code() == RpcRefusal.UNKNOWN_BLOCK
            || refusal.code() == RpcRefusal.UNKNOWN_TRANSACTION;
    return new SourceFault(
        gone ? Code.GONE : Code.REFUSED, "error " + refusal.code() + ": " + refusal.text());
  }

  private static RpcQuestion question(String method, Map<String, Object> parameters) {
    return new RpcQuestion(method, parameters);
  }
}
