// SPDX-License-Identifier: MIT
/// The development node's JSON-RPC: the real node's methods, and controls that the real node does
/// not have, whose names begin with `dev_`. On loopback only, and not for browsers.
@NullMarked
package org.elastos.smartweb.chain.devnet.ela.rpc;

import org.jspecify.annotations.NullMarked;
