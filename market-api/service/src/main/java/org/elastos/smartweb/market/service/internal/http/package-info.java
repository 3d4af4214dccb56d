// SPDX-License-Identifier: MIT
/// The market's HTTP interface.
@NullMarked
package org.elastos.smartweb.market.service.internal.http;

import org.jspecify.annotations.NullMarked;
