// SPDX-License-Identifier: MIT
package org.elastos.smartweb.app.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.elastos.smartweb.app.outcome.CommandFailure;
import org.elastos.smartweb.platform.state.FreePorts;

/// The loopback port of each service: the one it had last time when that is free, else another.
/// Keeping them keeps addresses that others were told. Not thread-safe.
final class Ports {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, Integer> known;
  private final Map<String, Integer> taken = new TreeMap<>();

  Ports(Path file) {
    this.file = file;
    this.known = read(file);
  }

  /// The port of this service.
  int of(String service) {
    return taken.computeIfAbsent(service, this::choose);
  }

  /// Remembers the ports that were asked for.
  void save() {
    try {
      Files.write(file, JSON.writeValueAsBytes(taken));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remember the ports", e);
    }
  }

  private int choose(String service) {
    Integer before = known.get(service);
    if (before != null && FreePorts.isFree(before)) {
      return before;
    }
    if (before != null && service.startsWith("license-node-")) {
      // The committee's contract and everybody's pinned committee name this address.
      throw new CommandFailure(
          "port_taken",
          "port " + before + " of " + service + " is taken by another process",
          "end the process that listens there and start again");
    }
    int port = FreePorts.next();
    while (taken.containsValue(port) || known.containsValue(port)) {
      port = FreePorts.next();
    }
    return port;
  }

  private static Map<String, Integer> read(Path file) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, Integer>>() {});
    } catch (IOException e) {
      // Only a convenience: an unreadable file means new ports.
      return Map.of();
    }
  }
}
