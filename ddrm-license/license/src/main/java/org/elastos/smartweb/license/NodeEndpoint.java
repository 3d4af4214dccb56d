// SPDX-License-Identifier: MIT
package org.elastos.smartweb.license;

import org.elastos.smartweb.chain.Bytes;

/// One member as the client knows it from the board: index, Ed25519 identity, and how to reach it.
public record NodeEndpoint(int index, Bytes identityKey, NodeTransport transport) {}
