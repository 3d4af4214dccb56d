// SPDX-License-Identifier: MIT
/// The ELA mainchain's values and their exact bytes: headers with AuxPoW, confirms, amounts, and
/// the strict reader and writer that every other shape uses. JDK only; every value is immutable.
@NullMarked
package org.elastos.smartweb.chain.ela;

import org.jspecify.annotations.NullMarked;
