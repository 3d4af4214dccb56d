// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.chain.ChainId;

/// Checks shared by the records of a container.
final class Limits {
  private Limits() {}

  /// Orders values bytewise by their encoding and drops repetitions.
  static <T> List<T> ordered(List<T> values, Function<T, Cbor> encode) {
    TreeMap<byte[], T> byEncoding = new TreeMap<>(Arrays::compareUnsigned);
    values.forEach(value -> byEncoding.put(encode.apply(value).encode(), value));
    return List.copyOf(byEncoding.values());
  }

  /// Refuses items that are not in ascending order of their encoding, or repeated.
  static void requireOrdered(List<Cbor> items) {
    for (int i = 1; i < items.size(); i++) {
      if (Arrays.compareUnsigned(items.get(i - 1).encode(), items.get(i).encode()) >= 0) {
        throw new CborException("a list is out of order or repeats an item");
      }
    }
  }

  /// Refuses an empty text and one of more than `max` bytes of UTF-8.
  static String text(String value, int max) {
    if (value.isEmpty() || value.getBytes(StandardCharsets.UTF_8).length > max) {
      throw new CborException("a text is empty or too long");
    }
    return value;
  }

  static ChainId chainId(long value) {
    if (value == 0) {
      throw new CborException("a chain id is positive");
    }
    return new ChainId(value);
  }
}
