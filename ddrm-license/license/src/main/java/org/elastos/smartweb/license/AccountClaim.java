// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.Bytes;
import org.elastos.smartweb.chain.EvmAddress;
import org.elastos.smartweb.chain.Hash256;

/// That an account which has no key of its own signed a digest: a contract that says so itself
/// (ERC-1271), maybe one yet to be created (ERC-6492). Immutable.
public record AccountClaim(EvmAddress account, Hash256 digest, Bytes signature) {}
