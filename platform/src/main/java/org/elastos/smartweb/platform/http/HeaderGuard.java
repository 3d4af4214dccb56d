// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Refuses requests whose Host or Origin is not ours: a page that rebinds its name to the loopback
/// address, or one that sends requests or opens sockets across sites. Stateless.
final class HeaderGuard {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private final EdgeOptions.Access access;

  HeaderGuard(EdgeOptions.Access access) {
    this.access = access;
  }

  void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    @Nullable HostAndPort authority = request.authority();
    if (authority == null || !isOurHost(authority.host())) {
      Problems.send(
          context, Problem.of(421, "host_not_allowed", "The Host header names somebody else"));
      return;
    }
    @Nullable String origin = request.getHeader("Origin");
    if (origin != null && !isOurOrigin(origin, authority.toString())) {
      Problems.send(
          context, Problem.of(403, "origin_not_allowed", "The Origin header names somebody else"));
      return;
    }
    context.next();
  }

  private boolean isOurHost(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return LOOPBACK.contains(name) || access.hosts().contains(name) || access.hosts().contains("*");
  }

  private boolean isOurOrigin(String origin, String authority) {
    return access.origins().contains("*")
        || access.origins().contains(origin)
        || origin.equalsIgnoreCase("http://" + authority)
        || origin.equalsIgnoreCase("https://" + authority);
  }
}
