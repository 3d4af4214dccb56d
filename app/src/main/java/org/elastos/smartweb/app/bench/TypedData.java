// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.devnet.Anvil;

/// Pieces of EIP-712 data in the JSON form that nodes sign. Stateless.
final class TypedData {
  /// The fields of a domain with name, version, chain and contract.
  static final List<Map<String, String>> DOMAIN =
      fields("string name,string version,uint256 chainId,address verifyingContract");

  private TypedData() {}

  static Map<String, Object> domain(String name, String version, EvmAddress contract) {
    return Map.of(
        "name",
        name,
        "version",
        version,
        "chainId",
        Anvil.CHAIN.value(),
        "verifyingContract",
        contract.toString());
  }

  /// Data of a type without nested ones.
  static Map<String, Object> of(
      Map<String, Object> domain, String type, String fields, Map<String, Object> message) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("types", Map.of("EIP712Domain", DOMAIN, type, fields(fields)));
    data.put("primaryType", type);
    data.put("domain", domain);
    data.put("message", message);
    return data;
  }

  /// Fields as they stand in a type's text, such as `address to,uint256 value`.
  static List<Map<String, String>> fields(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(field -> field.split(" ", -1))
        .map(field -> Map.of("type", field[0], "name", field[1]))
        .toList();
  }
}
