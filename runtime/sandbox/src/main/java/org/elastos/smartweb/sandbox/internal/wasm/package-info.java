// SPDX-License-Identifier: MIT
/// Our own strict reading of a module's shape, before any engine sees it.
@NullMarked
package org.elastos.smartweb.sandbox.internal.wasm;

import org.jspecify.annotations.NullMarked;
