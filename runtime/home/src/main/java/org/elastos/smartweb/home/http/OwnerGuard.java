// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.Problems;

/// Stands before every request to the owner's interface, after the edge's own check of Host and
/// Origin (decision E1): nothing that wants to become another protocol, that a browser says comes
/// from another site, or that lacks the owner's token goes any further. Thread-safe.
final class OwnerGuard implements Handler<RoutingContext> {
  private final OwnerToken token;

  OwnerGuard(OwnerToken token) {
    this.token = token;
  }

  @Override
  public void handle(RoutingContext context) {
    Optional<Problem> refusal = check(context.request());
    if (refusal.isPresent()) {
      context.response().putHeader("WWW-Authenticate", "Bearer realm=\"home\"");
      Problems.send(context, refusal.get());
    } else {
      context.response().putHeader("Cache-Control", "no-store");
      context.next();
    }
  }

  private Optional<Problem> check(HttpServerRequest request) {
    if (request.getHeader(HttpHeaders.UPGRADE) != null) {
      return Optional.of(Problem.of(400, "upgrade_refused", "The owner's interface is plain HTTP"));
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      return Optional.of(
          Problem.of(403, "origin_not_allowed", "A page of another site may not use the home"));
    }
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null || !token.matches(authorization)) {
      return Optional.of(
          Problem.of(401, "owner_token_required", "The request lacks the owner's token")
              .withDetail("Send the token of the owner's token file as Authorization: Bearer."));
    }
    return Optional.empty();
  }
}
