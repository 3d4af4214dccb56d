// SPDX-License-Identifier: MIT
/// The wallets of a state directory.
@NullMarked
package org.elastos.smartweb.app.wallet;

import org.jspecify.annotations.NullMarked;
