// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.mainchain.BlockSource;
import org.elastos.smartweb.chain.mainchain.ChainPosition;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Kind;
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
      Optional<ChainPosition> common = common(locator, height);
      if (common.isEmpty()) {
        return new Fetched.Blocks(List.of(), Optional.of(height));
      }
      long to = Math.min(height, common.get().height() + most);
      return new Fetched.Blocks(blocks(common.get(), to), Optional.of(height));
    } catch (RpcRefused refused) {
      return new Fetched.Failed(fault(refused.refusal()).failure());
    } catch (SourceFault fault) {
      return new Fetched.Failed(fault.failure());
    }
  }

  /// How many blocks went well together last is remembered: a slow link stays one.
  @Override
  public void close() {}

  /// The newest of our blocks that the node has; empty when it is so far behind that nothing can be
  /// compared.
  private Optional<ChainPosition> common(List<ChainPosition> locator, long height) {
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
          return Optional.of(some.get(i));
        }
      }
    }
    if (compared) {
      throw new SourceFault(
          Code.CONTRADICTS_FINAL, "another block where ours can no longer be undone");
    }
    return Optional.empty();
  }

  /// What arrived counts, even if the next batch is too large or too slow: that one is made
  /// smaller.
  private List<DposBlock> blocks(ChainPosition common, long to) {
    List<DposBlock> blocks = new ArrayList<>();
    ChainPosition last = common;
    long bytes = 0;
    while (last.height() < to && bytes < BYTES_IN_ONE_TURN) {
      long end = Math.min(to, last.height() + batch);
      try {
        List<DposBlock> some = linked(last, fetch(last.height() + 1, end));
        blocks.addAll(some);
        bytes += some.stream().mapToLong(block -> block.encoded().size()).sum();
        if (some.size() < end - last.height()) {
          break;
        }
        last = position(some.getLast());
        batch = Math.min(largestBatch, 2 * batch);
      } catch (SourceFault fault) {
        boolean smaller = shrunk(fault);
        if (!smaller || fault.failure().code() == Code.TIMEOUT) {
          if (blocks.isEmpty() || fault.failure().code().kind() != Kind.ABSENT) {
            throw fault;
          }
          break;
        }
      }
    }
    return blocks;
  }

  private boolean shrunk(SourceFault fault) {
    boolean ofSize =
        switch (fault.failure().code()) {
          case TOO_LARGE, TIMEOUT, CUT -> true;
          default -> false;
        };
    boolean smaller = ofSize && batch > 1;
    if (smaller) {
      batch = Math.max(1, batch / 4);
    }
    return smaller;
  }

  /// The blocks as far as each stands on the one before. Several questions are not one moment: the
  /// chain may change between them, and then the rest is asked for anew.
  private static List<DposBlock> linked(ChainPosition from, List<DposBlock> blocks) {
    ChainPosition last = from;
    for (int i = 0; i < blocks.size(); i++) {
      ElaHeader header = blocks.get(i).block().header();
      if (header.height() != last.height() + 1) {
        throw new SourceFault(Code.SHAPE, "a block of another height than asked for");
      }
      if (!header.previous().equals(last.hash())) {
        if (i == 0) {
          throw new SourceFault(Code.GONE, "the chain changed while it was asked for");
        }
        return blocks.subList(0, i);
      }
      last = position(blocks.get(i));
    }
    return blocks;
  }

  private static ChainPosition position(DposBlock block) {
    ElaHeader header = block.block().header();
    return new ChainPosition(header.height(), header.hash());
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
      questions.add(new RpcQuestion("getblock", raw, RawAnswers.BLOCK));
      questions.add(new RpcQuestion("getconfirmbyhash", raw, RawAnswers.CONFIRM));
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
