// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

/// What is done about the hash that a source gives for a block.
public enum HeaderNaming {
  /// It must be the keccak-256 of the header's RLP, in Ethereum's layout.
  RECOMPUTED,
  /// It is only compared among sources: for chains whose headers have another layout.
  COMPARED
}
