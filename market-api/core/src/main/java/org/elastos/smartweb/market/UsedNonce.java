// SPDX-License-Identifier: MIT
package org.elastos.smartweb.market;

import java.math.BigInteger;
import org.elastos.smartweb.chain.EvmAddress;

/// A seller's nonce that no listing in that channel can use any more.
public record UsedNonce(ChannelRef channel, EvmAddress seller, BigInteger nonce) {}
