// SPDX-License-Identifier: MIT
/// Fetching works from peers, block by verified block, across restarts.
@NullMarked
package org.elastos.smartweb.home.fetch;

import org.jspecify.annotations.NullMarked;
