// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.content.VerifiedFetch.Outcome;

/// Walks a file's DAG from left to right and writes each leaf where it belongs. Memory is bounded
/// by the links of one node a level. Not thread-safe.
final class DagWalk {
  private static final int MAX_DEPTH = 8;

  private final PeerRound peers;
  private final VerifiedFetch.Listener listener;
  private final FileChannel out;
  private final long maxBytes;
  private long total;
  private long done;

  DagWalk(PeerRound peers, VerifiedFetch.Listener listener, FileChannel out, long maxBytes) {
    this.peers = peers;
    this.listener = listener;
    this.out = out;
    this.maxBytes = maxBytes;
  }

  /// A block to visit: what its parent says of it, where its content begins, how deep it is. The
  /// root's length is unknown: -1.
  private record Step(Cid cid, long length, long start, int depth) {}

  Outcome walk(Cid root, Path target) throws IOException {
    Deque<Step> left = new ArrayDeque<>(List.of(new Step(root, -1, 0, 0)));
    while (!left.isEmpty()) {
      Step step = left.pop();
      if (isHere(step)) {
        advance(step.length);
        continue;
      }
      Optional<byte[]> block = peers.block(step.cid);
      if (block.isEmpty()) {
        return new Outcome.Incomplete(step.cid, peers.faults());
      }
      Optional<String> fault = visit(step, block.get(), left);
      if (fault.isPresent()) {
        return new Outcome.Unusable(step.cid, fault.get());
      }
    }
    out.truncate(total);
    out.force(true);
    return new Outcome.Complete(target, total, peers.faults());
  }

  /// Whether a leaf's content was written before, by hashing it again.
  private boolean isHere(Step step) throws IOException {
    if (step.length < 0
        || step.length > BlockSource.MAX_BLOCK_BYTES
        || step.start + step.length > out.size()) {
      return false;
    }
    ByteBuffer content = ByteBuffer.allocate((int) step.length);
    while (content.hasRemaining()) {
      if (out.read(content, step.start + content.position()) < 0) {
        return false;
      }
    }
    byte[] bytes = content.array();
    return switch (step.cid.codec()) {
      case RAW -> step.cid.matches(bytes);
      case DAG_PB -> step.cid.matches(UnixFsNode.encodeLeaf(bytes));
      case DAG_CBOR -> false;
    };
  }

  private Optional<String> visit(Step step, byte[] block, Deque<Step> left) throws IOException {
    Optional<byte[]> content = VerifiedFetch.contentOf(step.cid, block);
    if (content.isPresent()) {
      return leaf(step, content.get());
    }
    Optional<UnixFsNode> node =
        step.cid.codec() == Cid.Codec.DAG_PB ? UnixFsNode.decode(block) : Optional.empty();
    if (node.isEmpty()) {
      return Optional.of("not_a_file");
    }
    if (step.depth == MAX_DEPTH) {
      return Optional.of("too_deep");
    }
    return node(step, node.get(), left);
  }

  private Optional<String> leaf(Step step, byte[] content) throws IOException {
    Optional<String> fault = lengthFault(step, content.length);
    if (fault.isPresent()) {
      return fault;
    }
    ByteBuffer bytes = ByteBuffer.wrap(content);
    while (bytes.hasRemaining()) {
      out.write(bytes, step.start + bytes.position());
    }
    advance(content.length);
    return Optional.empty();
  }

  private Optional<String> node(Step step, UnixFsNode node, Deque<Step> left) {
    Optional<String> fault = lengthFault(step, node.length());
    if (fault.isPresent()) {
      return fault;
    }
    long end = step.start + node.length();
    for (UnixFsNode.Link link : node.links().reversed()) {
      end -= link.length();
      left.push(new Step(link.cid(), link.length(), end, step.depth + 1));
    }
    return Optional.empty();
  }

  private Optional<String> lengthFault(Step step, long length) {
    if (step.length >= 0) {
      return step.length == length ? Optional.empty() : Optional.of("lengths_contradict");
    }
    total = length;
    return length > maxBytes ? Optional.of("too_large") : Optional.empty();
  }

  private void advance(long bytes) {
    done += bytes;
    listener.progress(done, total);
  }
}
