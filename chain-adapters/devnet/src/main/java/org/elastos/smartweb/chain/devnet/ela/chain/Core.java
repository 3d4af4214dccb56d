// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.DevnetException;
import org.elastos.smartweb.chain.devnet.ela.rules.Consensus;
import org.elastos.smartweb.chain.devnet.ela.rules.DevRules;
import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;
import org.elastos.smartweb.chain.devnet.ela.rules.Script;
import org.elastos.smartweb.chain.devnet.ela.rules.Work;
import org.elastos.smartweb.chain.ela.AuxPow;
import org.elastos.smartweb.chain.ela.ElaHeader;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.tx.BasicPayload;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;

/// Chain, waiting transactions and file, changed together: what is on disk and what is in memory
/// agree after every step, or the node stops. Used under the chain's lock.
final class Core implements AutoCloseable {
  private static final int MOST_SIDE = 500;

  private final DevRules rules;
  private final Confirms confirms;
  private final ParentWork parentWork;
  private final Miner miner;
  private final ProgramHash wallet;
  private final ChainState chain;
  private final Mempool mempool = new Mempool();
  private final BlockFile file;
  private final Map<Hash256, DposBlock> fresh = new HashMap<>();
  private final Map<Hash256, DposBlock> side = new LinkedHashMap<>();
  private final DposBlock genesis = Genesis.block();
  private boolean broken;

  Core(DevHome home) {
    this.rules = home.rules();
    this.confirms = new Confirms(rules, home.keys());
    this.parentWork = new ParentWork(home.random());
    this.miner = new Miner(rules, home.random());
    this.wallet = Script.owner(Script.STANDARD, Script.standard(home.keys().wallet().publicKey()));
    this.chain = new ChainState(rules, home.keys().arbiters(0), hash -> find(hash).orElseThrow());
    this.file = BlockFile.open(home.blocks(), home.identity(), this::replay);
  }

  ChainState chain() {
    checkRunning();
    return chain;
  }

  /// From here until the change is on disk or taken back, memory is ahead of the disk: a fault in
  /// between stops the node.
  private void begin() {
    checkRunning();
    broken = true;
  }

  private void checkRunning() {
    if (broken) {
      throw new DevnetException("the development chain stopped at a fault", Map.of());
    }
  }

  Mempool mempool() {
    return mempool;
  }

  Confirms confirms() {
    return confirms;
  }

  /// Any block that is or was part of the chain.
  Optional<DposBlock> find(Hash256 hash) {
    if (hash.equals(genesis.block().header().hash())) {
      return Optional.of(genesis);
    }
    return Optional.ofNullable(fresh.get(hash)).or(() -> file.read(hash));
  }

  /// The next block without proof.
  Candidate candidate(ProgramHash payTo, List<ElaTransaction> asked, long now) {
    checkRunning();
    return assemble(payTo, asked, now);
  }

  private Candidate assemble(ProgramHash payTo, List<ElaTransaction> asked, long now) {
    List<ElaTransaction> special = new ArrayList<>(asked);
    Consensus consensus = chain.next();
    long height = chain.height() + 1;
    if (asked.isEmpty() && confirms.announcesAt(height, consensus)) {
      special.add(confirms.nextTurn(height, consensus));
    }
    return miner.assemble(chain, new Miner.Order(payTo, special, mempool.all(), now));
  }

  /// The block of a candidate for the tip, with the arbiters' confirm.
  DposBlock complete(Candidate candidate, AuxPow proof) {
    ElaHeader header = ElaHeader.of(candidate.fields(), proof);
    return new DposBlock(
        new ElaBlock(header, candidate.transactions()), confirms.confirm(candidate, chain.next()));
  }

  /// Mines blocks for the wallet above a height, in the place of what stands there; their first one
  /// holds what is asked for.
  List<Hash256> grow(long fork, int count, List<ElaTransaction> asked, long now) {
    begin();
    List<ElaTransaction> waiting = mempool.all();
    List<DposBlock> removed = takeOff(fork);
    mempool.refresh(List.of(), chain);
    List<DposBlock> grown = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Candidate candidate = assemble(wallet, i == 0 ? asked : List.of(), now);
      AuxPow proof = parentWork.prove(candidate.hash(), candidate.fields().height(), rules.bits());
      DposBlock block = complete(candidate, proof);
      Optional<Flaw> flaw = connect(block, now);
      if (flaw.isPresent()) {
        restore(fork, removed);
        throw new DevnetException(
            "the development node refuses its own block",
            Map.of("code", flaw.get().code(), "detail", flaw.get().detail()));
      }
      grown.add(block);
      mempool.refresh(List.of(), chain);
    }
    commit(fork, grown, returned(removed, waiting));
    return grown.stream().map(block -> block.block().header().hash()).toList();
  }

  /// Takes a block from outside: onto the tip, or beside it until its branch has more work. Blocks
  /// that are confirmed stay.
  Optional<Flaw> submit(DposBlock block, long now) {
    Hash256 hash = block.block().header().hash();
    if (chain().heightOf(hash).isPresent() || side.containsKey(hash)) {
      return Flaw.of("block_known", hash);
    }
    Optional<Flaw> work = Work.check(hash, block.block().header().auxPow(), rules.bits());
    if (work.isPresent()) {
      return work;
    }
    List<DposBlock> branch = new ArrayList<>(List.of(block));
    Hash256 below = block.block().header().previous();
    while (chain.heightOf(below).isEmpty()) {
      DposBlock more = side.get(below);
      if (more == null) {
        return Flaw.of("unknown_parent", below);
      }
      branch.addFirst(more);
      below = more.block().header().previous();
    }
    long fork = chain.heightOf(below).orElseThrow();
    if (fork + branch.size() <= chain.height()) {
      keepAside(hash, block);
      return Optional.empty();
    }
    return isFinal(fork) ? Flaw.of("final_block", fork + 1) : adopt(fork, branch, now);
  }

  private Optional<Flaw> adopt(long fork, List<DposBlock> branch, long now) {
    begin();
    List<DposBlock> removed = takeOff(fork);
    for (DposBlock block : branch) {
      Optional<Flaw> flaw = connect(block, now);
      if (flaw.isPresent()) {
        restore(fork, removed);
        return flaw;
      }
    }
    branch.forEach(block -> side.remove(block.block().header().hash()));
    removed.forEach(block -> keepAside(block.block().header().hash(), block));
    commit(fork, branch, returned(removed, List.of()));
    return Optional.empty();
  }

  private boolean isFinal(long fork) {
    for (long at = fork + 1; at <= chain.height(); at++) {
      if (chain.entry(at).confirmed()) {
        return true;
      }
    }
    return !chain.canUndo(chain.height() - fork);
  }

  private void keepAside(Hash256 hash, DposBlock block) {
    side.put(hash, block);
    if (side.size() > MOST_SIDE) {
      side.remove(side.keySet().iterator().next());
    }
  }

  private Optional<Flaw> connect(DposBlock block, long now) {
    fresh.put(block.block().header().hash(), block);
    return chain.connect(block, now);
  }

  private List<DposBlock> takeOff(long fork) {
    List<DposBlock> removed = new ArrayList<>();
    while (chain.height() > fork) {
      removed.addFirst(chain.disconnect());
    }
    return removed;
  }

  private void restore(long fork, List<DposBlock> removed) {
    takeOff(fork);
    removed.forEach(chain::reconnect);
    fresh.clear();
    broken = false;
  }

  private void commit(long fork, List<DposBlock> blocks, List<ElaTransaction> returned) {
    file.append(new BlockFile.Batch(fork, blocks));
    broken = false;
    fresh.clear();
    mempool.refresh(returned, chain);
  }

  /// What may wait again: what came off the chain, and what waited before.
  private static List<ElaTransaction> returned(
      List<DposBlock> removed, List<ElaTransaction> waiting) {
    List<ElaTransaction> all = new ArrayList<>();
    for (DposBlock block : removed) {
      block.block().transactions().stream()
          .filter(tx -> !(tx.payload() instanceof BasicPayload.CoinBase))
          .filter(tx -> !tx.inputs().isEmpty())
          .forEach(all::add);
    }
    all.addAll(waiting);
    return all;
  }

  private void replay(BlockFile.Batch batch) {
    takeOff(batch.fork());
    for (DposBlock block : batch.blocks()) {
      fresh.put(block.block().header().hash(), block);
      chain.reconnect(block);
    }
    fresh.clear();
  }

  @Override
  public void close() {
    file.close();
  }
}
