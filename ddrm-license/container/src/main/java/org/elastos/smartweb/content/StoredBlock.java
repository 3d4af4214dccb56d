// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.nio.file.Path;
import org.elastos.smartweb.chain.Bytes;

/// Where a block's bytes lie.
public sealed interface StoredBlock {
  /// In memory.
  record InMemory(Bytes bytes) implements StoredBlock {}

  /// A range of a file, so that an edge may send it without copying.
  record FileRange(Path file, long offset, int length) implements StoredBlock {}

  /// Length in bytes.
  default int length() {
    return switch (this) {
      case InMemory(Bytes bytes) -> bytes.size();
      case FileRange range -> range.length();
    };
  }
}
