// SPDX-License-Identifier: MIT
/// Rules over the whole code base, and stories over whole processes.
@NullMarked
package org.elastos.smartweb.acceptance;

import org.jspecify.annotations.NullMarked;
