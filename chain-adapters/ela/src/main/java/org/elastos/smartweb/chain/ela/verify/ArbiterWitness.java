// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.ela.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.ela.address.P256PublicKey;
import org.elastos.smartweb.chain.ela.tx.Program;

/// A multi-signature of arbiters as it stands in a transaction. Its counts are read as the node's
/// validator reads them: one byte each, less 0x50, also above 16.
///
/// @param needed how many must sign, as the script says
/// @param keys the keys of the script, in its order
/// @param signatures what was given, 64 bytes each
record ArbiterWitness(int needed, List<P256PublicKey> keys, List<Bytes> signatures) {
  /// The last byte of a script that only arbiters can satisfy.
  static final int CROSS_CHAIN = 0xaf;

  /// The last byte of a common multi-signature.
  static final int MULTI_SIGNATURE = 0xae;

  private static final int COUNT_BASE = 0x50;
  private static final int KEY_BYTES = 33;
  private static final int KEY_STEP = 1 + KEY_BYTES;
  private static final int FRAME_BYTES = 3;
  private static final int SIGNATURE_BYTES = 64;

  /// Why a witness does not hold.
  enum Flaw {
    /// A signature is of no key, or a second one of the same key.
    SIGNATURE,
    /// Too few distinct keys signed.
    TOO_FEW
  }

  /// Keeps copies.
  ArbiterWitness {
    keys = List.copyOf(keys);
    signatures = List.copyOf(signatures);
  }

  /// The witness of that kind; empty when the program is none.
  static Optional<ArbiterWitness> read(Program program, int kind) {
    byte[] code = program.code().bytes();
    int body = code.length - FRAME_BYTES;
    if (body < KEY_STEP
        || body % KEY_STEP != 0
        || Byte.toUnsignedInt(code[code.length - 1]) != kind) {
      return Optional.empty();
    }
    Optional<List<Bytes>> keys = split(Arrays.copyOfRange(code, 1, 1 + body), KEY_BYTES);
    Optional<List<Bytes>> given = split(program.parameter().bytes(), SIGNATURE_BYTES);
    int needed = Byte.toUnsignedInt(code[0]) - COUNT_BASE;
    int count = Byte.toUnsignedInt(code[code.length - 2]) - COUNT_BASE;
    if (keys.isEmpty()
        || given.isEmpty()
        || count != body / KEY_STEP
        || needed < 1
        || needed > count) {
      return Optional.empty();
    }
    List<P256PublicKey> points =
        keys.get().stream().map(P256PublicKey::of).flatMap(Optional::stream).toList();
    return points.size() == count
        ? Optional.of(new ArbiterWitness(needed, points, given.get()))
        : Optional.empty();
  }

  /// The distinct keys, as they stand in announcements.
  Set<Bytes> signers() {
    return keys.stream().map(P256PublicKey::encoded).collect(Collectors.toSet());
  }

  /// What is wrong with the signatures over these bytes, if anything.
  ///
  /// @param atLeast how many distinct keys must have signed, whatever the script says
  Optional<Flaw> flaw(Bytes signed, int atLeast) {
    if (signatures.size() > keys.size()) {
      return Optional.of(Flaw.SIGNATURE);
    }
    if (signatures.size() < Math.max(needed, atLeast)) {
      return Optional.of(Flaw.TOO_FEW);
    }
    byte[] message = signed.bytes();
    Set<P256PublicKey> left = new HashSet<>(keys);
    for (Bytes signature : signatures) {
      Optional<P256PublicKey> signer =
          left.stream().filter(key -> key.verifies(message, signature)).findFirst();
      if (signer.isEmpty()) {
        return Optional.of(Flaw.SIGNATURE);
      }
      left.remove(signer.get());
    }
    return Optional.empty();
  }

  /// Items of one size, each behind a byte that says the size; empty when they are none.
  private static Optional<List<Bytes>> split(byte[] bytes, int size) {
    int step = 1 + size;
    if (bytes.length % step != 0) {
      return Optional.empty();
    }
    List<Bytes> items = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += step) {
      if (bytes[at] != size) {
        return Optional.empty();
      }
      items.add(Bytes.of(Arrays.copyOfRange(bytes, at + 1, at + step)));
    }
    return Optional.of(items);
  }
}
