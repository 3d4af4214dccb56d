// SPDX-License-Identifier: MIT
/// Tests of the wrappers and, through forge, of the contracts.
@NullMarked
package org.elastos.smartweb.contracts;

import org.jspecify.annotations.NullMarked;
