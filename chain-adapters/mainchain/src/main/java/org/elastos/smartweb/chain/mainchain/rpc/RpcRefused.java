// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.rpc;

/// Carries a node's refusal to the edge of the package, where it becomes a value.
final class RpcRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RpcRefusal refusal;

  RpcRefused(RpcRefusal refusal) {
    super("the node refused: " + refusal.code() + " " + refusal.text());
    this.refusal = refusal;
  }

  RpcRefusal refusal() {
    return refusal;
  }
}
