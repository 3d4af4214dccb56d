// SPDX-License-Identifier: MIT
/// What the sources of this module share.
@NullMarked
package org.elastos.smartweb.chain.mainchain.internal;

import org.jspecify.annotations.NullMarked;
