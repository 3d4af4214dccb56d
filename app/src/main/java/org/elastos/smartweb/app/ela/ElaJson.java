// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.ela;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.chain.ela.ElaHash;
import org.elastos.smartweb.chain.ela.ProgramHash;
import org.elastos.smartweb.chain.ela.Sela;
import org.elastos.smartweb.chain.ela.address.ElaAddress;

/// The chain's records as maps for JSON: a hash in both byte orders, bytes as digits and, where
/// they are plain text, as text, an amount in ELA and in sela, a program hash with its address.
/// Stateless.
final class ElaJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .addModule(
              new SimpleModule()
                  .addSerializer(Hash256.class, new As<>(ElaJson::hash))
                  .addSerializer(Bytes.class, new As<>(ElaJson::bytes))
                  .addSerializer(Sela.class, new As<>(ElaJson::amount))
                  .addSerializer(ProgramHash.class, new As<>(ElaJson::owner)))
          .build();

  private ElaJson() {}

  /// A record with the name of its kind and all its components.
  static Map<String, Object> kindOf(Record value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", value.getClass().getSimpleName());
    map.putAll(record(value));
    return map;
  }

  /// A record's components.
  static Map<String, Object> record(Record value) {
    return JSON.convertValue(value, new TypeReference<LinkedHashMap<String, Object>>() {});
  }

  /// A hash in internal and in display order.
  static Map<String, Object> hash(Hash256 hash) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("internal", hash.hex());
    map.put("display", ElaHash.display(hash));
    return map;
  }

  /// Digits, and the text where every byte is a printable character.
  static Map<String, Object> bytes(Bytes bytes) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("hex", bytes.hex());
    String text = new String(bytes.bytes(), StandardCharsets.ISO_8859_1);
    if (!text.isEmpty() && text.chars().allMatch(one -> one >= ' ' && one <= '~')) {
      map.put("text", text);
    }
    return map;
  }

  /// ELA as a decimal number in a string, and sela.
  static Map<String, Object> amount(Sela amount) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ela", amount.toString());
    map.put("sela", amount.units());
    return map;
  }

  /// A program hash with its address and what that is for.
  static Map<String, Object> owner(ProgramHash hash) {
    ElaAddress address = new ElaAddress(hash);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("hex", hash.hex());
    map.put("address", address.toString());
    map.put("kind", kind(address));
    return map;
  }

  /// An address's kind as its stable name.
  static String kind(ElaAddress address) {
    return address.kind().name().toLowerCase(Locale.ROOT);
  }

  private static final class As<T> extends JsonSerializer<T> {
    private final Shape<T> shape;

    As(Shape<T> shape) {
      this.shape = shape;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(shape.of(value), out);
    }
  }

  @FunctionalInterface
  private interface Shape<T> {
    Map<String, Object> of(T value);
  }
}
