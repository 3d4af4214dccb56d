// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.log;

/// How a log line looks.
public enum LogFormat {
  /// For people.
  TEXT,
  /// One JSON object a line, for programs.
  JSON
}
