// SPDX-License-Identifier: MIT
/// One licence node as a process: its stores in PostgreSQL, its view of the chain, its share in a
/// sealed file, the key ceremony on the board, and the service.
@NullMarked
package org.elastos.smartweb.license.node;

import org.jspecify.annotations.NullMarked;
