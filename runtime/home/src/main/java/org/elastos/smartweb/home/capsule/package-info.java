// SPDX-License-Identifier: MIT
/// The capsules that the owner installed, verified when they come in and each time one starts.
@NullMarked
package org.elastos.smartweb.home.capsule;

import org.jspecify.annotations.NullMarked;
