// SPDX-License-Identifier: MIT
/// The home: one person's own node, which keeps that person's `localhost://` tree, fetches and
/// serves ciphertext, and plays licensed works in capsules.
@NullMarked
package org.elastos.smartweb.home;

import org.jspecify.annotations.NullMarked;
