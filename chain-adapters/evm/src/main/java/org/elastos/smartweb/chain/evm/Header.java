// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.evm;

import java.math.BigInteger;
import java.util.Optional;
import org.elastos.smartweb.chain.BlockRef;
import org.elastos.smartweb.chain.Hash256;

/// The part of a block header that sources must agree on.
///
/// @param baseFee wei for a unit of gas; empty on a chain before EIP-1559
record Header(BlockRef ref, Hash256 parent, Optional<BigInteger> baseFee) {
  long number() {
    return ref.number();
  }
}
