// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.util.Map;

/// A method with its named parameters; nodes know positional ones for some methods only. Values are
/// texts, whole numbers, booleans or lists of texts.
///
/// @param shape what its result may look like
record RpcQuestion(String method, Map<String, Object> parameters, RpcShape shape) {
  RpcQuestion {
    parameters = Map.copyOf(parameters);
  }

  /// A question with a plain value for an answer.
  RpcQuestion(String method, Map<String, Object> parameters) {
    this(method, parameters, RpcShape.PLAIN);
  }
}
