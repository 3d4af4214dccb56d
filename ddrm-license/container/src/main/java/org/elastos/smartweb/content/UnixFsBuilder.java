// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.Sha256;

/// Takes a file's content piece by piece and gives its DAG; keeps one leaf and 32 bytes a leaf. Not
/// thread-safe.
public final class UnixFsBuilder {
  private final UnixFsProfile profile;
  private final List<Hash256> leaves = new ArrayList<>();
  private final MessageDigest digest = Sha256.digest();
  private final byte[] leaf;
  private int filled;
  private long length;

  /// Starts an empty file.
  public UnixFsBuilder(UnixFsProfile profile) {
    this.profile = profile;
    this.leaf = new byte[profile.leafBytes()];
  }

  /// Takes more content.
  public void write(byte[] source, int offset, int count) {
    int from = offset;
    int end = offset + count;
    while (from < end) {
      int take = Math.min(end - from, leaf.length - filled);
      System.arraycopy(source, from, leaf, filled, take);
      filled += take;
      from += take;
      if (filled == leaf.length) {
        close();
      }
    }
    length += count;
  }

  /// The DAG of all the content.
  public UnixFsFile finish() {
    if (filled > 0 || leaves.isEmpty()) {
      close();
    }
    return UnixFsFile.of(profile, length, leaves);
  }

  /// The DAG of a file on disk.
  public static UnixFsFile of(Path file, UnixFsProfile profile) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in, profile);
    }
  }

  /// The DAG of a stream, read to its end.
  public static UnixFsFile of(InputStream in, UnixFsProfile profile) throws IOException {
    UnixFsBuilder builder = new UnixFsBuilder(profile);
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      builder.write(buffer, 0, read);
    }
    return builder.finish();
  }

  private void close() {
    if (profile.rawLeaves()) {
      digest.update(leaf, 0, filled);
    } else {
      digest.update(UnixFsNode.encodeLeaf(Arrays.copyOf(leaf, filled)));
    }
    leaves.add(Hash256.of(digest.digest()));
    filled = 0;
  }
}
