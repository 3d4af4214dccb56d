// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.devnet.DevnetException;
import org.elastos.smartweb.chain.ela.tx.DposBlock;
import org.elastos.smartweb.chain.ela.tx.TxCodec;

/// The chain on disk: a file that only grows. A record holds the height that it builds on and the
/// blocks above it, so that a reorganisation is one record and holds as a whole or not at all; each
/// has its length in front and a CRC-32C behind, and is on disk when [#append] returns. A tail that
/// a crash tore is cut off at the start; damage is refused. One process may hold the file. Used
/// under the chain's lock.
final class BlockFile implements AutoCloseable {
  private static final byte[] MAGIC = {'S', 'W', 'E', 'L', 'A', 'D', 'E', 'V', 1};
  private static final int HEAD = MAGIC.length + Hash256.BYTES;
  private static final int MOST_RECORD = 256 << 20;
  private static final int FRAME = 8;

  private final Path path;
  private final FileChannel channel;
  private final Map<Hash256, Place> places = new HashMap<>();

  /// Where a block's bytes stand.
  private record Place(long offset, int length) {}

  /// One record.
  record Batch(long fork, List<DposBlock> blocks) {}

  private BlockFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Opens or creates the file and hands over its records in order.
  ///
  /// @param identity what the chain depends on: a file of another chain is refused
  /// @throws DevnetException when the file is of another chain, in use, or damaged
  static BlockFile open(Path path, Hash256 identity, Consumer<Batch> records) {
    try {
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      BlockFile file = new BlockFile(path, channel);
      try {
        file.lock();
        file.start(identity);
        file.scan(records);
        return file;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Adds a record; it is on disk afterwards.
  void append(Batch record) {
    try {
      long at = channel.size();
      ByteBuffer framed = frame(record, at);
      channel.position(at);
      while (framed.hasRemaining()) {
        channel.write(framed);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A block that was ever part of the chain.
  Optional<DposBlock> read(Hash256 hash) {
    return Optional.ofNullable(places.get(hash))
        .map(place -> decode(bytes(place.offset, place.length)));
  }

  private void lock() throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw fault("another development node uses this directory", e);
    }
    if (lock == null) {
      throw new DevnetException(
          "another development node uses this directory", Map.of("file", path.toString()));
    }
  }

  private void start(Hash256 identity) throws IOException {
    if (channel.size() < HEAD) {
      channel.truncate(0);
      ByteBuffer head = ByteBuffer.allocate(HEAD).put(MAGIC).put(identity.bytes()).flip();
      while (head.hasRemaining()) {
        channel.write(head);
      }
      channel.force(true);
      return;
    }
    byte[] head = bytes(0, HEAD);
    boolean ours =
        Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
            && Arrays.equals(head, MAGIC.length, HEAD, identity.bytes(), 0, Hash256.BYTES);
    if (!ours) {
      throw new DevnetException(
          "the block file is of another chain, seed or release", Map.of("file", path.toString()));
    }
  }

  private void scan(Consumer<Batch> records) throws IOException {
    long at = HEAD;
    long end = channel.size();
    while (at < end) {
      Optional<byte[]> payload = payload(at, end);
      if (payload.isEmpty()) {
        channel.truncate(at);
        channel.force(true);
        return;
      }
      records.accept(parse(payload.get(), at));
      at += FRAME + payload.get().length;
    }
  }

  /// The record's content; empty when it is the torn end of the file.
  private Optional<byte[]> payload(long at, long end) {
    if (end - at < FRAME) {
      return Optional.empty();
    }
    int length = little(bytes(at, 4)).getInt();
    boolean plausible = length >= 8 && length <= MOST_RECORD;
    if (plausible && at + FRAME + length <= end) {
      byte[] payload = bytes(at + 4, length);
      int sum = little(bytes(at + 4 + length, 4)).getInt();
      if (sum == checksum(payload)) {
        return Optional.of(payload);
      }
    }
    if (new TornEnd(this::bytes, at, end).explains(plausible ? length : -1)) {
      return Optional.empty();
    }
    throw new DevnetException(
        "the block file is damaged; remove it to start anew",
        Map.of("file", path.toString(), "offset", Long.toString(at)));
  }

  private Batch parse(byte[] payload, long at) {
    ByteBuffer in = little(payload);
    long fork = Integer.toUnsignedLong(in.getInt());
    int count = in.getInt();
    DposBlock[] blocks = new DposBlock[count];
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[in.getInt()];
      long offset = at + 4 + in.position();
      in.get(bytes);
      blocks[i] = decode(bytes);
      places.put(blocks[i].block().header().hash(), new Place(offset, bytes.length));
    }
    return new Batch(fork, List.of(blocks));
  }

  private ByteBuffer frame(Batch record, long at) {
    List<byte[]> blocks = record.blocks.stream().map(block -> block.encoded().bytes()).toList();
    int length = 8 + blocks.stream().mapToInt(block -> 4 + block.length).sum();
    byte[] framed = new byte[FRAME + length];
    ByteBuffer out = little(framed);
    out.putInt(length).putInt((int) record.fork).putInt(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      byte[] bytes = blocks.get(i);
      out.putInt(bytes.length);
      Hash256 hash = record.blocks.get(i).block().header().hash();
      places.put(hash, new Place(at + out.position(), bytes.length));
      out.put(bytes);
    }
    byte[] payload = Arrays.copyOfRange(framed, 4, 4 + length);
    return out.putInt(checksum(payload)).flip();
  }

  private byte[] bytes(long at, int length) {
    try {
      byte[] bytes = new byte[length];
      ByteBuffer out = ByteBuffer.wrap(bytes);
      while (out.hasRemaining()) {
        if (channel.read(out, at + out.position()) < 0) {
          throw new DevnetException(
              "the block file ended while it was read", Map.of("file", path.toString()));
        }
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DevnetException fault(String text, Throwable cause) {
    return new DevnetException(text, Map.of("file", path.toString()), cause);
  }

  private static DposBlock decode(byte[] bytes) {
    return TxCodec.readDposBlock(bytes).orElseThrow();
  }

  private static int checksum(byte[] payload) {
    CRC32C sum = new CRC32C();
    sum.update(payload);
    return (int) sum.getValue();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
