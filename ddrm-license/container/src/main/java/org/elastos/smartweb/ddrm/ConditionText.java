// SPDX-License-Identifier: MIT
package org.elastos.smartweb.ddrm;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import org.elastos.smartweb.cbor.Cbor;
import org.elastos.smartweb.cbor.CborException;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;

/// How the encoding of a condition is written as text: each kind with its fields in a fixed order.
/// Stateless.
final class ConditionText {
  static final int ADDRESS_CHARS = 42;
  private static final int MAX_DIGITS = 78;
  private static final String CHAIN = "chain";
  private static final String AT = "at";

  private static final List<Kind> KINDS =
      List.of(
          edition("edition"),
          edition("rental"),
          edition("subscription"),
          tokens("erc20"),
          tokens("erc721"),
          kind("erc1155", uint(CHAIN), hex(AT), number("id"), number("least")),
          kind("owner", uint(CHAIN), hex(AT), number("id")),
          kind(
              "call",
              uint(CHAIN),
              hex(AT),
              hex("data"),
              hex("holder"),
              uint("word"),
              new Field("op", Type.WORD),
              new Field("value", Type.OPERAND)),
          kind("time", uint(CHAIN), new Field("from", Type.TIME), new Field("to", Type.TIME)),
          kind("blocklist", uint(CHAIN), hex(AT), hex("fn")),
          kind("ela", uint("sela")));

  private ConditionText() {}

  /// A kind of condition without members.
  record Kind(String name, List<Field> fields) {}

  /// One of its fields.
  record Field(String key, Type type) {}

  private static Kind kind(String name, Field... fields) {
    return new Kind(name, List.of(fields));
  }

  private static Kind edition(String name) {
    return kind(name, uint(CHAIN), hex("channel"), hex("id"));
  }

  private static Kind tokens(String name) {
    return kind(name, uint(CHAIN), hex(AT), number("least"));
  }

  private static Field uint(String key) {
    return new Field(key, Type.UINT);
  }

  private static Field hex(String key) {
    return new Field(key, Type.HEX);
  }

  private static Field number(String key) {
    return new Field(key, Type.NUMBER);
  }

  /// What a field holds, and how that is written.
  enum Type {
    /// A number that the encoding writes as a number.
    UINT("a number"),
    /// A number that the encoding writes as 32 bytes.
    NUMBER("a number"),
    /// Bytes.
    HEX("0x and digits"),
    /// Seconds since 1970, written as a time.
    TIME("a time such as 2026-01-01T00:00:00Z"),
    /// A word.
    WORD("eq, ne, lt, le, gt or ge"),
    /// A number, or one of two words.
    OPERAND("a number, holder or time");

    private final String meaning;

    Type(String meaning) {
      this.meaning = meaning;
    }

    String meaning() {
      return meaning;
    }

    String write(Cbor value) {
      return switch (this) {
        case UINT -> value.asInteger().toString();
        case NUMBER -> value.asHash().toUint().toString();
        case HEX -> value.asBytes().toString();
        case TIME -> Instant.ofEpochSecond(value.asUint()).toString();
        case WORD -> value.asText();
        case OPERAND -> value instanceof Cbor.Text(String word) ? word : NUMBER.write(value);
      };
    }

    Cbor read(String word) {
      try {
        return switch (this) {
          case UINT -> Cbor.of(number(word));
          case NUMBER -> Cbor.of(Hash256.fromUint(number(word)));
          case HEX -> Cbor.of(bytes(word));
          case TIME -> Cbor.of(time(word));
          case WORD -> Cbor.of(word);
          case OPERAND -> Character.isDigit(word.charAt(0)) ? NUMBER.read(word) : Cbor.of(word);
        };
      } catch (IllegalArgumentException | DateTimeException otherwise) {
        throw new CborException("expected " + meaning);
      }
    }

    private static BigInteger number(String word) {
      if (word.length() > MAX_DIGITS || !word.matches("0|[1-9][0-9]*")) {
        throw new IllegalArgumentException("not a number");
      }
      return new BigInteger(word);
    }

    private static long time(String word) {
      Instant time = Instant.parse(word);
      if (!time.truncatedTo(ChronoUnit.SECONDS).toString().equals(word)) {
        throw new IllegalArgumentException("another spelling");
      }
      return time.getEpochSecond();
    }

    private static Bytes bytes(String word) {
      if (!word.startsWith("0x")) {
        throw new IllegalArgumentException("no prefix");
      }
      return Bytes.fromHex(word);
    }
  }

  static Kind of(String name) {
    return KINDS.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new CborException("an unknown condition"));
  }

  /// Writes a condition's encoding.
  static void write(Cbor condition, StringBuilder out) {
    SortedMap<String, Cbor> map = ((Cbor.Dict) condition).entries();
    String name = value(map, "t").asText();
    out.append(name).append('(');
    switch (name) {
      case "all", "any", "not" -> members(value(map, "of"), out);
      case "least" -> {
        out.append(Type.UINT.write(value(map, "k"))).append(", ");
        members(value(map, "of"), out);
      }
      case "wallets" -> wallets(value(map, "of").asBytes().hex(), out);
      default -> fields(of(name), map, out);
    }
    out.append(')');
  }

  private static Cbor value(SortedMap<String, Cbor> map, String key) {
    Cbor value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("a condition's encoding lacks a field");
    }
    return value;
  }

  private static void members(Cbor members, StringBuilder out) {
    Iterator<Cbor> each = members.asArray().iterator();
    while (each.hasNext()) {
      write(each.next(), out);
      out.append(each.hasNext() ? ", " : "");
    }
  }

  private static void wallets(String packed, StringBuilder out) {
    int digits = ADDRESS_CHARS - 2;
    for (int at = 0; at < packed.length(); at += digits) {
      out.append(at == 0 ? "0x" : ", 0x").append(packed, at, at + digits);
    }
  }

  private static void fields(Kind kind, SortedMap<String, Cbor> map, StringBuilder out) {
    Iterator<Field> each = kind.fields().iterator();
    while (each.hasNext()) {
      Field field = each.next();
      out.append(field.type().write(value(map, field.key())));
      out.append(each.hasNext() ? ", " : "");
    }
  }
}
