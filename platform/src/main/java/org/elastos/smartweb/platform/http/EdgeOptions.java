// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.http;

import java.time.Duration;
import java.util.Set;

/// Where an edge listens and what it lets in.
///
/// @param host address to listen on
/// @param port TCP port, 0 for any free one
/// @param limits bounds of a request
/// @param access which Host and Origin headers pass
public record EdgeOptions(String host, int port, Limits limits, Access access) {

  /// The bounds of a request.
  ///
  /// @param body most bytes of a body
  /// @param request time from the head to the whole answer; raw routes are exempt
  /// @param idle time without a byte after which a connection is closed
  public record Limits(long body, Duration request, Duration idle) {
    public static final Limits DEFAULT =
        new Limits(1 << 20, Duration.ofSeconds(30), Duration.ofMinutes(2));
  }

  /// Which requests pass by their headers, against DNS rebinding and foreign pages.
  ///
  /// @param hosts host names without port that pass besides the loopback ones; `*` for any
  /// @param origins origins that pass besides the edge's own, as in `https://example.org`; `*` for
  ///   any
  public record Access(Set<String> hosts, Set<String> origins) {
    /// Loopback names and the edge's own origin only.
    public static final Access OWN = new Access(Set.of(), Set.of());

    public Access {
      hosts = Set.copyOf(hosts);
      origins = Set.copyOf(origins);
    }
  }

  /// An edge on 127.0.0.1 with the default limits that lets in what is its own.
  public static EdgeOptions onLoopback(int port) {
    return new EdgeOptions("127.0.0.1", port, Limits.DEFAULT, Access.OWN);
  }

  public EdgeOptions withLimits(Limits chosen) {
    return new EdgeOptions(host, port, chosen, access);
  }

  public EdgeOptions withAccess(Access chosen) {
    return new EdgeOptions(host, port, limits, chosen);
  }
}
