// SPDX-License-Identifier: MIT
/// What others may watch while the market follows its chain.
@NullMarked
package org.elastos.smartweb.market.service.watch;

import org.jspecify.annotations.NullMarked;
