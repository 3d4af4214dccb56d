// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.chain.Bytes;

/// The code that one of our contracts has once it stands on a chain, and the places that its
/// constructor fills in. Immutable.
///
/// @param runtime the code with zeroes in those places
/// @param immutables where each of the constructor's values stands, 32 bytes a place, by its name
public record ContractCode(Bytes runtime, Map<String, List<Integer>> immutables) {
  /// Copies the map.
  public ContractCode {
    immutables = Collections.unmodifiableMap(new LinkedHashMap<>(immutables));
  }

  /// The code of a contract.
  ///
  /// @param contract such as `ChannelFactory`
  /// @throws IllegalArgumentException for a contract that is not ours
  public static ContractCode of(String contract) {
    String resource = "generated/" + contract + ".runtime";
    try (InputStream in = ContractCode.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("not one of our contracts");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ContractCode read(List<String> lines) {
    Map<String, List<Integer>> immutables = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
      String name = words.removeFirst();
      immutables.put(name, words.stream().map(Integer::valueOf).toList());
    }
    return new ContractCode(Bytes.fromHex(lines.getFirst()), immutables);
  }
}
