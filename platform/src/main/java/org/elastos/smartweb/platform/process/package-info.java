// SPDX-License-Identifier: MIT
/// Child processes that are recorded, found again after a crash, and ended in order.
@NullMarked
package org.elastos.smartweb.platform.process;

import org.jspecify.annotations.NullMarked;
