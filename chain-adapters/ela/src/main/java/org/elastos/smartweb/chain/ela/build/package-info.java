// SPDX-License-Identifier: MIT
/// Building and signing mainchain transactions: transfers, deposits to side chains, and spends that
/// several sign one after the other. Knows no chain: outputs, heights and randomness are given.
@NullMarked
package org.elastos.smartweb.chain.ela.build;

import org.jspecify.annotations.NullMarked;
