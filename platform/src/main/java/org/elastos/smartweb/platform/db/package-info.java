// SPDX-License-Identifier: MIT
/// The one gateway to a database: pooled JDBC, transactions with retry, a small SQL vocabulary.
@NullMarked
package org.elastos.smartweb.platform.db;

import org.jspecify.annotations.NullMarked;
