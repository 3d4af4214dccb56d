// SPDX-License-Identifier: MIT
/// The native curve library: loaded with care, called with bytes.
@NullMarked
package org.elastos.smartweb.threshold.internal;

import org.jspecify.annotations.NullMarked;
