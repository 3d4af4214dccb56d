// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.tx;

import java.util.Optional;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.Confirm;
import org.elastos.smartweb.chain.ela.DposHeader;
import org.elastos.smartweb.chain.ela.ElaReader;
import org.elastos.smartweb.chain.ela.ElaWriter;

/// A block with its confirm, where it has one: what nodes send each other. Immutable.
public record DposBlock(ElaBlock block, Optional<Confirm> confirm) {
  /// Reads one as part of something larger.
  public static DposBlock read(ElaReader in) {
    return new DposBlock(ElaBlock.read(in), DposHeader.readConfirm(in));
  }

  /// Writes the exact bytes.
  public void write(ElaWriter out) {
    block.write(out);
    DposHeader.writeConfirm(confirm, out);
  }

  /// The exact bytes.
  public Bytes encoded() {
    ElaWriter out = new ElaWriter();
    write(out);
    return out.toBytes();
  }
}
