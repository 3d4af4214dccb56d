// SPDX-License-Identifier: MIT
/// The launcher script: what it builds, and that it builds once at a time.
@NullMarked
package org.elastos.smartweb.acceptance.launcher;

import org.jspecify.annotations.NullMarked;
