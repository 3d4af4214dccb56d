// SPDX-License-Identifier: MIT
/// The WebAssembly engine behind flat, capped, wiped memory.
@NullMarked
package org.elastos.smartweb.sandbox.internal.engine;

import org.jspecify.annotations.NullMarked;
