// SPDX-License-Identifier: MIT
/// Generated wrappers of the contracts: they only encode and decode.
@NullMarked
package org.elastos.smartweb.contracts.generated;

import org.jspecify.annotations.NullMarked;
