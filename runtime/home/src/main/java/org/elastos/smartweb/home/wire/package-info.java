// SPDX-License-Identifier: MIT
/// The JSON of the owner's interface, written by the home and read by its client from one place.
@NullMarked
package org.elastos.smartweb.home.wire;

import org.jspecify.annotations.NullMarked;
