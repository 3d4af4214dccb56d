// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.util.Optional;

/// A header with its confirm, where it has one. Immutable.
public record DposHeader(ElaHeader header, Optional<Confirm> confirm) {
  /// Reads one as part of something larger.
  public static DposHeader read(ElaReader in) {
    return new DposHeader(ElaHeader.read(in), readConfirm(in));
  }

  /// Writes the exact bytes.
  public void write(ElaWriter out) {
    header.write(out);
    writeConfirm(confirm, out);
  }

  /// Reads the truth value and the confirm that it announces.
  public static Optional<Confirm> readConfirm(ElaReader in) {
    return in.bool("haveConfirm") ? Optional.of(Confirm.read(in)) : Optional.empty();
  }

  /// Writes the truth value and the confirm.
  public static void writeConfirm(Optional<Confirm> confirm, ElaWriter out) {
    out.bool(confirm.isPresent());
    confirm.ifPresent(present -> present.write(out));
  }
}
