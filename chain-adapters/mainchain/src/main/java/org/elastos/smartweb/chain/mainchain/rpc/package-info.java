// SPDX-License-Identifier: MIT
/// A full node asked by JSON-RPC: blocks to verify, money to spend, transactions to send.
@NullMarked
package org.elastos.smartweb.chain.mainchain.rpc;

import org.jspecify.annotations.NullMarked;
