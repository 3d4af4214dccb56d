// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.util.List;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.chain.ChainId;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;

/// What must hold on chain before a key is given. Evaluated by the licence nodes with three values:
/// what cannot be read is unknown, and only true grants.
public sealed interface Condition {
  /// The most conditions that one may combine.
  int MAX_MEMBERS = 16;

  /// The asker holds access to an edition of a channel.
  record HoldsEdition(ChainId chain, EvmAddress channel, EditionId edition) implements Condition {}

  /// Every member holds.
  record AllOf(List<Condition> members) implements Condition {
    /// Copies the members; there are 1 to 16.
    public AllOf {
      members = bounded(members);
    }
  }

  /// At least one member holds.
  record AnyOf(List<Condition> members) implements Condition {
    /// Copies the members; there are 1 to 16.
    public AnyOf {
      members = bounded(members);
    }
  }

  /// The member does not hold; unknown stays unknown.
  record Not(Condition member) implements Condition {}

  /// The encoding of this condition.
  default Cbor toCbor() {
    return switch (this) {
      case HoldsEdition(ChainId chain, EvmAddress channel, EditionId edition) ->
          Cbor.map()
              .put("t", "edition")
              .put("chain", chain.value())
              .put("channel", channel)
              .put("id", edition.hash())
              .build();
      case AllOf(List<Condition> members) -> combined("all", members);
      case AnyOf(List<Condition> members) -> combined("any", members);
      case Not(Condition member) ->
          Cbor.map().put("t", "not").put("of", Cbor.array(member.toCbor())).build();
    };
  }

  /// Reads a condition.
  ///
  /// @throws CborException for any other shape, unknown kinds included
  static Condition fromCbor(Cbor value) {
    CborMap map = value.asMap();
    String kind = map.text("t");
    Condition condition =
        switch (kind) {
          case "edition" ->
              new HoldsEdition(
                  Limits.chainId(map.uint("chain")),
                  map.address("channel"),
                  new EditionId(map.bytes32("id")));
          case "all" -> new AllOf(readMembers(map));
          case "any" -> new AnyOf(readMembers(map));
          case "not" -> new Not(fromCbor(map.value("of").asArray(1).getFirst()));
          default -> throw new CborException("an unknown condition");
        };
    map.end();
    return condition;
  }

  private static Cbor combined(String kind, List<Condition> members) {
    return Cbor.map()
        .put("t", kind)
        .put("of", Cbor.array(members.stream().map(Condition::toCbor).toList()))
        .build();
  }

  private static List<Condition> readMembers(CborMap map) {
    List<Cbor> items = map.array("of");
    if (items.isEmpty() || items.size() > MAX_MEMBERS) {
      throw new CborException("a condition combines 1 to 16 others");
    }
    return items.stream().map(Condition::fromCbor).toList();
  }

  private static List<Condition> bounded(List<Condition> members) {
    if (members.isEmpty() || members.size() > MAX_MEMBERS) {
      throw new IllegalArgumentException("a condition combines 1 to 16 others");
    }
    return List.copyOf(members);
  }
}
