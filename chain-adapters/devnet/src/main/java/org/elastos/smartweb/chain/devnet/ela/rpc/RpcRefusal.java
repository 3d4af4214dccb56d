// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import org.elastos.smartweb.chain.devnet.ela.rules.Flaw;

/// Unwinds a method to the server, which answers with an error. Carries no stack; never leaves the
/// package.
final class RpcRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A request that is no JSON.
  static final int PARSE = -32_700;

  /// A request of another shape.
  static final int REQUEST = -32_600;

  /// No such method.
  static final int METHOD = -32_601;

  /// A parameter that is missing or has another shape.
  static final int PARAMETERS = 42_002;

  /// A transaction that the chain does not take.
  static final int TRANSACTION = 43_001;

  /// A transaction that nobody knows.
  static final int UNKNOWN_TRANSACTION = 44_001;

  /// A block that nobody knows.
  static final int UNKNOWN_BLOCK = 44_003;

  /// A block without confirm.
  static final int UNKNOWN_CONFIRM = 44_004;

  /// Anything else that cannot be done.
  static final int INTERNAL = 45_002;

  private final int code;

  RpcRefusal(int code, String text) {
    super(text, null, false, false);
    this.code = code;
  }

  RpcRefusal(int code, Flaw flaw) {
    this(code, flaw.toString());
  }

  int code() {
    return code;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
