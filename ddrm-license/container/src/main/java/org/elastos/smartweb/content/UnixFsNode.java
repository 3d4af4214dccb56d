// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;

/// A DAG-PB node of a UnixFS file: either links with the lengths of what they lead to, or content.
record UnixFsNode(List<Link> links, Bytes content) {
  private static final int FILE = 2;
  private static final int RAW = 0;
  private static final int MAX_LINKS = 8192;

  /// A child: its CID, the size of its whole DAG, and the length of its content, in bytes.
  record Link(Cid cid, long dagSize, long length) {}

  UnixFsNode {
    links = List.copyOf(links);
  }

  long length() {
    return content.size() + links.stream().mapToLong(Link::length).sum();
  }

  /// The block of a node with links.
  static byte[] encode(List<Link> links) {
    Protobuf node = new Protobuf();
    Protobuf data = new Protobuf().number(1, FILE);
    data.number(3, links.stream().mapToLong(Link::length).sum());
    for (Link link : links) {
      byte[] entry =
          new Protobuf()
              .bytes(1, link.cid.bytes())
              .bytes(2, new byte[0])
              .number(3, link.dagSize)
              .toByteArray();
      node.bytes(2, entry);
      data.number(4, link.length);
    }
    return node.bytes(1, data.toByteArray()).toByteArray();
  }

  /// The block of a leaf that is wrapped in a node.
  static byte[] encodeLeaf(byte[] content) {
    Protobuf data = new Protobuf().number(1, FILE);
    if (content.length > 0) {
      data.bytes(2, content);
    }
    return new Protobuf().bytes(1, data.number(3, content.length).toByteArray()).toByteArray();
  }

  /// Reads a node of a file.
  ///
  /// @return nothing for any other kind of node, or one whose lengths contradict each other
  static Optional<UnixFsNode> decode(byte[] block) {
    List<Cid> cids = new ArrayList<>();
    List<Long> dagSizes = new ArrayList<>();
    int links = 0;
    byte[] data = null;
    ProtobufReader node = new ProtobufReader(ByteBuffer.wrap(block));
    while (node.next()) {
      if (node.field() == 2 && node.bytes() != null && cids.size() < MAX_LINKS && data == null) {
        readLink(node.bytes(), cids, dagSizes);
        links++;
      } else if (node.field() == 1 && node.bytes() != null && data == null) {
        data = node.bytes();
      } else {
        return Optional.empty();
      }
    }
    boolean eachOnce = cids.size() == links && dagSizes.size() == links;
    return node.failed() || data == null || !eachOnce
        ? Optional.empty()
        : readData(data, cids, dagSizes);
  }

  private static void readLink(byte[] entry, List<Cid> cids, List<Long> dagSizes) {
    ProtobufReader link = new ProtobufReader(ByteBuffer.wrap(entry));
    while (link.next()) {
      if (link.field() == 1 && link.bytes() != null) {
        Cid.fromBytes(link.bytes()).ifPresent(cids::add);
      } else if (link.field() == 3 && link.bytes() == null) {
        dagSizes.add(link.number());
      }
    }
  }

  private static Optional<UnixFsNode> readData(byte[] data, List<Cid> cids, List<Long> dagSizes) {
    List<Long> lengths = new ArrayList<>();
    byte[] content = new byte[0];
    long kind = -1;
    long declared = -1;
    ProtobufReader in = new ProtobufReader(ByteBuffer.wrap(data));
    while (in.next()) {
      switch (in.field()) {
        case 1 -> kind = in.number();
        case 2 -> content = in.bytes() == null ? content : in.bytes();
        case 3 -> declared = in.number();
        case 4 -> lengths.add(in.number());
        default -> {}
      }
    }
    boolean file = kind == FILE || kind == RAW;
    boolean shaped = content.length == 0 || cids.isEmpty();
    if (in.failed() || !file || !shaped || lengths.size() != cids.size()) {
      return Optional.empty();
    }
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < cids.size(); i++) {
      links.add(new Link(cids.get(i), dagSizes.get(i), lengths.get(i)));
    }
    return checked(new UnixFsNode(links, Bytes.of(content)), declared);
  }

  private static Optional<UnixFsNode> checked(UnixFsNode node, long declared) {
    long sum = node.content.size();
    for (Link link : node.links) {
      if (link.length <= 0 || link.length > Long.MAX_VALUE - sum) {
        return Optional.empty();
      }
      sum += link.length;
    }
    return sum == declared ? Optional.of(node) : Optional.empty();
  }
}
