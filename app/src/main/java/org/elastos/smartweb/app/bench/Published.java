// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.platform.process.ShortCommand;

/// The creation code of others' contracts, taken from the npm packages that the lock file of
/// `app/anchors` pins. Immutable.
final class Published {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final JsonNode codes;

  private Published(JsonNode codes) {
    this.codes = codes;
  }

  /// Installs the packages, without running their scripts, and reads the codes.
  ///
  /// @param scratch a folder for the result
  /// @throws CommandFailure `anchors_missing`
  static Published in(Path projectRoot, Path scratch) throws IOException {
    String folder = projectRoot.resolve("app/anchors").toString();
    run(List.of("npm", "ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"));
    Path result = scratch.resolve("anchors.json");
    run(List.of("node", folder + "/code.mjs", result.toString()));
    return new Published(new ObjectMapper().readTree(Files.readAllBytes(result)));
  }

  /// Such as `seaport`; constructor arguments are to be appended.
  Bytes code(String name) {
    return Bytes.fromHex(codes.get(name).asText());
  }

  private static void run(List<String> command) {
    ShortCommand.Outcome outcome = ShortCommand.run(command, Map.of(), PATIENCE);
    if (!outcome.succeeded()) {
      throw new CommandFailure(
          "anchors_missing",
          "the contracts to compare with could not be made ready: " + outcome.output(),
          "check that npm reaches its registry, then run the bench again");
    }
  }
}
