// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.Bytes;

/// What a node gave back to a client. None of it is trusted yet.
public sealed interface NodeReply {
  /// A body with success.
  record Answered(Bytes body) implements NodeReply {}

  /// A refusal with its stable code; a node may claim any.
  record Refused(String code, String detail) implements NodeReply {}

  /// No answer: connection refused, time out, or a broken reply.
  record Unreachable(String reason) implements NodeReply {}
}
