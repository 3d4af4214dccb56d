// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

/// The node understood the question and answered with an error of its own.
///
/// @param code the node's number, for example 44003 for a block that it does not know
/// @param text what it said, shortened
public record RpcRefusal(long code, String text) {
  /// The transaction breaks a rule, or is known already.
  public static final long INVALID_TRANSACTION = 43001;

  static final long INVALID_PARAMETERS = 42002;
  static final long UNKNOWN_TRANSACTION = 44001;
  static final long UNKNOWN_BLOCK = 44003;
  static final long UNKNOWN_CONFIRM = 44004;

  private static final int LONGEST_TEXT = 300;

  /// Shortens what the node made up.
  public RpcRefusal {
    text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }
}
