// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.elastos.smartweb.platform.PlatformException;

/// What to start.
///
/// @param name names the child, its record and its log; lower-case letters, digits, `_` and `-`
/// @param command program and arguments, given as they are, without a shell reading them
/// @param environment added to ours
/// @param directory the child's working directory
public record ChildSpec(
    String name, List<String> command, Map<String, String> environment, Path directory) {

  public ChildSpec {
    if (!name.matches("[a-z0-9][a-z0-9_-]{0,63}")) {
      throw new PlatformException("a child's name has lower-case letters, digits, _ and -")
          .with("name", name);
    }
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
