// SPDX-License-Identifier: MIT
/// The whole story as users run it, with their own files and with too few nodes.
@NullMarked
package org.elastos.smartweb.acceptance.demo;

import org.jspecify.annotations.NullMarked;
