// SPDX-License-Identifier: MIT
/// Answers the calls of one instance: handles, confinement, budget and audit.
@NullMarked
package org.elastos.smartweb.sandbox.internal.calls;

import org.jspecify.annotations.NullMarked;
