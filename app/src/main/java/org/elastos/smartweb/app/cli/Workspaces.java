// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.app.stack.StatePaths;
import org.elastos.smartweb.app.trade.Workspace;
import org.elastos.smartweb.chain.EditionId;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.platform.log.LogFormat;
import org.elastos.smartweb.platform.log.Logging;

/// What the commands that trade have in common. Stateless.
final class Workspaces {
  private Workspaces() {}

  /// The running stack of the state directory that the options name.
  static Workspace open(CommonOptions common) {
    Logging.configure(LogFormat.TEXT, "WARN", System.err);
    return Workspace.open(
        StatePaths.of(common.settings(), System.getenv()), Workspace.Ground.system());
  }

  /// Reads an edition's id.
  ///
  /// @throws CommandFailure `bad_edition`
  static EditionId edition(String text) {
    return new EditionId(hash("bad_edition", "an edition's id", text));
  }

  /// Reads 64 hexadecimal digits, with or without `0x`.
  ///
  /// @param code of the failure
  /// @param what names it for people
  static Hash256 hash(String code, String what, String text) {
    try {
      return Hash256.fromHex(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          code, "not " + what + ": " + text, "give 64 hexadecimal digits, with or without 0x");
    }
  }

  /// One line for each fact, for people; lists are left to `--json`.
  static String lines(Map<String, Object> facts) {
    StringJoiner text = new StringJoiner("\n");
    facts.forEach((name, value) -> {
      if (!(value instanceof List) && !(value instanceof Map)) {
        text.add(String.format(Locale.ROOT, "%-13s %s", name, value));
      }
    });
    return text.toString();
  }
}
