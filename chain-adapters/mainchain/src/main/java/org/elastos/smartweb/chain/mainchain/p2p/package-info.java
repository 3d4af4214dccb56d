// SPDX-License-Identifier: MIT
/// A light client of the ELA peer-to-peer protocol.
@NullMarked
package org.elastos.smartweb.chain.mainchain.p2p;

import org.jspecify.annotations.NullMarked;
