// SPDX-License-Identifier: MIT
package org.elastos.smartweb.testkit;

/// Where the database of a run comes from.
enum ServerKind {
  EMBEDDED("embedded"),
  DOCKER("docker");

  private final String label;

  ServerKind(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
