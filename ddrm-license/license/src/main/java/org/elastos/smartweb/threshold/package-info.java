// SPDX-License-Identifier: MIT
/// The labelled threshold key encapsulation over secp256k1 and the ceremony that makes its key
/// without a dealer.
@NullMarked
package org.elastos.smartweb.threshold;

import org.jspecify.annotations.NullMarked;
