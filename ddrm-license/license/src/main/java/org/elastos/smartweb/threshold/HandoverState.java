// SPDX-License-Identifier: MIT
package org.elastos.smartweb.threshold;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.DagCbor;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.crypto.TaggedHash;

/// The facts that a node hands over beside its share, because the next committee must not forget
/// them (decision B5). Immutable.
///
/// @param revocations delegation hash to the second since 1970 until which it must be remembered
/// @param firstPlays what is rented, named by a hash, to the second of its first play
/// @param counts what is counted, named by a hash, to how often it was granted
public record HandoverState(
    SortedMap<Hash256, Long> revocations,
    SortedMap<Hash256, Long> firstPlays,
    SortedMap<Hash256, Long> counts) {
  /// At most so many entries of each kind.
  public static final int MAX_ENTRIES = 200_000;

  /// Nothing to remember.
  public static final HandoverState EMPTY = of(Map.of(), Map.of(), Map.of());

  /// Copies the maps.
  ///
  /// @throws IllegalArgumentException for negative numbers or too many entries
  public HandoverState {
    revocations = copy(revocations);
    firstPlays = copy(firstPlays);
    counts = copy(counts);
  }

  /// The same from maps in any order.
  public static HandoverState of(
      Map<Hash256, Long> revocations, Map<Hash256, Long> firstPlays, Map<Hash256, Long> counts) {
    return new HandoverState(
        new TreeMap<>(revocations), new TreeMap<>(firstPlays), new TreeMap<>(counts));
  }

  private static SortedMap<Hash256, Long> copy(SortedMap<Hash256, Long> map) {
    if (map.size() > MAX_ENTRIES || map.values().stream().anyMatch(value -> value < 0)) {
      throw new IllegalArgumentException("too many entries to hand over, or a negative one");
    }
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /// What a node of the next committee starts from, given what several holders handed over: revoked
  /// is what any of them saw revoked, a rental began when the first of them saw it begin, and a
  /// count is the greatest that any of them reached. A holder that lies can only take away, never
  /// give; what an honest one reports is never forgotten.
  public static HandoverState merged(Collection<HandoverState> states) {
    return new HandoverState(
        merged(states, HandoverState::revocations, Long::max),
        merged(states, HandoverState::firstPlays, Long::min),
        merged(states, HandoverState::counts, Long::max));
  }

  private static SortedMap<Hash256, Long> merged(
      Collection<HandoverState> states,
      Function<HandoverState, SortedMap<Hash256, Long>> part,
      BinaryOperator<Long> both) {
    SortedMap<Hash256, Long> merged = new TreeMap<>();
    states.forEach(
        state -> part.apply(state).forEach((key, value) -> merged.merge(key, value, both)));
    return merged;
  }

  /// H(`smartweb/v1/handover`; CB): what a dealing commits to.
  public Hash256 digest() {
    return digest(encode());
  }

  private static Hash256 digest(Bytes encoded) {
    return TaggedHash.hash("smartweb/v1/handover", encoded.bytes());
  }

  /// CB{v: 1, revocations, firstPlays, counts}, each a list of [hash, number], ascending.
  public Bytes encode() {
    return Bytes.of(
        Cbor.map()
            .put("v", 1)
            .put("revocations", list(revocations))
            .put("firstPlays", list(firstPlays))
            .put("counts", list(counts))
            .encode());
  }

  private static Cbor list(SortedMap<Hash256, Long> map) {
    return Cbor.array(
        map.entrySet().stream()
            .map(entry -> Cbor.array(Cbor.of(entry.getKey()), Cbor.of(entry.getValue())))
            .toList());
  }

  /// Reads what another node handed over; empty unless it is exactly what that node's dealing
  /// committed to.
  public static Optional<HandoverState> decode(Bytes encoded, Hash256 committed) {
    if (!digest(encoded).equals(committed)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(DagCbor.decode(encoded.bytes()).asMap()))
          .filter(state -> state.encode().equals(encoded));
    } catch (CborException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static HandoverState read(CborMap map) {
    map.expect("v", 1);
    HandoverState state =
        new HandoverState(
            entries(map.array("revocations")),
            entries(map.array("firstPlays")),
            entries(map.array("counts")));
    map.end();
    return state;
  }

  private static SortedMap<Hash256, Long> entries(List<Cbor> list) {
    SortedMap<Hash256, Long> entries = new TreeMap<>();
    for (Cbor item : list) {
      List<Cbor> pair = item.asArray(2);
      entries.put(pair.get(0).asHash(), pair.get(1).asUint());
    }
    return entries;
  }
}
