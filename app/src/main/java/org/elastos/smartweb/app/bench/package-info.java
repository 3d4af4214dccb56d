// SPDX-License-Identifier: MIT
/// Measurements with targets: `smartweb bench`.
@NullMarked
package org.elastos.smartweb.app.bench;

import org.jspecify.annotations.NullMarked;
