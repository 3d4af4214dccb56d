// SPDX-License-Identifier: MIT
/// The market's values as JSON, version 1. Reading is strict about the types of what it knows and
/// indifferent to fields that a newer release added.
@NullMarked
package org.elastos.smartweb.market.json;

import org.jspecify.annotations.NullMarked;
