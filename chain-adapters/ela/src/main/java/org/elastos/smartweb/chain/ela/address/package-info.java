// SPDX-License-Identifier: MIT
/// Who may spend on the mainchain: addresses, the scripts behind them, and P-256 keys. JDK only;
/// every value is immutable.
@NullMarked
package org.elastos.smartweb.chain.ela.address;

import org.jspecify.annotations.NullMarked;
