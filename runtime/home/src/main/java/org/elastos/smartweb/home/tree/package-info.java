// SPDX-License-Identifier: MIT
/// The owner's `localhost://` tree: its names, and where they lie on the disk.
@NullMarked
package org.elastos.smartweb.home.tree;

import org.jspecify.annotations.NullMarked;
