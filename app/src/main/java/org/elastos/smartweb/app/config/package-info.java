// SPDX-License-Identifier: MIT
/// Settings from flags, environment, file and defaults, each with its origin.
@NullMarked
package org.elastos.smartweb.app.config;

import org.jspecify.annotations.NullMarked;
