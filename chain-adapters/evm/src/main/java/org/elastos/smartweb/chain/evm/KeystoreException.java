// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

/// Why a keystore is not opened; becomes a refusal at the edge of the package.
final class KeystoreException extends Exception {
  private final String code;

  KeystoreException(String code, String text) {
    super(text, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
