// SPDX-License-Identifier: MIT
/// What a crash must not cost.
@NullMarked
package org.elastos.smartweb.acceptance.restart;

import org.jspecify.annotations.NullMarked;
