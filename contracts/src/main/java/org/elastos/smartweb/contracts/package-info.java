// SPDX-License-Identifier: MIT
/// What contracts say when they refuse.
@NullMarked
package org.elastos.smartweb.contracts;

import org.jspecify.annotations.NullMarked;
