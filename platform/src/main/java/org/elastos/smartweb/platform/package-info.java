// SPDX-License-Identifier: MIT
/// What every service stands on: its database, its processes, its HTTP edge and its logs.
@NullMarked
package org.elastos.smartweb.platform;

import org.jspecify.annotations.NullMarked;
