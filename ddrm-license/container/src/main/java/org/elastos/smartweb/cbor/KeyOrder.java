// SPDX-License-Identifier: MIT
package org.elastos.smartweb.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/// The order of map keys in DAG-CBOR.
final class KeyOrder {
  /// Shorter encodings first, then bytewise.
  static final Comparator<String> LENGTH_FIRST =
      (left, right) -> {
        byte[] a = left.getBytes(StandardCharsets.UTF_8);
        byte[] b = right.getBytes(StandardCharsets.UTF_8);
        return a.length != b.length
            ? Integer.compare(a.length, b.length)
            : Arrays.compareUnsigned(a, b);
      };

  private KeyOrder() {}
}
