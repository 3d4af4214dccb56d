// SPDX-License-Identifier: MIT
/// Compiled modules on disk, each under the host's own key.
@NullMarked
package org.elastos.smartweb.sandbox.cache;

import org.jspecify.annotations.NullMarked;
