// SPDX-License-Identifier: MIT
package org.elastos.smartweb.sandbox;

import java.util.Locale;

/// Why a bundle does not load. The name in lower case is the stable code.
public enum RefusalCode {
  BUNDLE_TOO_LARGE(Stage.SIZE),
  BUNDLE_MALFORMED(Stage.PARSE),
  LIMITS_EXCEEDED(Stage.PARSE),
  SIGNATURE_MISSING(Stage.SIGNATURE),
  SIGNATURE_INVALID(Stage.SIGNATURE),
  SIGNER_UNKNOWN(Stage.SIGNATURE),
  RELEASE_ROLLED_BACK(Stage.SIGNATURE),
  LINEAGE_BROKEN(Stage.SIGNATURE),
  MODULE_HASH_MISMATCH(Stage.HASHES),
  MODULE_MALFORMED(Stage.SHAPE),
  MODULE_LIMIT_EXCEEDED(Stage.SHAPE),
  FEATURE_NOT_ALLOWED(Stage.SHAPE),
  SHARED_MEMORY(Stage.SHAPE),
  ENTRY_MISSING(Stage.SHAPE),
  IMPORT_UNKNOWN(Stage.IMPORTS),
  IMPORT_NOT_REQUESTED(Stage.IMPORTS),
  ENGINE_REFUSED(Stage.ENGINE),
  COMPILE_FAILED(Stage.COMPILE),
  COMPILED_CACHE_TAMPERED(Stage.COMPILE),
  SELF_CHECK_FAILED(Stage.SELF_CHECK);

  private final Stage stage;

  RefusalCode(Stage stage) {
    this.stage = stage;
  }

  /// The stage that refuses with this code.
  public Stage stage() {
    return stage;
  }

  /// The stable code.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
