// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.postgres;

import java.nio.file.Path;
import java.security.SecureRandom;

/// Where and how a [PostgresServer] runs.
///
/// @param directory private directory of the server: data, log, lock and passwords
/// @param cache where the unpacked programs are kept, shared by all servers of this user
/// @param port TCP port on 127.0.0.1, 0 for any free one
/// @param durable false switches fsync off, which only tests may do
/// @param random makes the passwords
public record PostgresOptions(
    Path directory, Path cache, int port, boolean durable, SecureRandom random) {

  /// A durable server on any free port.
  public static PostgresOptions in(Path directory, Path cache, SecureRandom random) {
    return new PostgresOptions(directory, cache, 0, true, random);
  }

  public PostgresOptions withPort(int chosen) {
    return new PostgresOptions(directory, cache, chosen, durable, random);
  }

  /// Loses data when the machine stops: for tests only.
  public PostgresOptions withoutDurability() {
    return new PostgresOptions(directory, cache, port, false, random);
  }
}
