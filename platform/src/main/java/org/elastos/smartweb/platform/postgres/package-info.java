// SPDX-License-Identifier: MIT
/// A real PostgreSQL server that SmartWeb starts, secures, adopts and stops by itself.
@NullMarked
package org.elastos.smartweb.platform.postgres;

import org.jspecify.annotations.NullMarked;
