// SPDX-License-Identifier: MIT
/// The market's tables.
@NullMarked
package org.elastos.smartweb.market.service.internal.store;

import org.jspecify.annotations.NullMarked;
