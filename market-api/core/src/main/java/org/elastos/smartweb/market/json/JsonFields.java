// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// One JSON object, read field by field with the type that is expected. Every method throws {@link
/// JsonShapeException} naming the field when it is missing or of another type.
public final class JsonFields {
  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,77}");
  private static final ObjectReader READER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(8)
                          .maxNumberLength(20)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final ObjectNode object;

  private JsonFields(ObjectNode object) {
    this.object = object;
  }

  /// Parses a whole text that must be one object.
  public static JsonFields parse(byte[] json) {
    try {
      JsonNode node = READER.readValue(json);
      return new JsonFields(require("$", node, ObjectNode.class));
    } catch (IOException malformed) {
      throw new JsonShapeException("$");
    }
  }

  /// A text of at most `maximum` characters.
  public String text(String field, int maximum) {
    JsonNode node = object.get(field);
    if (node == null || !node.isTextual() || node.textValue().length() > maximum) {
      throw new JsonShapeException(field);
    }
    return node.textValue();
  }

  /// A text, or nothing when the field is absent or null.
  public Optional<String> optionalText(String field, int maximum) {
    return object.hasNonNull(field) ? Optional.of(text(field, maximum)) : Optional.empty();
  }

  /// 64 hexadecimal digits after `0x`.
  public Hash256 hash(String field) {
    return read(field, text(field, 66), text -> text.startsWith("0x"), Hash256::fromHex);
  }

  /// 40 hexadecimal digits after `0x`.
  public EvmAddress address(String field) {
    return read(field, text(field, 42), text -> text.startsWith("0x"), EvmAddress::fromHex);
  }

  /// Hexadecimal digits after `0x`, at most `maximum` bytes.
  public Bytes hex(String field, int maximum) {
    return read(field, text(field, 2 + 2 * maximum), text -> text.startsWith("0x"), Bytes::fromHex);
  }

  /// An unsigned number of at most `bits` bits, written as decimal text.
  public BigInteger uint(String field, int bits) {
    BigInteger number = read(field, text(field, 78), DECIMAL.asMatchPredicate(), BigInteger::new);
    if (number.bitLength() > bits) {
      throw new JsonShapeException(field);
    }
    return number;
  }

  /// A JSON number without fraction between the bounds, both included.
  public long number(String field, long minimum, long maximum) {
    JsonNode node = object.get(field);
    if (node == null
        || !node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.longValue() < minimum
        || node.longValue() > maximum) {
      throw new JsonShapeException(field);
    }
    return node.longValue();
  }

  /// `true` or `false`.
  public boolean flag(String field) {
    JsonNode node = object.get(field);
    if (node == null || !node.isBoolean()) {
      throw new JsonShapeException(field);
    }
    return node.booleanValue();
  }

  /// An object inside this one.
  public JsonFields object(String field) {
    return new JsonFields(require(field, object.get(field), ObjectNode.class));
  }

  /// A list of at most `maximum` objects.
  public List<JsonFields> objects(String field, int maximum) {
    return list(field, maximum, node -> new JsonFields(require(field, node, ObjectNode.class)));
  }

  /// A list of at most `maximum` byte strings in base64.
  public List<Bytes> base64List(String field, int maximum) {
    return list(
        field,
        maximum,
        node -> {
          if (!node.isTextual()) {
            throw new JsonShapeException(field);
          }
          return base64(field, node.textValue());
        });
  }

  /// A byte string in base64, of at most `maximum` bytes.
  public Bytes base64(String field, int maximum) {
    return base64(field, text(field, 4 * (maximum / 3 + 1)));
  }

  /// Turns what was read into a value that checks itself.
  static <T> T value(String field, java.util.function.Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException refused) {
      throw new JsonShapeException(field);
    }
  }

  private <T> List<T> list(String field, int maximum, Function<JsonNode, T> read) {
    JsonNode node = object.get(field);
    if (node == null || !node.isArray() || node.size() > maximum) {
      throw new JsonShapeException(field);
    }
    List<T> items = new ArrayList<>();
    node.forEach(item -> items.add(read.apply(item)));
    return items;
  }

  private static Bytes base64(String field, String text) {
    return read(field, text, any -> true, base64 -> Bytes.of(Base64.getDecoder().decode(base64)));
  }

  private static <T> T read(
      String field, String text, Predicate<String> shape, Function<String, T> read) {
    if (!shape.test(text)) {
      throw new JsonShapeException(field);
    }
    return value(field, () -> read.apply(text));
  }

  private static <T extends JsonNode> T require(
      String field, @org.jspecify.annotations.Nullable JsonNode node, Class<T> type) {
    if (!type.isInstance(node)) {
      throw new JsonShapeException(field);
    }
    return type.cast(node);
  }
}
