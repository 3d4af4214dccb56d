// SPDX-License-Identifier: MIT
package org.elastos.smartweb.chain.mainchain.p2p;

/// One message as it crossed the wire: its command and its payload, not yet decoded. The array is
/// lent, not copied.
record PeerFrame(PeerCommand command, byte[] payload) {}
