// SPDX-License-Identifier: MIT
/// EVM chains behind the ports of the model: reads that count when a quorum of sources agrees,
/// transactions whose signed bytes are stored before the first broadcast, and keystore wallets.
@NullMarked
package org.elastos.smartweb.chain.evm;

import org.jspecify.annotations.NullMarked;
