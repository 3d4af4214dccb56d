// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalLong;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.SecretBytes;
import org.elastos.smartweb.content.UnixFsFile;

/// Encrypts works into containers in one pass, with the CID computed on the way. Keeps the first
/// leaf (1 MiB), two records and 32 bytes a leaf in memory. Thread-safe as far as its source of
/// randomness is.
public final class DdrmWriter {
  private static final int CORE_BYTES = 512;

  private final SecureRandom random;

  /// A writer that takes keys and salts from here.
  public DdrmWriter(SecureRandom random) {
    this.random = random;
  }

  /// What the creator decides before encryption: the account that states, the media type, the
  /// length if known (it chooses the slot size), and how many bytes statements and envelopes will
  /// need.
  public record Recipe(EvmAddress creator, String type, OptionalLong length, int dressingBytes) {
    /// A recipe with room for a name, a picture and a few envelopes in 12 KiB.
    public static Recipe of(EvmAddress creator, String type, OptionalLong length) {
      return new Recipe(creator, type, length, 12 * 1024);
    }
  }

  /// What is made once the work has its id. The file key is lent for the call.
  public interface Dressing {
    /// The creator's first statements.
    List<Statement> statements(Core core);

    /// The envelopes that hold the file key.
    List<Envelope> envelopes(Core core, SecretBytes fileKey);
  }

  /// A container on disk, with its DAG; `blocks.root()` is its CID.
  public record Written(Path file, Header header, UnixFsFile blocks) {}

  /// Encrypts a stream, read to its end, under a fresh key and salt. The target appears whole or
  /// not at all.
  ///
  /// @throws DdrmException when a disk refuses, or statements and envelopes do not fit the header
  public Written encrypt(InputStream work, Recipe recipe, Dressing dressing, Path target) {
    byte[] salt = new byte[Hash256.BYTES];
    byte[] key = new byte[KeySchedule.FILE_KEY_BYTES];
    random.nextBytes(salt);
    random.nextBytes(key);
    Pre pre =
        new Pre(
            recipe.creator, recipe.type, Hash256.of(salt), Pre.slotFor(recipe.length.orElse(-1)));
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    try (SecretBytes fileKey = SecretBytes.take(key)) {
      Written written = write(work, new Job(pre, fileKey, recipe.dressingBytes), dressing, draft);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Written(target, written.header, written.blocks);
    } catch (IOException e) {
      throw new DdrmException("a container could not be written", e);
    } finally {
      discard(draft);
    }
  }

  private record Job(Pre pre, SecretBytes fileKey, int dressingBytes) {}

  private static Written write(InputStream work, Job job, Dressing dressing, Path draft)
      throws IOException {
    KeySchedule keys = new KeySchedule(job.fileKey, job.pre);
    int used = Header.FIXED_BYTES + CORE_BYTES + Header.MAC_BYTES + Math.max(0, job.dressingBytes);
    int head = Header.headFor(used, job.pre.slot());
    try (FileChannel out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      LeafDigests leaves = new LeafDigests(head);
      long length = encryptRecords(work, job.pre, keys.payload(), new Output(out, leaves, head));
      Hash256 root = MerkleRoot.of(leaves.payloadDigests());
      Core core = Core.of(job.pre, keys.commit(), head, length, root);
      Bytes mac = Bytes.of(keys.mac(Header.first16(head), core.encoded().bytes()));
      Header header =
          new Header(core, mac, dressing.statements(core), dressing.envelopes(core, job.fileKey));
      byte[] bytes =
          header
              .encode()
              .orElseThrow(() -> new DdrmException("the header does not fit its room"))
              .bytes();
      writeFully(out, ByteBuffer.wrap(bytes), 0);
      out.force(true);
      return new Written(draft, header, leaves.finish(bytes, core.fileLength()));
    }
  }

  private record Output(FileChannel channel, LeafDigests leaves, int head) {}

  private static long encryptRecords(InputStream work, Pre pre, RecordCipher cipher, Output output)
      throws IOException {
    int room = pre.slot() - Pre.TAG_BYTES;
    byte[] sealed = new byte[pre.slot()];
    byte[] plain = work.readNBytes(room);
    long position = output.head;
    long length = plain.length;
    boolean last = false;
    for (long index = 0; !last; index++) {
      byte[] next = plain.length < room ? new byte[0] : work.readNBytes(room);
      last = next.length == 0;
      int size =
          cipher.encrypt(
              new RecordCipher.Index(index, last), ByteBuffer.wrap(plain), ByteBuffer.wrap(sealed));
      output.leaves.update(sealed, size);
      writeFully(output.channel, ByteBuffer.wrap(sealed, 0, size), position);
      position += size;
      length += next.length;
      plain = next;
    }
    return length;
  }

  private static void writeFully(FileChannel out, ByteBuffer bytes, long position)
      throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += out.write(bytes, at);
    }
  }

  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new DdrmException("a draft could not be removed", e);
    }
  }
}
