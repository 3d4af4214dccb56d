// SPDX-License-Identifier: MIT
/// Follows the chain and hands its events on.
@NullMarked
package org.elastos.smartweb.market.service.internal.index;

import org.jspecify.annotations.NullMarked;
