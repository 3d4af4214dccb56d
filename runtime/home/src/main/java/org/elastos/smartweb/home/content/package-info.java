// SPDX-License-Identifier: MIT
/// The works on the owner's shelf: stored, fetched from peers that nobody trusts, served as blocks.
@NullMarked
package org.elastos.smartweb.home.content;

import org.jspecify.annotations.NullMarked;
