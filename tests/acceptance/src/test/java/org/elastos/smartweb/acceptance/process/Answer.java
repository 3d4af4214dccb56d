// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/// What a command that ended left: its exit code, the object that it printed, and what it said on
/// the way.
public record Answer(String command, int exitCode, JsonNode json, String said) {
  /// Fails unless the command succeeded.
  public JsonNode ok() {
    assertThat(exitCode).as("%s%n%s%n%s", command, json, said).isZero();
    return json;
  }

  /// Fails unless the command refused or failed.
  public JsonNode refused() {
    assertThat(exitCode).as("%s%n%s%n%s", command, json, said).isNotZero();
    return json;
  }
}
