// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.peer;

import java.util.List;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

/// One thing that a peer has or wants. Immutable.
record InvVect(long type, Hash256 hash) {
  static final long TRANSACTION = 1;
  static final long BLOCK = 2;
  static final long FILTERED_BLOCK = 3;
  static final long CONFIRMED_BLOCK = 4;
  private static final int BYTES = 36;

  static List<InvVect> readAll(ElaReader in) {
    int count = in.count32(BYTES, "inventory");
    return in.items(count, each -> new InvVect(each.u32("type"), each.hash256("hash")));
  }

  static Bytes encode(List<InvVect> all) {
    return new ElaWriter()
        .u32(all.size())
        .items(all, (out, each) -> out.u32(each.type).hash256(each.hash))
        .toBytes();
  }
}
