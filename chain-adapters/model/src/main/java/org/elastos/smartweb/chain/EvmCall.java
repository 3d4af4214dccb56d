// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain;

/// Something to ask or tell a contract: the address and the ABI-encoded call data.
public record EvmCall(EvmAddress to, Bytes data) {}
