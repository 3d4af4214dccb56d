// SPDX-License-Identifier: MIT
/// What a command tells: results, progress, failures with a stable code and a remedy.
@NullMarked
package org.elastos.smartweb.app.outcome;

import org.jspecify.annotations.NullMarked;
