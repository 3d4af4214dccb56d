// SPDX-License-Identifier: MIT
/// The private directory where a service keeps its state, its locks and its secrets.
@NullMarked
package org.elastos.smartweb.platform.state;

import org.jspecify.annotations.NullMarked;
