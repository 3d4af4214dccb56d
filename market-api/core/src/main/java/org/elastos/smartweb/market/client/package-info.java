// SPDX-License-Identifier: MIT
/// The client of the market's HTTP interface.
@NullMarked
package org.elastos.smartweb.market.client;

import org.jspecify.annotations.NullMarked;
