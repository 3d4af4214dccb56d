// SPDX-License-Identifier: MIT
/// Putting the contracts on a chain, and checking the code that stands there.
@NullMarked
package org.elastos.smartweb.app.deploy;

import org.jspecify.annotations.NullMarked;
