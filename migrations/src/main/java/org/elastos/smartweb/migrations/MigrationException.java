// SPDX-License-Identifier: MIT
package org.elastos.smartweb.migrations;

import org.elastos.smartweb.platform.PlatformException;
import org.jspecify.annotations.Nullable;

/// A schema could not be brought up to date; it stands at the last migration that was whole.
public final class MigrationException extends PlatformException {
  private static final long serialVersionUID = 1L;

  MigrationException(String text, @Nullable Throwable cause) {
    super(text, cause);
  }
}
