// SPDX-License-Identifier: MIT
/// Loads capsules, refuses those that are not as signed, and runs them under limits.
@NullMarked
package org.elastos.smartweb.sandbox;

import org.jspecify.annotations.NullMarked;
