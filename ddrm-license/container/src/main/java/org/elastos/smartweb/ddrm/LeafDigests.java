// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.content.UnixFsFile;
import org.elastos.smartweb.content.UnixFsProfile;
import org.elastos.smartweb.crypto.Sha256;

/// Hashes records once, for both the core's root and the CID: a leaf's digest serves both, except
/// for the first leaf, whose header is known only at the end and whose records are held till then.
/// Not thread-safe.
final class LeafDigests {
  static final UnixFsProfile PROFILE = UnixFsProfile.UNIXFS_V1_2025;

  private final List<Hash256> digests = new ArrayList<>();
  private final MessageDigest digest = Sha256.digest();
  private final ByteArrayOutputStream firstLeaf = new ByteArrayOutputStream();
  private int room;
  private boolean open = true;

  LeafDigests(int head) {
    this.room = PROFILE.leafBytes() - head;
  }

  void update(byte[] sealed, int length) {
    int from = 0;
    while (from < length) {
      if (room == 0) {
        close();
        room = PROFILE.leafBytes();
        open = true;
      }
      int take = Math.min(room, length - from);
      digest.update(sealed, from, take);
      if (digests.isEmpty()) {
        firstLeaf.write(sealed, from, take);
      }
      from += take;
      room -= take;
    }
  }

  /// The digests that the core's root covers.
  List<Hash256> payloadDigests() {
    if (open) {
      close();
    }
    return List.copyOf(digests);
  }

  /// The file's DAG, now that the header is known.
  UnixFsFile finish(byte[] header, long fileLength) {
    List<Hash256> all = new ArrayList<>(payloadDigests());
    all.set(0, Sha256.of(header, firstLeaf.toByteArray()));
    return UnixFsFile.of(PROFILE, fileLength, all);
  }

  private void close() {
    digests.add(Hash256.of(digest.digest()));
    open = false;
  }
}
