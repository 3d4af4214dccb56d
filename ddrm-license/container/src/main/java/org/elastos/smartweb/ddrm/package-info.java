// SPDX-License-Identifier: MIT
/// The .ddrm container: an encrypted work, what its creator states about it, and the envelopes that
/// hold its key.
@NullMarked
package org.elastos.smartweb.ddrm;

import org.jspecify.annotations.NullMarked;
