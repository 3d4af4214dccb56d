// SPDX-License-Identifier: MIT
/// What the home's use cases answer: a value, a refusal, or a fault.
@NullMarked
package org.elastos.smartweb.home.outcome;

import org.jspecify.annotations.NullMarked;
