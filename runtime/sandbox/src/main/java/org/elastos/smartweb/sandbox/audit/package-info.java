// SPDX-License-Identifier: MIT
/// The hash-chained record of what capsules did; it holds no content, no name and no secret.
@NullMarked
package org.elastos.smartweb.sandbox.audit;

import org.jspecify.annotations.NullMarked;
