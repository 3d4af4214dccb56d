// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.cbor.CborMap;
import org.elastos.smartweb.cbor.CborMapBuilder;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.ddrm.Comparison.Operand;
import org.elastos.smartweb.ddrm.Comparison.Operator;
import org.elastos.smartweb.ddrm.Condition.Access;
import org.elastos.smartweb.ddrm.Condition.AllOf;
import org.elastos.smartweb.ddrm.Condition.Answers;
import org.elastos.smartweb.ddrm.Condition.AnyOf;
import org.elastos.smartweb.ddrm.Condition.AtLeast;
import org.elastos.smartweb.ddrm.Condition.Contract;
import org.elastos.smartweb.ddrm.Condition.HasAccess;
import org.elastos.smartweb.ddrm.Condition.HoldsEdition;
import org.elastos.smartweb.ddrm.Condition.HoldsEla;
import org.elastos.smartweb.ddrm.Condition.HoldsTokens;
import org.elastos.smartweb.ddrm.Condition.Leaf;
import org.elastos.smartweb.ddrm.Condition.Not;
import org.elastos.smartweb.ddrm.Condition.OffList;
import org.elastos.smartweb.ddrm.Condition.OneOf;
import org.elastos.smartweb.ddrm.Condition.OwnsToken;
import org.elastos.smartweb.ddrm.Condition.Standard;
import org.elastos.smartweb.ddrm.Condition.Within;

/// Conditions as strict DAG-CBOR: a map whose `t` names the kind (docs/spec/ddrm.md). Stateless.
final class ConditionCodec {
  static final String HOLDER = "holder";
  static final String TIME = "time";

  private ConditionCodec() {}

  static Cbor write(Condition condition) {
    return switch (condition) {
      case Leaf leaf -> leaf(leaf).build();
      case AllOf(List<Condition> members) -> combined("all", members).build();
      case AnyOf(List<Condition> members) -> combined("any", members).build();
      case AtLeast(int k, List<Condition> members) ->
          combined("least", members).put("k", k).build();
      case Not(Condition member) -> combined("not", List.of(member)).build();
    };
  }

  private static CborMapBuilder leaf(Leaf leaf) {
    return switch (leaf) {
      case HoldsEdition edition -> edition(Access.EDITION, edition);
      case HasAccess(Access kind, HoldsEdition edition) -> edition(kind, edition);
      case HoldsTokens held -> tokens(held);
      case OwnsToken(Contract token, Hash256 id) -> at("owner", token).put("id", id);
      case Answers(Contract contract, Question question, Comparison comparison) ->
          at("call", contract)
              .put("data", question.data())
              .put("holder", question.holderAt())
              .put("word", comparison.word())
              .put("op", word(comparison.operator()))
              .put("value", operand(comparison.operand()));
      case Within(var chain, Instant from, Instant to) ->
          kind("time")
              .put("chain", chain.value())
              .put("from", from.getEpochSecond())
              .put("to", to.getEpochSecond());
      case OffList(Contract list, Bytes selector) -> at("blocklist", list).put("fn", selector);
      case OneOf(List<EvmAddress> wallets) -> kind("wallets").put("of", packed(wallets));
      case HoldsEla(long sela) -> kind("ela").put("sela", sela);
    };
  }

  private static CborMapBuilder kind(String kind) {
    return Cbor.map().put("t", kind);
  }

  private static CborMapBuilder at(String kind, Contract contract) {
    return kind(kind).put("chain", contract.chain().value()).put("at", contract.address());
  }

  private static CborMapBuilder edition(Access kind, HoldsEdition edition) {
    return kind(word(kind))
        .put("chain", edition.chain().value())
        .put("channel", edition.channel())
        .put("id", edition.edition().hash());
  }

  private static CborMapBuilder tokens(HoldsTokens held) {
    CborMapBuilder map = at(word(held.standard()), held.token()).put("least", held.least());
    return held.standard() == Standard.ERC1155 ? map.put("id", held.id()) : map;
  }

  private static Cbor operand(Operand operand) {
    return switch (operand) {
      case Operand.Fixed(Hash256 value) -> Cbor.of(value);
      case Operand.Holder _ -> Cbor.of(HOLDER);
      case Operand.Time _ -> Cbor.of(TIME);
    };
  }

  private static CborMapBuilder combined(String kind, List<Condition> members) {
    return kind(kind).put("of", Cbor.array(members.stream().map(Condition::toCbor).toList()));
  }

  /// Wallets one after the other, so that a list takes no level of nesting.
  private static Bytes packed(List<EvmAddress> wallets) {
    ByteBuffer all = ByteBuffer.allocate(wallets.size() * EvmAddress.BYTES);
    wallets.forEach(wallet -> all.put(wallet.bytes()));
    return Bytes.of(all.array());
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// @throws CborException for any other shape
  static Condition read(Cbor value, int deepest) {
    if (deepest == 0) {
      throw new CborException("conditions nest up to 5 deep");
    }
    CborMap map = value.asMap();
    try {
      Condition condition = read(map.text("t"), map, deepest - 1);
      map.end();
      return condition;
    } catch (IllegalArgumentException outOfBounds) {
      throw new CborException("a condition is out of bounds");
    }
  }

  private static Condition read(String kind, CborMap map, int deepest) {
    return switch (kind) {
      case "edition" -> edition(map);
      case "rental" -> new HasAccess(Access.RENTAL, edition(map));
      case "subscription" -> new HasAccess(Access.SUBSCRIPTION, edition(map));
      case "erc20" -> tokens(Standard.ERC20, map);
      case "erc721" -> tokens(Standard.ERC721, map);
      case "erc1155" -> tokens(Standard.ERC1155, map);
      case "owner" -> new OwnsToken(contract(map), map.bytes32("id"));
      case "call" -> answers(map);
      case "time" -> within(map);
      case "blocklist" -> new OffList(contract(map), map.bytes("fn"));
      case "wallets" -> wallets(map.bytes("of"));
      case "ela" -> new HoldsEla(map.uint("sela"));
      case "all" -> new AllOf(members(map, deepest));
      case "any" -> new AnyOf(members(map, deepest));
      case "least" -> new AtLeast(map.uint("k", Condition.MAX_MEMBERS), members(map, deepest));
      case "not" -> new Not(read(map.value("of").asArray(1).getFirst(), deepest));
      default -> throw new CborException("an unknown condition");
    };
  }

  private static Contract contract(CborMap map) {
    return new Contract(Limits.chainId(map.uint("chain")), map.address("at"));
  }

  private static HoldsEdition edition(CborMap map) {
    return new HoldsEdition(
        Limits.chainId(map.uint("chain")),
        map.address("channel"),
        new EditionId(map.bytes32("id")));
  }

  private static HoldsTokens tokens(Standard standard, CborMap map) {
    Hash256 id = standard == Standard.ERC1155 ? map.bytes32("id") : Hash256.ZERO;
    return new HoldsTokens(standard, contract(map), id, map.bytes32("least"));
  }

  private static Answers answers(CborMap map) {
    return new Answers(
        contract(map),
        new Question(map.bytes("data"), map.bytes("holder")),
        new Comparison(
            map.uint("word", Comparison.MAX_WORD),
            operator(map.text("op")),
            readOperand(map.value("value"))));
  }

  private static Operator operator(String text) {
    return Arrays.stream(Operator.values())
        .filter(operator -> word(operator).equals(text))
        .findFirst()
        .orElseThrow(() -> new CborException("an unknown comparison"));
  }

  private static Operand readOperand(Cbor value) {
    return switch (value) {
      case Cbor.Text(String text) when text.equals(HOLDER) -> new Operand.Holder();
      case Cbor.Text(String text) when text.equals(TIME) -> new Operand.Time();
      default -> new Operand.Fixed(value.asHash());
    };
  }

  private static Within within(CborMap map) {
    long last = Within.LAST.getEpochSecond();
    return new Within(
        Limits.chainId(map.uint("chain")),
        Instant.ofEpochSecond(Math.min(map.uint("from"), last)),
        Instant.ofEpochSecond(Math.min(map.uint("to"), last + 1)));
  }

  private static OneOf wallets(Bytes packed) {
    byte[] all = packed.bytes();
    List<EvmAddress> wallets = new ArrayList<>();
    for (int at = 0; at + EvmAddress.BYTES <= all.length; at += EvmAddress.BYTES) {
      wallets.add(EvmAddress.of(Arrays.copyOfRange(all, at, at + EvmAddress.BYTES)));
      if (wallets.size() > OneOf.MAX_WALLETS) {
        throw new CborException("a list names 1 to 64 wallets");
      }
    }
    OneOf read = new OneOf(wallets);
    if (!packed(read.wallets()).equals(packed)) {
      throw new CborException("a list is out of order or repeats an item");
    }
    return read;
  }

  private static List<Condition> members(CborMap map, int deepest) {
    List<Cbor> items = map.array("of");
    if (items.isEmpty() || items.size() > Condition.MAX_MEMBERS) {
      throw new CborException("a condition combines 1 to 16 others");
    }
    return items.stream().map(item -> read(item, deepest)).toList();
  }
}
