// SPDX-License-Identifier: MIT
/// The `smartweb` command of this build as whole processes: what the acceptance tests start, ask
/// and kill.
@NullMarked
package org.elastos.smartweb.acceptance.process;

import org.jspecify.annotations.NullMarked;
