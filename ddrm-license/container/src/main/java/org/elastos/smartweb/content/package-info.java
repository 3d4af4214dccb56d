// SPDX-License-Identifier: MIT
/// Content addressing: CIDs, UnixFS files under named profiles, serving their blocks straight from
/// the file, and fetching them from peers that nobody trusts.
@NullMarked
package org.elastos.smartweb.content;

import org.jspecify.annotations.NullMarked;
