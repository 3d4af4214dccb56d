// SPDX-License-Identifier: MIT
package org.elastos.smartweb.home.outcome;

import java.io.Serial;
import org.elastos.smartweb.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/// A fault of the home that no caller could expect, such as a broken disk: static text with
/// key/values beside it.
public final class HomeException extends PlatformException {
  @Serial private static final long serialVersionUID = 1L;

  /// A fault without a cause.
  public HomeException(String text) {
    super(text);
  }

  /// A fault with its cause.
  public HomeException(String text, @Nullable Throwable cause) {
    super(text, cause);
  }

  @Override
  public HomeException with(String key, @Nullable Object value) {
    super.with(key, value);
    return this;
  }
}
