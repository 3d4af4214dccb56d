// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// The DAG of one file under a profile: its root, its nodes, and the digests of its leaves in
/// order. The leaves' content stays in the file. Immutable; some 100 bytes a leaf.
public final class UnixFsFile {
  private final UnixFsProfile profile;
  private final long length;
  private final List<Hash256> leaves;
  private final Map<Hash256, Bytes> nodes = new HashMap<>();
  private final UnixFsNode.Link root;

  private UnixFsFile(UnixFsProfile profile, long length, List<Hash256> leaves) {
    this.profile = profile;
    this.length = length;
    this.leaves = List.copyOf(leaves);
    this.root = link();
  }

  /// The file of these leaves.
  ///
  /// @throws IllegalArgumentException when their number does not fit the length; an empty file has
  ///   one
  public static UnixFsFile of(UnixFsProfile profile, long length, List<Hash256> leaves) {
    long expected = Math.max(1, (length - 1) / profile.leafBytes() + 1);
    if (length < 0 || leaves.size() != expected) {
      throw new IllegalArgumentException("the number of leaves does not fit the length");
    }
    return new UnixFsFile(profile, length, leaves);
  }

  /// The file's CID.
  public Cid root() {
    return root.cid();
  }

  /// The profile that cut it.
  public UnixFsProfile profile() {
    return profile;
  }

  /// Length of the content in bytes.
  public long length() {
    return length;
  }

  /// Bytes of all blocks together.
  public long dagSize() {
    return root.dagSize();
  }

  /// Number of blocks.
  public int blocks() {
    return leaves.size() + nodes.size();
  }

  /// The digests of the leaves' blocks, in the order of the content.
  public List<Hash256> leaves() {
    return leaves;
  }

  /// The CID of a leaf.
  public Cid leaf(int index) {
    return new Cid(profile.cidVersion(), leafCodec(), leaves.get(index));
  }

  /// Length of a leaf's content in bytes.
  public int leafLength(int index) {
    return (int) Math.min(profile.leafBytes(), length - (long) index * profile.leafBytes());
  }

  Optional<Bytes> node(Hash256 digest) {
    return Optional.ofNullable(nodes.get(digest));
  }

  Cid.Codec leafCodec() {
    return profile.rawLeaves() ? Cid.Codec.RAW : Cid.Codec.DAG_PB;
  }

  private UnixFsNode.Link link() {
    List<UnixFsNode.Link> level = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      int content = leafLength(i);
      level.add(new UnixFsNode.Link(leaf(i), content + leafOverhead(content), content));
    }
    while (level.size() > 1) {
      List<UnixFsNode.Link> above = new ArrayList<>();
      for (int from = 0; from < level.size(); from += profile.maxLinks()) {
        int to = Math.min(level.size(), from + profile.maxLinks());
        above.add(parent(level.subList(from, to)));
      }
      level = above;
    }
    return level.getFirst();
  }

  private UnixFsNode.Link parent(List<UnixFsNode.Link> children) {
    byte[] block = UnixFsNode.encode(children);
    Cid cid =
        new Cid(profile.cidVersion(), Cid.Codec.DAG_PB, Cid.of(Cid.Codec.DAG_PB, block).digest());
    nodes.put(cid.digest(), Bytes.of(block));
    return new UnixFsNode.Link(
        cid,
        block.length + children.stream().mapToLong(UnixFsNode.Link::dagSize).sum(),
        children.stream().mapToLong(UnixFsNode.Link::length).sum());
  }

  private int leafOverhead(int content) {
    return profile.rawLeaves() ? 0 : UnixFsNode.encodeLeaf(new byte[content]).length - content;
  }
}
