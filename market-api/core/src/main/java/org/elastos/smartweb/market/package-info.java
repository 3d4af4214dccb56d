// SPDX-License-Identifier: MIT
/// What the market and its customers mean by edition, listing, work and offer, and how a buyer
/// checks a market that is trusted for nothing. Pure; every value is immutable.
@NullMarked
package org.elastos.smartweb.market;

import org.jspecify.annotations.NullMarked;
