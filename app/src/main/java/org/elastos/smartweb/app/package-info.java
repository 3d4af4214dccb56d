// SPDX-License-Identifier: MIT
/// The `smartweb` command: configuration, wiring, the stories that demo and commands share.
@NullMarked
package org.elastos.smartweb.app;

import org.jspecify.annotations.NullMarked;
