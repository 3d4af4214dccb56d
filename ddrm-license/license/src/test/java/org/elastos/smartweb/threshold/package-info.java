// SPDX-License-Identifier: MIT
/// Tests of the threshold key encapsulation, and a dealer that other modules' tests may use.
@NullMarked
package org.elastos.smartweb.threshold;

import org.jspecify.annotations.NullMarked;
