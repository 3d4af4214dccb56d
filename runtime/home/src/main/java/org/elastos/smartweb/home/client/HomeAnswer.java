// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.client;

import io.vertx.core.json.JsonObject;

/// What the home answered.
public sealed interface HomeAnswer<T> {
  /// It did what was asked.
  record Done<T>(T value) implements HomeAnswer<T> {}

  /// It refused, with a stable code and whatever else the problem carries.
  record Refused<T>(int status, String code, String detail, JsonObject problem)
      implements HomeAnswer<T> {}
}
