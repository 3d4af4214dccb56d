// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela;

import java.util.function.BiConsumer;
import org.elastos.smartweb.chain.Bytes;

/// Reads whole headers, proofs and confirms from bytes, strictly, and writes them back exactly.
/// Transactions and blocks: see the package `tx`.
public final class ElaCodec {
  private ElaCodec() {}

  /// A header: 84 bytes, the proof, the marker.
  public static Decoded<ElaHeader> readHeader(byte[] bytes) {
    return ElaReader.decode(bytes, ElaHeader::read);
  }

  /// A merge-mining proof alone.
  public static Decoded<AuxPow> readAuxPow(byte[] bytes) {
    return ElaReader.decode(bytes, AuxPow::read);
  }

  /// A confirm alone.
  public static Decoded<Confirm> readConfirm(byte[] bytes) {
    return ElaReader.decode(bytes, Confirm::read);
  }

  /// A header with its confirm.
  public static Decoded<DposHeader> readDposHeader(byte[] bytes) {
    return ElaReader.decode(bytes, DposHeader::read);
  }

  /// The exact bytes of a value that can write itself.
  public static <T> Bytes write(T value, BiConsumer<T, ElaWriter> shape) {
    ElaWriter out = new ElaWriter();
    shape.accept(value, out);
    return out.toBytes();
  }
}
