// SPDX-License-Identifier: MIT
/// The ELA mainchain as it was verified, and the ports through which it is fed and kept.
@NullMarked
package org.elastos.smartweb.chain.mainchain;

import org.jspecify.annotations.NullMarked;
