// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.elastos.smartweb.content.BlockProvider;
import org.elastos.smartweb.content.Cid;
import org.elastos.smartweb.content.FileBlocks;
import org.elastos.smartweb.content.StoredBlock;
import org.elastos.smartweb.content.UnixFsFile;
import org.elastos.smartweb.content.UnixFsProfile;
import org.elastos.smartweb.home.outcome.HomeException;

/// The blocks of every file that is served, straight from the files. Thread-safe; serving a file
/// blocks while it is hashed, unless its index fits.
public final class ServedBlocks implements BlockProvider {
  static final UnixFsProfile PROFILE = UnixFsProfile.UNIXFS_V1_2025;

  private final Map<Path, FileBlocks> files = new ConcurrentHashMap<>();

  @Override
  public Optional<StoredBlock> find(Cid cid) {
    return files.values().stream().flatMap(blocks -> blocks.find(cid).stream()).findFirst();
  }

  /// Serves a file whose DAG is known.
  void serve(Path file, UnixFsFile dag) {
    try {
      files.put(file, FileBlocks.of(file, dag));
    } catch (IOException e) {
      throw new HomeException("a file's blocks cannot be served", e).with("file", file);
    }
  }

  /// Serves a file if its root is still the one expected.
  ///
  /// @return whether it is
  boolean serveIfUnchanged(Path file, String root) {
    try {
      FileBlocks blocks = FileBlocks.open(file, PROFILE);
      boolean unchanged = blocks.dag().root().toString().equals(root);
      if (unchanged) {
        files.put(file, blocks);
      }
      return unchanged;
    } catch (IOException e) {
      throw new HomeException("a file's blocks cannot be served", e).with("file", file);
    }
  }

  /// Serves a file no more and drops its index.
  void stop(Path file) {
    files.remove(file);
    try {
      Files.deleteIfExists(FileBlocks.beside(file));
    } catch (IOException e) {
      throw new HomeException("an index cannot be deleted", e).with("file", file);
    }
  }
}
