// SPDX-License-Identifier: MIT
/// Verified headers in PostgreSQL.
@NullMarked
package org.elastos.smartweb.chain.mainchain.store;

import org.jspecify.annotations.NullMarked;
