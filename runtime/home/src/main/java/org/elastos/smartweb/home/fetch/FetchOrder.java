// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.fetch;

import java.net.URI;
import java.util.List;
import org.elastos.smartweb.content.Cid;

/// What the owner wants fetched: the root of the blocks, peers to ask in this order, and what it
/// will be called in the owner's tree.
public record FetchOrder(Cid cid, List<URI> providers, String name) {
  /// Keeps a copy.
  public FetchOrder {
    providers = List.copyOf(providers);
  }
}
