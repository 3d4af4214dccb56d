// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.util.Locale;
import java.util.Set;

/// What the result of a question may look like. An answer is read as a stream, and ends with the
/// first byte that does not fit.
///
/// @param text most characters of one text
/// @param values how many values there may be, lists and objects included; 1 for a plain value
/// @param members which members of the outermost object are read, in lower case; the others are
///   passed over; empty for all
record RpcShape(int text, int values, Set<String> members) {
  private static final int SHORT_TEXT = 4_096;
  private static final int BYTES_A_VALUE = 256;
  private static final int AROUND = 64 << 10;

  /// One text, number or truth value.
  static final RpcShape PLAIN = new RpcShape(SHORT_TEXT, 1, Set.of());

  RpcShape {
    members = Set.copyOf(members);
  }

  /// At most so many bytes in hexadecimal.
  static RpcShape bytes(int most) {
    return new RpcShape(2 * most, 1, Set.of());
  }

  /// Lists and objects of so many values in all.
  static RpcShape values(int most) {
    return new RpcShape(SHORT_TEXT, most, Set.of());
  }

  /// An object of which only these members matter.
  RpcShape only(String... names) {
    return new RpcShape(text, values, Set.of(names));
  }

  boolean wants(String name) {
    return members.isEmpty() || members.contains(name.toLowerCase(Locale.ROOT));
  }

  /// How long an answer of this shape may be, what stands around the result included; what is
  /// passed over is bounded by the greatest answer only.
  long mostBytes() {
    if (!members.isEmpty()) {
      return Integer.MAX_VALUE;
    }
    return AROUND + text + (long) values * BYTES_A_VALUE;
  }
}
