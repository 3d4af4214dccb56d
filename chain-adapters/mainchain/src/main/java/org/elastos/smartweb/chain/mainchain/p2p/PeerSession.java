// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.ElaBlock;
import org.elastos.smartweb.chain.ela.tx.ElaTransaction;
import org.elastos.smartweb.chain.ela.verify.PartialMerkleTree;
import org.elastos.smartweb.chain.ela.verify.PartialMerkleTree.Content;
import org.elastos.smartweb.chain.ela.verify.PartialMerkleTree.Match;
import org.elastos.smartweb.chain.ela.verify.Verdict;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Code;
import org.elastos.smartweb.chain.mainchain.SourceFailure.Kind;
import org.elastos.smartweb.chain.mainchain.internal.SourceFault;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.GetBlocks;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Inventory;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.MerkleBlock;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Ping;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Pong;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Tx;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Verack;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.Version;
import org.elastos.smartweb.chain.mainchain.p2p.PeerMessage.WholeBlock;
import org.jspecify.annotations.Nullable;

/// A peer after the greeting, with our filter loaded. Not thread-safe.
final class PeerSession implements Closeable {
  /// The body's limit of the chain, and room for the frames around it.
  private static final long MOST_BLOCK_BYTES = 8_000_000 + 10_000 * PeerFrames.HEADER;

  private final PeerConnection peer;
  private final PeerIdentity self;
  private final PeerLimits limits;
  private final Version theirs;
  private boolean spent;
  private @Nullable Hash256 awaited;

  private PeerSession(PeerConnection peer, PeerIdentity self, PeerLimits limits, Version theirs) {
    this.peer = peer;
    this.self = self;
    this.limits = limits;
    this.theirs = theirs;
  }

  /// Greets the peer and loads the filter.
  ///
  /// @throws SourceFault when it does not answer as peers do, or cannot filter
  static PeerSession greet(PeerConnection peer, PeerIdentity self, PeerLimits limits) {
    Version theirs = peer.within(limits.handshake(), () -> handshake(peer, self));
    if ((theirs.services() & Version.FILTERING) == 0) {
      throw new SourceFault(Code.UNSUITABLE, "the peer does not filter transactions");
    }
    return new PeerSession(peer, self, limits, theirs);
  }

  /// The height of which it spoke when it was greeted.
  long claimedHeight() {
    return theirs.height();
  }

  /// Blocks after the newest known entry of the locator, in the order of the peer's chain. Those
  /// that arrived count, even if the peer then falls silent or hangs up.
  ///
  /// @param whole a block that the peer could not filter, to be asked for as it is
  List<DposBlock> blocksAfter(List<Hash256> locator, int most, Optional<Hash256> whole) {
    List<DposBlock> blocks = new ArrayList<>();
    try {
      return peer.within(limits.exchange(), () -> fetch(locator, most, whole, blocks));
    } catch (SourceFault fault) {
      boolean passing = fault.failure().code().kind() == Kind.ABSENT;
      if (blocks.isEmpty() || !passing) {
        throw fault;
      }
      spent = true;
      return blocks;
    }
  }

  /// The block for which the peer was filtering when the exchange ended: a node hangs up over one
  /// with more transactions than its filtered blocks hold (10,000 / 8 bytes of flags, two flags a
  /// transaction).
  Optional<Hash256> unfiltered() {
    return Optional.ofNullable(awaited);
  }

  private List<DposBlock> fetch(
      List<Hash256> locator, int most, Optional<Hash256> whole, List<DposBlock> blocks)
      throws IOException {
    List<Hash256> announced = announced(locator);
    int wanted = Math.min(most, announced.size());
    for (int from = 0; from < wanted && !spent; from += limits.blocksAtOnce()) {
      int to = Math.min(wanted, from + limits.blocksAtOnce());
      fetch(announced.subList(from, to), whole, blocks);
    }
    return blocks;
  }

  /// Whether blocks that we asked for were left unread: good for no further question.
  boolean spent() {
    return spent;
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }

  private static Version handshake(PeerConnection peer, PeerIdentity self) throws IOException {
    Version ours = self.greeting();
    peer.send(ours);
    if (!(peer.receive() instanceof Version theirs)) {
      throw new SourceFault(Code.SHAPE, "another message than a version came first");
    }
    if (theirs.nonce() == ours.nonce()) {
      throw new SourceFault(Code.UNSUITABLE, "the peer is ourselves");
    }
    peer.send(new Verack());
    while (!(peer.receive() instanceof Verack)) {
      peer.tolerate();
    }
    peer.send(PeerFilter.everything());
    return theirs;
  }

  /// Peers say nothing at all when there is nothing new, but they answer in order: a ping behind
  /// the question tells silence from slowness.
  private List<Hash256> announced(List<Hash256> locator) throws IOException {
    long fence = self.random().nextLong();
    peer.send(new GetBlocks(locator, Hash256.ZERO));
    peer.send(new Ping(fence));
    List<Hash256> blocks = List.of();
    while (true) {
      switch (peer.receive()) {
        case Pong(long nonce) when nonce == fence -> {
          return blocks;
        }
        case Inventory inventory when inventory.command() == PeerCommand.INV -> {
          List<Hash256> found = checked(inventory, locator);
          // A single block is news from the network as well; an answer replaces it.
          blocks = found.size() > blocks.size() ? found : blocks;
          peer.tolerate();
        }
        default -> peer.tolerate();
      }
    }
  }

  private static List<Hash256> checked(Inventory inventory, List<Hash256> locator) {
    List<Hash256> blocks =
        inventory.items().stream()
            .filter(Inventory.Item::announcesBlock)
            .map(Inventory.Item::hash)
            .toList();
    if (blocks.size() > PeerCodec.MOST_LOCATORS) {
      throw new SourceFault(Code.SHAPE, "more blocks than one announcement may hold");
    }
    Set<Hash256> distinct = new HashSet<>(blocks);
    if (distinct.size() != blocks.size()) {
      throw new SourceFault(Code.LOOP, "the same block twice in one announcement");
    }
    if (!locator.isEmpty() && distinct.contains(locator.getFirst())) {
      throw new SourceFault(Code.LOOP, "announces the block that we asked it to go on from");
    }
    return blocks;
  }

  private void fetch(List<Hash256> wanted, Optional<Hash256> whole, List<DposBlock> blocks)
      throws IOException {
    peer.send(
        new Inventory(
            PeerCommand.GETDATA,
            wanted.stream().map(hash -> new Inventory.Item(kind(hash, whole), hash)).toList()));
    for (Hash256 hash : wanted) {
      if (whole.filter(hash::equals).isPresent()) {
        blocks.add(whole(hash));
      } else {
        awaited = hash;
        blocks.add(block(hash));
        awaited = null;
      }
      if (peer.received() > limits.bytes()) {
        // What is here already can be verified; the rest is asked for anew.
        spent = true;
        return;
      }
    }
  }

  private static long kind(Hash256 hash, Optional<Hash256> whole) {
    return whole.filter(hash::equals).isPresent()
        ? Inventory.Item.CONFIRMED_BLOCK
        : Inventory.Item.FILTERED_BLOCK;
  }

  private DposBlock whole(Hash256 hash) throws IOException {
    while (true) {
      switch (peer.receive()) {
        case WholeBlock(DposBlock block) -> {
          if (!block.block().header().hash().equals(hash)) {
            throw new SourceFault(Code.UNASKED, "another block than asked for");
          }
          return block;
        }
        case Inventory absent when absent.command() == PeerCommand.NOTFOUND -> throw gone();
        default -> peer.tolerate();
      }
    }
  }

  private DposBlock block(Hash256 hash) throws IOException {
    while (true) {
      switch (peer.receive()) {
        case MerkleBlock head -> {
          return filled(head, hash);
        }
        case Inventory absent when absent.command() == PeerCommand.NOTFOUND -> throw gone();
        case Tx _ -> throw new SourceFault(Code.UNASKED, "a transaction without its block");
        default -> peer.tolerate();
      }
    }
  }

  private static SourceFault gone() {
    return new SourceFault(Code.GONE, "an announced block is not found");
  }

  private DposBlock filled(MerkleBlock head, Hash256 expected) throws IOException {
    if (!head.header().header().hash().equals(expected)) {
      throw new SourceFault(Code.UNASKED, "another block than asked for");
    }
    List<ElaTransaction> transactions = new ArrayList<>();
    long before = peer.received();
    for (Match match : matches(head.tree())) {
      transactions.add(transaction(match.txid()));
      if (peer.received() - before > MOST_BLOCK_BYTES) {
        throw new SourceFault(Code.TOO_LARGE, "a block larger than blocks may be");
      }
    }
    ElaBlock block = new ElaBlock(head.header().header(), transactions);
    return new DposBlock(block, head.header().confirm());
  }

  private static List<Match> matches(PartialMerkleTree tree) {
    return switch (tree.content()) {
      case Content.Proved proved when proved.matches().size() == tree.transactions() ->
          proved.matches();
      case Content.Proved _ ->
          throw new SourceFault(Code.SHAPE, "a block whose transactions are not all there");
      case Content.Refused(Verdict.Invalid reason) ->
          throw new SourceFault(Code.SHAPE, "a merkle tree refused: " + reason.code());
    };
  }

  private ElaTransaction transaction(Hash256 id) throws IOException {
    while (true) {
      switch (peer.receive()) {
        case Tx(ElaTransaction transaction) -> {
          if (!transaction.txid().equals(id)) {
            throw new SourceFault(Code.UNASKED, "another transaction than the block names");
          }
          return transaction;
        }
        case MerkleBlock _ ->
            throw new SourceFault(Code.SHAPE, "a block whose transactions are not all there");
        default -> peer.tolerate();
      }
    }
  }
}
