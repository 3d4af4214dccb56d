// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.devnet.ela.rpc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One method: the names of its positional parameters and what it does.
record RpcMethod(List<String> parameters, Body body) {
  /// Answers with maps, lists, texts, numbers and truth values.
  @FunctionalInterface
  interface Body {
    @Nullable Object answer(RpcParameters parameters);
  }

  static RpcMethod of(Body body, String... parameters) {
    return new RpcMethod(List.of(parameters), body);
  }
}
