// SPDX-License-Identifier: MIT
/// The whole story on one machine, with its evidence.
@NullMarked
package org.elastos.smartweb.app.demo;

import org.jspecify.annotations.NullMarked;
