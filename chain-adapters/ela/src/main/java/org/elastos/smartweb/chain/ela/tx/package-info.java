// SPDX-License-Identifier: MIT
/// Transactions and blocks of the mainchain: every type, payload version and output that can stand
/// in a block, read strictly and written exactly. JDK only; every value is immutable.
@NullMarked
package org.elastos.smartweb.chain.ela.tx;

import org.jspecify.annotations.NullMarked;
