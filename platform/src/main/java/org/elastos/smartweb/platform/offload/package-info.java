// SPDX-License-Identifier: MIT
/// Blocking work kept off the event loops, bounded in number.
@NullMarked
package org.elastos.smartweb.platform.offload;

import org.jspecify.annotations.NullMarked;
