// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.elastos.smartweb.chain.SecretBytes;

/// A container that was opened and whose header is sound as far as can be told without a key. Not
/// thread-safe: it moves the position of its channel.
public final class DdrmReader implements AutoCloseable {
  private final SeekableByteChannel channel;
  private final Header header;

  private DdrmReader(SeekableByteChannel channel, Header header) {
    this.channel = channel;
    this.header = header;
  }

  /// The outcome of opening.
  public sealed interface Opening {
    /// The header is sound.
    record Opened(DdrmReader reader) implements Opening {}

    /// The file is refused; its channel is closed.
    record Refused(DdrmRefusal refusal) implements Opening {}
  }

  /// The outcome of unlocking.
  public sealed interface Unlocking {
    /// The key fits.
    record Opened(Unlocked work) implements Unlocking {}

    /// The key is refused.
    record Refused(DdrmRefusal refusal) implements Unlocking {}
  }

  /// Opens a file, with its sidecar if there is one.
  ///
  /// @throws DdrmException when the disk refuses
  public static Opening open(Path file) {
    try {
      Opening opening = open(FileChannel.open(file));
      Optional<Sidecar> sidecar = Sidecar.read(file);
      return opening instanceof Opening.Opened(DdrmReader reader) && sidecar.isPresent()
          ? new Opening.Opened(
              new DdrmReader(reader.channel, reader.header.extendedBy(sidecar.get())))
          : opening;
    } catch (IOException e) {
      throw new DdrmException("a container could not be read", e);
    }
  }

  /// Opens what a channel holds; the reader closes the channel.
  ///
  /// @throws DdrmException when the channel fails
  public static Opening open(SeekableByteChannel channel) {
    try {
      HeaderParser.Outcome outcome = parse(channel);
      return switch (outcome) {
        case HeaderParser.Outcome.Read(Header header) ->
            new Opening.Opened(new DdrmReader(channel, header));
        case HeaderParser.Outcome.Refused(DdrmRefusal refusal) -> {
          channel.close();
          yield new Opening.Refused(refusal);
        }
      };
    } catch (IOException e) {
      throw new DdrmException("a container could not be read", e);
    }
  }

  private static HeaderParser.Outcome parse(SeekableByteChannel channel) throws IOException {
    long fileLength = channel.size();
    if (fileLength < Header.FIXED_BYTES) {
      return new HeaderParser.Outcome.Refused(DdrmRefusal.NOT_DDRM);
    }
    ByteBuffer fixed = ByteBuffer.allocate(Header.FIXED_BYTES);
    readFully(channel, 0, fixed);
    Optional<DdrmRefusal> refusal = HeaderParser.check(fixed.array(), fileLength);
    if (refusal.isPresent()) {
      return new HeaderParser.Outcome.Refused(refusal.get());
    }
    ByteBuffer whole = ByteBuffer.allocate(fixed.getInt(12));
    readFully(channel, 0, whole);
    return HeaderParser.parse(whole.array(), fileLength);
  }

  /// The whole header, the sidecar's additions included.
  public Header header() {
    return header;
  }

  /// What never changes.
  public Core core() {
    return header.core();
  }

  /// The newest terms, if the creator stated any.
  public Optional<Terms> terms() {
    return header.terms();
  }

  /// The newest face, if the creator stated any.
  public Optional<Face> face() {
    return header.face();
  }

  /// The envelopes that hold the key.
  public List<Envelope> envelopes() {
    return header.envelopes();
  }

  /// Tries a file key: first the commitment in constant time, then the header's MAC. The key may be
  /// closed afterwards.
  public Unlocking unlock(SecretBytes fileKey) {
    Core core = header.core();
    KeySchedule keys = new KeySchedule(fileKey, core.pre());
    if (fileKey.size() != KeySchedule.FILE_KEY_BYTES || !keys.commitsTo(core.commit())) {
      return new Unlocking.Refused(DdrmRefusal.WRONG_KEY);
    }
    byte[] mac = keys.mac(first16(), core.encoded().bytes());
    return MessageDigest.isEqual(mac, header.mac().bytes())
        ? new Unlocking.Opened(new Unlocked(channel, core, keys.payload()))
        : new Unlocking.Refused(DdrmRefusal.HEADER_DAMAGED);
  }

  /// Whether every record is what the core's root covers; needs no key and reads the whole file.
  ///
  /// @throws DdrmException when the channel fails
  public boolean isWhole() {
    Core core = header.core();
    LeafDigests leaves = new LeafDigests(core.head());
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    long end = core.fileLength();
    try {
      for (long at = core.head(); at < end; at += buffer.limit()) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
        readFully(channel, at, buffer);
        leaves.update(buffer.array(), buffer.limit());
      }
    } catch (IOException e) {
      throw new DdrmException("a container could not be read", e);
    }
    return MerkleRoot.of(leaves.payloadDigests()).equals(core.root());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new DdrmException("a container could not be closed", e);
    }
  }

  private byte[] first16() {
    ByteBuffer first = ByteBuffer.allocate(16);
    try {
      readFully(channel, 0, first);
    } catch (IOException e) {
      throw new DdrmException("a container could not be read", e);
    }
    return first.array();
  }

  static void readFully(SeekableByteChannel channel, long position, ByteBuffer target)
      throws IOException {
    channel.position(position);
    while (target.hasRemaining()) {
      if (channel.read(target) < 0) {
        throw new IOException("the file ends early");
      }
    }
  }
}
