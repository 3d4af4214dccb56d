// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// The ways to the right of one work, any of which suffices; ordered bytewise by their encoding,
/// each once.
public record Policy(List<Way> ways) {
  /// The most ways that a policy holds.
  public static final int MAX_WAYS = 64;

  /// The most readings of chains that all ways together need at one block.
  public static final int MAX_READINGS = 64;

  /// Orders the ways and drops repetitions.
  ///
  /// @throws IllegalArgumentException unless there are 1 to 64, of at most 64 readings
  public Policy {
    ways = Limits.ordered(ways, Way::toCbor);
    if (ways.isEmpty() || ways.size() > MAX_WAYS) {
      throw new IllegalArgumentException("a policy has 1 to 64 ways");
    }
    if (readings(ways) > MAX_READINGS) {
      throw new IllegalArgumentException("a policy reads chains up to 64 times");
    }
  }

  /// The policy with one way.
  public static Policy of(Way way) {
    return new Policy(List.of(way));
  }

  /// policyHash = H(`ddrm/v1/policy`; CB policy).
  public Hash256 hash() {
    return TaggedHash.hash("ddrm/v1/policy", toCbor().encode());
  }

  /// The encoding of this policy.
  public Cbor toCbor() {
    return Cbor.map()
        .put("v", 1)
        .put("ways", Cbor.array(ways.stream().map(Way::toCbor).toList()))
        .build();
  }

  /// Reads a policy.
  ///
  /// @throws CborException for any other shape, order or number of ways
  public static Policy fromCbor(Cbor value) {
    CborMap map = value.asMap();
    map.expect("v", 1);
    List<Cbor> items = map.array("ways");
    map.end();
    if (items.isEmpty() || items.size() > MAX_WAYS) {
      throw new CborException("a policy has 1 to 64 ways");
    }
    Limits.requireOrdered(items);
    List<Way> ways = items.stream().map(Way::fromCbor).toList();
    if (readings(ways) > MAX_READINGS) {
      throw new CborException("a policy reads chains up to 64 times");
    }
    return new Policy(ways);
  }

  private static int readings(List<Way> ways) {
    return ways.stream().map(Way::condition).mapToInt(ConditionBounds::readings).sum();
  }
}
