// SPDX-License-Identifier: MIT
/// Tests of loading the native library.
@NullMarked
package org.elastos.smartweb.threshold.internal;

import org.jspecify.annotations.NullMarked;
