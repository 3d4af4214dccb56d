// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// The blocks of one file, leaves straight from it and nodes from memory: no second copy, no block
/// store. The leaves' digests are kept beside the file so that it is hashed once. Thread-safe.
public final class FileBlocks implements BlockProvider {
  private final Path file;
  private final UnixFsFile dag;
  private final Map<Hash256, Integer> leafByDigest = new HashMap<>();

  private FileBlocks(Path file, UnixFsFile dag) {
    this.file = file;
    this.dag = dag;
    for (int i = 0; i < dag.leaves().size(); i++) {
      leafByDigest.putIfAbsent(dag.leaves().get(i), i);
    }
  }

  /// The blocks of a file whose DAG is known, for example because it was just written.
  public static FileBlocks of(Path file, UnixFsFile dag) throws IOException {
    FileBlocks blocks = new FileBlocks(file, dag);
    blocks.remember();
    return blocks;
  }

  /// The blocks of a file: from the index beside it if that fits the file's length and date,
  /// otherwise by hashing it once.
  public static FileBlocks open(Path file, UnixFsProfile profile) throws IOException {
    Path index = beside(file);
    if (Files.isRegularFile(index)) {
      Optional<UnixFsFile> known = read(Files.readAllBytes(index), file, profile);
      if (known.isPresent()) {
        return new FileBlocks(file, known.get());
      }
    }
    return of(file, UnixFsBuilder.of(file, profile));
  }

  /// Where a file's index lies.
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".blocks");
  }

  /// The file's DAG.
  public UnixFsFile dag() {
    return dag;
  }

  @Override
  public Optional<StoredBlock> find(Cid cid) {
    Optional<Bytes> node = dag.node(cid.digest());
    if (node.isPresent()) {
      return node.map(StoredBlock.InMemory::new);
    }
    Integer leaf = leafByDigest.get(cid.digest());
    if (leaf == null) {
      return Optional.empty();
    }
    StoredBlock.FileRange range =
        new StoredBlock.FileRange(
            file, (long) leaf * dag.profile().leafBytes(), dag.leafLength(leaf));
    return dag.profile().rawLeaves() ? Optional.of(range) : wrapped(range);
  }

  private static Optional<StoredBlock> wrapped(StoredBlock.FileRange range) {
    try {
      return Optional.of(new StoredBlock.InMemory(Bytes.of(UnixFsNode.encodeLeaf(read(range)))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The bytes of a stored block.
  public static byte[] read(StoredBlock block) throws IOException {
    return switch (block) {
      case StoredBlock.InMemory(Bytes bytes) -> bytes.bytes();
      case StoredBlock.FileRange(Path file, long offset, int length) -> {
        ByteBuffer target = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file)) {
          while (target.hasRemaining()) {
            if (channel.read(target, offset + target.position()) < 0) {
              throw new EOFException("the file is shorter than its index");
            }
          }
        }
        yield target.array();
      }
    };
  }

  private void remember() throws IOException {
    byte[] leaves = new byte[dag.leaves().size() * Hash256.BYTES];
    for (int i = 0; i < dag.leaves().size(); i++) {
      System.arraycopy(dag.leaves().get(i).bytes(), 0, leaves, i * Hash256.BYTES, Hash256.BYTES);
    }
    byte[] index =
        Cbor.map()
            .put("v", 1)
            .put("profile", dag.profile().code())
            .put("len", dag.length())
            .put("date", Files.getLastModifiedTime(file).toMillis())
            .put("leaves", leaves)
            .encode();
    Path draft = file.resolveSibling(file.getFileName() + ".blocks.part");
    Files.write(draft, index);
    Files.move(draft, beside(file), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<UnixFsFile> read(byte[] index, Path file, UnixFsProfile profile)
      throws IOException {
    long length = Files.size(file);
    long date = Files.getLastModifiedTime(file).toMillis();
    long leaves = Math.max(1, (length - 1) / profile.leafBytes() + 1);
    return DagCbor.parse(
            index,
            value -> {
              CborMap map = value.asMap();
              map.expect("v", 1).expect("profile", profile.code());
              map.expect("len", length).expect("date", date);
              byte[] digests = map.bytes("leaves", Math.toIntExact(leaves * Hash256.BYTES)).bytes();
              map.end();
              return UnixFsFile.of(profile, length, split(digests));
            })
        .toOptional();
  }

  private static List<Hash256> split(byte[] digests) {
    List<Hash256> leaves = new ArrayList<>();
    for (int at = 0; at < digests.length; at += Hash256.BYTES) {
      leaves.add(Hash256.of(Arrays.copyOfRange(digests, at, at + Hash256.BYTES)));
    }
    return leaves;
  }
}
