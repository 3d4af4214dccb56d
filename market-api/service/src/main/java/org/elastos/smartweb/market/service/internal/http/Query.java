// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market.service.internal.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.elastos.smartweb.chain.Hash256;
import org.elastos.smartweb.market.json.JsonFields;
import org.elastos.smartweb.market.json.PageJson;
import org.elastos.smartweb.platform.http.Problem;
import org.elastos.smartweb.platform.http.ProblemException;

/// Reads what a request carries and refuses what is not well-formed, naming the field.
final class Query {
  private static final int DEFAULT_LIMIT = 50;

  private Query() {}

  static int limit(RoutingContext request) {
    Optional<String> text = parameter(request, "limit");
    if (text.isEmpty()) {
      return DEFAULT_LIMIT;
    }
    if (!text.get().matches("[1-9][0-9]{0,2}")
        || Integer.parseInt(text.get()) > PageJson.MAX_ITEMS) {
      throw malformed("limit");
    }
    return Integer.parseInt(text.get());
  }

  static <T> Optional<T> cursor(RoutingContext request, Function<String, Optional<T>> read) {
    return parameter(request, "after")
        .map(text -> read.apply(text).orElseThrow(() -> malformed("after")));
  }

  static Hash256 hash(String name, String text) {
    if (!text.matches("0x[0-9a-fA-F]{64}")) {
      throw malformed(name);
    }
    return Hash256.fromHex(text);
  }

  static Optional<String> parameter(RoutingContext request, String name) {
    List<String> values = request.queryParam(name);
    if (values.size() > 1) {
      throw malformed(name);
    }
    return values.stream().findFirst();
  }

  static JsonFields body(RoutingContext request) {
    String type = Optional.ofNullable(request.request().getHeader("Content-Type")).orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw new ProblemException(
          Problem.of(415, "unsupported_media_type", "The media type is not served here")
              .withDetail("send application/json"));
    }
    byte[] bytes =
        Optional.ofNullable(request.body().buffer()).map(all -> all.getBytes()).orElse(new byte[0]);
    return JsonFields.parse(bytes);
  }

  static ProblemException malformed(String field) {
    return new ProblemException(
        Problem.of(400, "malformed_request", "The request is not well-formed")
            .withDetail("look at " + field)
            .with("field", field));
  }
}
