// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.util.regex.Pattern;
import org.elastos.smartweb.chain.Bytes;

/// What the errors of JSON-RPC nodes mean. Nodes agree on little: most is told by the text.
final class RpcErrors {
  /// What nodes say, besides code 3, when the machine stopped a call: the same for every node.
  private static final Pattern MACHINE_STOPPED =
      Pattern.compile(
          "(execution reverted|EVM error|invalid opcode|invalid jump|stack (under|over)flow|out of"
              + " gas|write protection).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// What nodes and providers say when a range of events is too long for one answer.
  private static final Pattern TOO_MUCH =
      Pattern.compile(
          "(returned more than|too many|too large|block range|range (is )?too|response size"
              + "|limit(ed)? to|max(imum)? (results|block)|exceed.{0,40}(limit|size|range|max))",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final int REVERTED = 3;

  private RpcErrors() {}

  static RuntimeException failure(long code, String message, Bytes revertData) {
    if (code == REVERTED || MACHINE_STOPPED.matcher(message).matches()) {
      return new SourceRevert(revertData);
    }
    String text = "error " + code + ": " + Answers.shorten(message);
    return TOO_MUCH.matcher(message).find()
        ? SourceFault.tooMuch(text, null)
        : new SourceFault(text);
  }
}
