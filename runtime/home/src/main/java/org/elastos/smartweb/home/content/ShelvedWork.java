// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.content;

import java.time.Instant;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.home.tree.LocalPath;

/// One work in the owner's tree.
///
/// @param path its name in the tree
/// @param assetId SHA-256 of its core
/// @param cid the root of its blocks, as text
/// @param size bytes on the disk
/// @param mediaType what the core says it is
/// @param title what the creator calls it, or the file's name where no statement says
public record ShelvedWork(
    LocalPath path,
    Hash256 assetId,
    String cid,
    long size,
    String mediaType,
    String title,
    Instant storedAt) {
  /// Whether both are files of the same work.
  boolean isCopyOf(ShelvedWork other) {
    return assetId.equals(other.assetId);
  }
}
