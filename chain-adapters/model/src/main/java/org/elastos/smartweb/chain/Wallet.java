// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

/// An externally owned account that can sign; the key itself never leaves it.
public interface Wallet {
  /// The account's address.
  EvmAddress address();

  /// Signs a 32-byte digest (EIP-712 or EIP-191 already applied) with RFC 6979 and low s.
  ///
  /// @return 65 bytes r, s, v with v 27 or 28
  Bytes signDigest(Hash256 digest);
}
