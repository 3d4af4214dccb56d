// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform.http;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.elastos.smartweb.platform.PlatformException;

/// A refusal on the wire, RFC 9457. Programs act on `code`, which never changes its meaning; people
/// read title and detail.
///
/// @param code stable, lower-case letters, digits and underscores, as in `not_owner`
/// @param status the HTTP status, 400 to 599
/// @param title what kind of refusal this is, the same for each occurrence
/// @param detail what happened here and what to do; may be empty
/// @param extra further members for programs
public record Problem(
    String code, int status, String title, String detail, Map<String, Object> extra) {

  public Problem {
    if (!code.matches("[a-z][a-z0-9_]{0,63}") || status < 400 || status > 599) {
      throw new PlatformException("a problem needs a plain code and an error status")
          .with("code", code)
          .with("status", status);
    }
    extra = Map.copyOf(extra);
  }

  public static Problem of(int status, String code, String title) {
    return new Problem(code, status, title, "", Map.of());
  }

  public Problem withDetail(String text) {
    return new Problem(code, status, title, text, extra);
  }

  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extra);
    more.put(member, value);
    return new Problem(code, status, title, detail, more);
  }

  /// The body of the answer; the standard's own members win over extra ones.
  public JsonObject toJson() {
    JsonObject json = new JsonObject(new LinkedHashMap<>(extra));
    json.put("type", "urn:smartweb:problem:" + code);
    json.put("title", title);
    json.put("status", status);
    if (!detail.isEmpty()) {
      json.put("detail", detail);
    }
    return json.put("code", code);
  }
}
