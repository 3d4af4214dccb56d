// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.evm.EvmException;
import org.elastos.smartweb.chain.evm.EvmNetwork;
import org.elastos.smartweb.chain.evm.EvmProfiles;

/// The EVM chains of an operator: a YAML or JSON file with one map for each chain
/// (docs/spec/evm-chain.md).
public final class ChainsFile {
  private static final int MOST_BYTES = 1 << 20;

  private ChainsFile() {}

  /// Every chain of the file, in its order.
  ///
  /// @throws CommandFailure `no_such_file`, `bad_chains_file`, or what the profiles refuse
  public static List<EvmNetwork> read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        throw new CommandFailure(
            "no_such_file", "there is no chains file " + file, "check the path");
      }
      Map<String, Object> chains =
          new YAMLMapper()
              .readValue(
                  Files.readString(file), new TypeReference<LinkedHashMap<String, Object>>() {});
      return EvmProfiles.read(chains);
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          "bad_chains_file",
          "the chains file is no map of chains: " + e.getOriginalMessage(),
          "write a map from each chain's name to its settings");
    } catch (IOException e) {
      throw new CommandFailure(
          "no_such_file", "cannot read the chains file " + file, "check the path");
    } catch (EvmException e) {
      throw new CommandFailure(
          e.code(), String.valueOf(e.getMessage()), "correct the chains file: " + file);
    }
  }
}
