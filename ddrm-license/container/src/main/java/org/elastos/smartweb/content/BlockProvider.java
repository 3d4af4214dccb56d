// SPDX-License-Identifier: MIT
package org.elastos.smartweb.content;

import java.util.Optional;

/// Finds blocks that this machine can give. Implementations are thread-safe.
public interface BlockProvider {
  /// The block with this CID's hash, if it is here.
  Optional<StoredBlock> find(Cid cid);
}
