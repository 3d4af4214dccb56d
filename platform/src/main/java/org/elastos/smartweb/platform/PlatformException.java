// SPDX-License-Identifier: MIT
package org.elastos.smartweb.platform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A fault of the platform: static text, so that incidents can be grouped, and key/values beside
/// it. Never holds a secret.
public class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final transient Map<String, String> details = new LinkedHashMap<>();

  public PlatformException(String text) {
    this(text, null);
  }

  public PlatformException(String text, @Nullable Throwable cause) {
    super(text, cause);
    this.text = text;
  }

  /// Adds one key/value to the incident and returns this exception, ready to be thrown.
  public PlatformException with(String key, @Nullable Object value) {
    details.put(key, String.valueOf(value));
    return this;
  }

  /// The static text, without the key/values.
  public String text() {
    return text;
  }

  /// The key/values in the order in which they were added.
  public Map<String, String> details() {
    return Collections.unmodifiableMap(details);
  }

  /// The static text followed by the key/values.
  @Override
  public String getMessage() {
    return details.isEmpty() ? text : text + " " + details;
  }
}
