// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// Fetches a file by its CID from peers that nobody trusts: every block's hash is checked before a
/// byte of it is written; a peer that lies is named and asked no more; the next one continues. What
/// was fetched stays in a part file, whose leaves are checked again when the fetch is resumed. One
/// fetch at a time; not thread-safe.
public final class VerifiedFetch {
  private final List<BlockSource> peers;
  private final Listener listener;
  private final long maxBytes;

  /// A fetch from these peers, in this order, of files up to `maxBytes` long.
  public VerifiedFetch(List<BlockSource> peers, Listener listener, long maxBytes) {
    this.peers = List.copyOf(peers);
    this.listener = listener;
    this.maxBytes = maxBytes;
  }

  /// Hears of progress and faults while they happen.
  public interface Listener {
    /// `done` of `total` bytes are here and checked.
    default void progress(long done, long total) {}

    /// A peer did not give a block.
    default void fault(Fault fault) {}
  }

  /// What a peer did instead of giving a block.
  public enum FaultKind {
    /// It sent other bytes.
    WRONG_BYTES,
    /// It has not got the block.
    ABSENT,
    /// It could not be reached, was too slow, or sent too much.
    FAILED
  }

  /// Who did not give which block.
  public record Fault(String peer, Cid block, FaultKind kind) {}

  /// The outcome of a fetch.
  public sealed interface Outcome {
    /// The file is here, whole and checked.
    record Complete(Path file, long length, List<Fault> faults) implements Outcome {}

    /// No peer gave this block; what is here stays for the next attempt.
    record Incomplete(Cid missing, List<Fault> faults) implements Outcome {}

    /// The CID names no file that can be fetched: a bad node, or one that is too large.
    record Unusable(Cid block, String reason) implements Outcome {}
  }

  /// Fetches a file; the target appears whole or not at all.
  ///
  /// @throws UncheckedIOException when the local disk refuses
  public Outcome fetch(Cid root, Path target) {
    Path part = partOf(target);
    PeerRound round = new PeerRound(peers, listener);
    try {
      Outcome outcome;
      try (FileChannel out =
          FileChannel.open(
              part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        outcome = new DagWalk(round, listener, out, maxBytes).walk(root, target);
      }
      if (outcome instanceof Outcome.Complete) {
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException("a fetched file could not be written", e);
    }
  }

  /// The file that holds what was fetched so far.
  public static Path partOf(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  static Optional<byte[]> contentOf(Cid cid, byte[] block) {
    return switch (cid.codec()) {
      case RAW -> Optional.of(block);
      case DAG_PB ->
          UnixFsNode.decode(block)
              .filter(node -> node.links().isEmpty())
              .map(node -> node.content().bytes());
      case DAG_CBOR -> Optional.empty();
    };
  }
}
