// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The server's configuration files, written anew before each start so that no older or foreign
/// setting survives. Stateless.
final class ServerConfiguration {
  private ServerConfiguration() {}

  static void write(Path data, int port, boolean durable) {
    // No Unix socket at all: their paths are too short for deep directories, and TCP asks for the
    // password as well.
    String settings =
        """
        # Written by SmartWeb before each start.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 200
        password_encryption = 'scram-sha-256'
        fsync = %s
        full_page_writes = %s
        synchronous_commit = %s
        shared_buffers = '64MB'
        max_wal_size = '512MB'
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        log_min_messages = 'warning'
        log_min_error_statement = 'panic'
        log_checkpoints = off
        """
            .formatted(port, onOff(durable), onOff(durable), onOff(durable));
    String access = "host all all 127.0.0.1/32 scram-sha-256\n";
    try {
      Files.writeString(data.resolve("postgresql.conf"), settings, StandardCharsets.UTF_8);
      Files.writeString(data.resolve("postgresql.auto.conf"), "", StandardCharsets.UTF_8);
      Files.writeString(data.resolve("pg_hba.conf"), access, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String onOff(boolean value) {
    return value ? "on" : "off";
  }
}
