// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

import java.util.Map;

/// A method with its named parameters; nodes know positional ones for some methods only. Values are
/// texts, whole numbers, booleans or lists of texts.
record RpcQuestion(String method, Map<String, Object> parameters) {
  RpcQuestion {
    parameters = Map.copyOf(parameters);
  }
}
