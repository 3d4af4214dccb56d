// SPDX-License-Identifier: MIT
/// The bundle format: manifest, signatures and modules of one release of a capsule.
@NullMarked
package org.elastos.smartweb.sandbox.bundle;

import org.jspecify.annotations.NullMarked;
