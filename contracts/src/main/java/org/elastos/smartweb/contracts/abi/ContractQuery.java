// SPDX-License-Identifier: MIT
package org.elastos.smartweb.contracts.abi;

import org.elastos.smartweb.chain.Bytes;

/// A call whose answer can be read.
///
/// @param <R> what the function returns
public interface ContractQuery<R> extends ContractCall {
  /// Reads what the function returned.
  ///
  /// @throws AbiException when the bytes are no such answer, as from an address without code
  R decodeResult(Bytes returned);
}
